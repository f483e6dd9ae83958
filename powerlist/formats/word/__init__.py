"""Lists in Word: every table of a .docx is read as a sheet is."""

from powerlist.formats.word.kind import is_word
from powerlist.formats.word.reading import WordFile, read_word

__all__ = ["WordFile", "is_word", "read_word"]
