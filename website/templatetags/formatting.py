from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter
def date_range(starts, ends):
    """“27–28 November 2024”: what the two dates share is said once."""
    last = date_format(ends, "j F Y")
    if starts == ends:
        return last
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts.day}–{last}"
    pattern = "j F" if starts.year == ends.year else "j F Y"
    return f"{date_format(starts, pattern)} – {last}"
