"""`python -m powerlist`."""

from powerlist.cli import main

if __name__ == "__main__":  # a process that helps with --jobs loads this file too
    main()
