"""What every model says of its history: who, when, which values, and in which step.

A step is what somebody did at once: one request, one import, one merge. It is undone as one.
"""

import uuid
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

_step = ContextVar("step", default=None)


@contextmanager
def one_step(name=""):
    """Record all changes made inside as one step. Inside another step, only its name is added."""
    step_id = _step.get()[0] if _step.get() else uuid.uuid4()
    token = _step.set((step_id, str(name)))
    try:
        yield step_id
    finally:
        _step.reset(token)


def current_step():
    return _step.get()[0] if _step.get() else uuid.uuid4()


def current_step_name():
    return _step.get()[1] if _step.get() else ""


class Recorded(models.Model):
    """The part of a historical row that is the project's own."""

    step = models.UUIDField(_("step"), default=current_step, db_index=True, editable=False)
    step_name = models.CharField(max_length=200, default=current_step_name, editable=False)

    class Meta:
        abstract = True


def recorded(**options):
    """The `history` of a model: a row with its values whenever one is made, changed or deleted."""
    return HistoricalRecords(bases=[Recorded], **options)


class StepMiddleware:
    """All that one request changes is one step."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with one_step():
            return self.get_response(request)
