"""The numbers that days have in the edition: as said, by date, or by order."""

from datetime import date, timedelta

from . import doubts
from .days import LAST_DAY

# Stands in for a year that no heading gives: a leap year, so that it has every date.
ANY_YEAR = 2024


class DayCounter:
    """Gives each heading its day's number: as it says, from the first day, or by order."""

    def __init__(self, first_day=None):
        self.first_day = first_day
        self.year = first_day.year if first_day else None
        self.last = 0
        self.last_weekday = None
        self.dates = {}

    def begun(self):
        """Sessions stand above the first heading: they are on the first day."""
        self.last = max(self.last, 1)

    def number_of(self, heading):
        """The number, and doubts about it."""
        self.year = heading.year or self.year
        when, found = self._date(heading)
        number, more = self._number(heading, when)
        if when and when not in self.dates and number in self.dates.values():
            more = (*more, doubts.DAY_TWICE)
        self._remember(number, when, heading)
        return number, (*found, *more)

    def _date(self, heading):
        if not heading.month_day:
            return None, ()
        try:
            when = date(self.year or ANY_YEAR, *heading.month_day)
        except ValueError:
            return None, (doubts.UNREAD_DATE,)
        if self.year is None or heading.weekday in (None, when.weekday()):
            return when, ()
        return when, (doubts.WEEKDAY,)

    def _number(self, heading, when):
        if heading.number is not None:
            return heading.number, ()
        if when in self.dates:
            return self.dates[when], ()
        if when:
            return self._by_date(when)
        if heading.weekday is not None and self.last_weekday is not None:
            ahead = (heading.weekday - self.last_weekday) % 7
            return min(self.last + ahead, LAST_DAY), ()
        return self._next(), ()

    def _by_date(self, when):
        first = self.first_day or self._first_by_dates()
        if first is None:
            return self._next(), ()
        number = (when - first).days + 1
        if 1 <= number <= LAST_DAY:
            return number, ()
        return self._next(), (doubts.DAY_BY_ORDER,)

    def _first_by_dates(self):
        """The first day as the dated headings so far have it."""
        for when, number in self.dates.items():
            return when - timedelta(days=number - 1)
        return None

    def _next(self):
        return min(self.last + 1, LAST_DAY)

    def _remember(self, number, when, heading):
        self.last = number
        self.last_weekday = when.weekday() if when and self.year else heading.weekday
        if when:
            self.dates.setdefault(when, number)
