"""The app, as `app.py` in a checkout."""

from powerlist.app.main import main

main()
