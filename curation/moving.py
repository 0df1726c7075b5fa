"""A session is moved on the board, by buttons, by dragging or by keys: one form for all three."""

from django import forms
from django.contrib import messages
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from events.models.session import LAST_DAY
from events.placing import NeighbourGoneError, place_session


class MoveForm(forms.Form):
    """Says where in words that outlast other people's moves: beside a session seen on a day."""

    day = forms.IntegerField(min_value=1, max_value=LAST_DAY)
    to_day = forms.IntegerField(min_value=1, max_value=LAST_DAY, required=False)
    before = forms.ModelChoiceField(None, to_field_name="uuid", required=False)
    behind = forms.ModelChoiceField(None, to_field_name="uuid", required=False)

    def __init__(self, edition, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ["before", "behind"]:
            self.fields[name].queryset = edition.sessions.all()

    def clean(self):
        said = [name for name in ["to_day", "before", "behind"] if self.cleaned_data.get(name)]
        if len(said) != 1 and not self.errors:
            raise forms.ValidationError("")
        return self.cleaned_data

    def place(self, session):
        """Move the session, and say in a sentence what came of it: (level, sentence)."""
        if not self.is_valid():
            return messages.ERROR, _(
                "Nothing was moved: the place asked for is not on this agenda any more."
            )
        given = self.cleaned_data
        day = given["to_day"] or given["day"]
        try:
            placed = place_session(session, day=day, before=given["before"], behind=given["behind"])
        except NeighbourGoneError:
            return messages.ERROR, _gone(given["before"] or given["behind"], day)
        return messages.SUCCESS, _placed(session, placed)


def _gone(neighbour, day):
    return _(
        "Nothing was moved: “%(title)s” is no longer on day %(day)s, somebody has moved it. "
        "This is the agenda as it stands now."
    ) % {"title": neighbour.heading, "day": day}


def _placed(session, placed):
    words = {
        "title": session.heading,
        "day": session.day,
        "place": placed.place,
        "count": placed.count,
    }
    if session.starts and not placed.is_as_asked:
        words["time"] = time_format(session.starts, "H:i")
        return (
            _(
                "“%(title)s” starts at %(time)s, so it stands where the clock puts it: "
                "place %(place)s of %(count)s on day %(day)s."
            )
            % words
        )
    return _("“%(title)s” stands at place %(place)s of %(count)s on day %(day)s.") % words
