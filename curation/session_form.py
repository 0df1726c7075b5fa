"""The session's own fields, with a room that may be named for the first time."""

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from events.models import Session
from events.spelling import folded

NOT_A_TIME = _("Write the time as hours and minutes, like 09:30.")


class SessionForm(forms.ModelForm):
    new_room = forms.CharField(
        label=_("or a new room"), max_length=120, required=False, help_text=_("Its name.")
    )

    field_order = [
        *["day", "starts", "ends", "kind", "number", "language", "title"],
        *["room", "new_room", "choice_group", "abstract", "is_cancelled"],
    ]

    class Meta:
        model = Session
        fields = [
            *["day", "starts", "ends", "kind", "number", "title", "language"],
            *["room", "choice_group", "abstract", "is_cancelled"],
        ]
        widgets = {
            "starts": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            "ends": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            "abstract": forms.Textarea(attrs={"rows": 4}),
        }
        error_messages = {
            "title": {"required": _("Give the session a title.")},
            "day": {
                "required": _("Say on which day it is: 1 is the edition's first."),
                "invalid": _("Write the day as a number: 1 is the edition's first."),
            },
            "starts": {"invalid": NOT_A_TIME},
            "ends": {"invalid": NOT_A_TIME},
            "room": {"invalid_choice": _("This room is not one of the edition's. Choose again.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = self.instance.edition.rooms.all()
        self.fields["room"].empty_label = _("none: for everybody")

    def hold_errors(self):
        """Show what was typed without finding fault with it yet."""
        self._errors = ErrorDict()

    def clean(self):
        given = super().clean()
        if given.get("ends") and "starts" in given and not given["starts"]:
            self.add_error("starts", _("Give the start as well as the end."))
        self._find_room(given)
        return given

    def _find_room(self, given):
        name = given.get("new_room")
        if not name:
            return
        if given.get("room"):
            self.add_error("new_room", _("Choose a room or name a new one, not both."))
            return
        rooms = self.fields["room"].queryset
        same = [room for room in rooms if folded(room.name) == folded(name)]
        if same:
            given["room"], given["new_room"] = same[0], ""
