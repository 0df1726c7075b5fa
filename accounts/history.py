"""What every model says of its history: who, when, which values, and in which step.

A step is what somebody did at once: one request, one import, one merge. It is undone as one.
"""

import uuid
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Records

NAME_LENGTH = 200

_step = ContextVar("step", default=None)  # id, name, user


@contextmanager
def one_step(name="", *, by=None):
    """Record all changes made inside as one step, by whoever sent the request unless `by` says.

    Inside another step, only the name and `by` are added.
    """
    step_id, _name, outer = _step.get() or (uuid.uuid4(), "", None)
    token = _step.set((step_id, str(name)[:NAME_LENGTH], by or outer))
    try:
        yield step_id
    finally:
        _step.reset(token)


def current_step():
    return _step.get()[0] if _step.get() else uuid.uuid4()


def current_step_name():
    return _step.get()[1] if _step.get() else ""


def current_user(request=None, **_):
    """Who is recorded: whom the step names, else whoever sent the request."""
    if _step.get() and _step.get()[2]:
        return _step.get()[2]
    return request.user if request else None


class Recorded(models.Model):
    """The part of a historical row that is the project's own."""

    step = models.UUIDField(_("step"), default=current_step, db_index=True, editable=False)
    step_name = models.CharField(max_length=NAME_LENGTH, default=current_step_name, editable=False)

    class Meta:
        abstract = True


def recorded(**options):
    """The `history` of a model: a row with its values whenever one is made, changed or deleted."""
    return Records(bases=[Recorded], get_user=current_user, **options)


class StepMiddleware:
    """All that one request changes is one step."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with one_step():
            return self.get_response(request)
