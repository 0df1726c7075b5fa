"""The steps of an edition, some at a time, by a key: what is added meanwhile moves nothing."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from .changes import changes_of
from .recorded import EDITION_FIELD, OF_EDITIONS, records_in

STEPS_A_PAGE = 20


class Key:
    """Of the last step on a page: “2024-11-27T09:00:00+00:00_6f1c…”, oldest of those shown."""

    def __init__(self, at, step):
        self.at, self.step = at, step

    def __str__(self):
        return f"{self.at.isoformat()}_{self.step.hex}"

    @classmethod
    def read(cls, text):
        """None where somebody typed nonsense, which is the newest page."""
        try:
            at, step = text.split("_")
            key = cls(datetime.fromisoformat(at), UUID(step))
        except ValueError:
            return None
        return key if key.at.tzinfo else None

    def is_before(self):
        return Q(at__lt=self.at) | Q(at=self.at, step__lt=self.step)

    def is_after(self, at, step):
        return (at, step.hex) < (self.at, self.step.hex)


def newest_steps(rows_of, models, *, before=None):
    """The ids of the newest steps, and the key of the next page or None.

    `rows_of`: model → its historical rows to look at.
    """
    limit = STEPS_A_PAGE
    latest = _latest(
        rows_of, models, limit, lambda rows: rows.filter(before.is_before()) if before else rows
    )
    steps = list(latest)[:limit]
    more = Key(latest[steps[-1]], steps[-1]) if len(latest) > limit else None
    if before and steps:
        # A step may have rows on both sides of the key: it stood on the page before.
        whole = _latest(rows_of, models, limit, lambda rows: rows.filter(step__in=steps))
        steps = [step for step in steps if before.is_after(whole[step], step)]
    return steps, more


def _latest(rows_of, models, limit, narrow):
    """Step → the time of its last row, newest first."""
    queries = [
        narrow(
            rows_of(model).order_by().values("step").annotate(at=Max("history_date"))
        ).values_list("step", "at")
        for model in models
    ]
    rows = queries[0].union(*queries[1:], all=True) if queries[1:] else queries[0]
    latest = {}
    # A step has a row for each model at most.
    for step, at in rows.order_by("-at", "-step")[: (limit + 1) * len(models)]:
        latest.setdefault(step, at)
    return latest


def changes_in_edition(edition, steps):
    """What the steps did in the edition, and to the records that all editions share."""

    def rows_of(model):
        return records_in(model, edition) if EDITION_FIELD[model] else model.history.all()

    return changes_of(steps, rows_of)


def steps_elsewhere(edition, steps):
    """Those of the steps that reached into other editions."""
    queries = [
        model.history.filter(step__in=steps)
        .exclude(history_id__in=records_in(model, edition).values("history_id"))
        .order_by()
        .values_list("step", flat=True)
        for model in OF_EDITIONS
    ]
    return set(queries[0].union(*queries[1:]))


def people_in(edition):
    """Whoever changed something in the edition."""
    queries = [
        records_in(model, edition).order_by().values_list("history_user", flat=True)
        for model in OF_EDITIONS
    ]
    return set(queries[0].union(*queries[1:])) - {None}


def by_person(rows_of, person):
    def of_person(model):
        rows = rows_of(model)
        return rows.filter(history_user=person) if person else rows

    return of_person
