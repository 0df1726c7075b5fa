from django import template
from django.utils import timezone

from events.permissions import Task, editions_where

register = template.Library()


@register.simple_tag
def editions_of(user):
    """What the user curates. For staff, who may curate everything: what is still to come."""
    editions = editions_where(user, Task.VIEW).select_related("series")
    if user.is_staff:
        return editions.upcoming(timezone.localdate()).soonest_first()
    return editions.latest_first()
