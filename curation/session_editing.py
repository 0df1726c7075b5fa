"""A session is edited with all its people at once: read, checked and saved as one."""

from django.db import IntegrityError
from django.utils.translation import gettext as _

from accounts.conflicts import Rows, reconcile
from accounts.posted import posted_values
from accounts.versions import version_of

from .appearance_form import AppearanceForm
from .people_formset import PREFIX, people_formset
from .session_form import SessionForm
from .session_saving import as_saved, save_session

MORE_ROWS = 3


def _session_form(instance):
    return SessionForm(instance=instance)


def _row(instance, prefix):
    return AppearanceForm(instance=instance, prefix=prefix)


ROWS = [Rows("appearances", PREFIX, _row, can_return=True)]


class SessionEditing:
    """The state of the page. In a POST the session was read in the transaction that saves it."""

    def __init__(self, session, *, user, data=None):
        self.session, self.before = session, as_saved(session)
        self.conflict = None
        self.version = version_of(session, ["appearances"]) if session.pk else ""
        if data is not None:
            data = self._prepared(data)
        self.form = SessionForm(data, instance=session)
        extra = 1 if session.pk else 2
        self.people = people_formset(data, session=session, user=user, extra=extra)

    def _prepared(self, data):
        if self.session.pk:
            data, self.conflict = reconcile(data, self.session, _session_form, ROWS)
            self.version = data.get("version", "")
        return _with_more_rows(data) if "more_rows" in data else data.copy()

    @property
    def status(self):
        return 409 if self.conflict else 200

    def save(self):
        """Whether it was saved; if not, the page says why, or only shows what it was asked for."""
        data = self.form.data
        if "more_rows" in data:
            self.form.hold_errors()
            self.people.hold_errors()
            return False
        if "find" in data:
            self.form.hold_errors()
            self.people.is_valid()
            self.people.suggest()
            return False
        valid = [self.form.is_valid(), self.people.is_valid()]
        return all(valid) and self.conflict is None and self._is_written()

    def _is_written(self):
        try:
            save_session(form=self.form, people=self.people, before=self.before)
        except IntegrityError:
            self.form.add_error(
                None, _("Nothing is saved: something of it was taken meanwhile. Save again.")
            )
            return False
        return True


def _with_more_rows(data):
    data = data.copy()
    total = data.get(f"{PREFIX}-TOTAL_FORMS", "")
    first = int(total[:4]) if total.isdecimal() else 0
    data[f"{PREFIX}-TOTAL_FORMS"] = str(first + MORE_ROWS)
    for number in range(first, first + MORE_ROWS):
        for name, texts in posted_values(AppearanceForm(prefix=f"{PREFIX}-{number}")).items():
            data.setlist(name, texts)
    return data
