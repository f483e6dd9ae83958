"""`python -m powerlist`."""

from powerlist.cli import main

main()
