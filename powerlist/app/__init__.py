"""The app: one face of the program, in the browser."""
