"""Lists in Word: every table of a .docx is read as a sheet is."""
