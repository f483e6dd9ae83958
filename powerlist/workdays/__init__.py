"""Working days: on what day a limit ends. The day of the start does not count; the next is the first."""

from powerlist.workdays.calendar import UnknownYear, WorkCalendar

__all__ = ["UnknownYear", "WorkCalendar"]
