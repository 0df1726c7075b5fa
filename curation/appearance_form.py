"""A person in a session, as one row of the session's form: found by name or made new."""

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from speakers.models import Appearance

from .naming import NEW, NOBODY, whose


class AppearanceForm(forms.ModelForm):
    """The names are texts; `…_choice` says whose they are, an answer given for `…_asked`."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("name"),
        max_length=150,
        error_messages={"required": _("Give the person's name, or tick “Remove this person”.")},
    )
    speaker_choice = forms.CharField(required=False, widget=forms.HiddenInput)
    speaker_asked = forms.CharField(required=False, widget=forms.HiddenInput)
    organisation_name = forms.CharField(
        label=_("organisation"),
        max_length=200,
        required=False,
        help_text=_("For links and statistics. What is shown is the affiliation."),
    )
    organisation_choice = forms.CharField(required=False, widget=forms.HiddenInput)
    organisation_asked = forms.CharField(required=False, widget=forms.HiddenInput)

    # For accounts.conflicts: the model's fields that it edits, and what goes with which name.
    edits = [
        *["speaker", "role", "printed_name", "honorific", "job_title", "affiliation"],
        *["organisation", "remark", "is_confirmed", "is_online"],
    ]
    companions = {
        "name": ["speaker_choice", "speaker_asked"],
        "organisation_name": ["organisation_choice", "organisation_asked"],
    }

    class Meta:
        model = Appearance
        fields = [
            *["role", "honorific", "job_title", "affiliation"],
            *["remark", "is_confirmed", "is_online"],
        ]

    def __init__(self, *args, speakers_by_name=None, organisations_by_name=None, **kwargs):
        self.speakers_by_name = speakers_by_name
        self.organisations_by_name = organisations_by_name
        self.speaker_offers = self.organisation_offers = ()
        instance = kwargs.get("instance")
        self.was = _related(instance, "speaker")
        super().__init__(*args, **kwargs, initial=_names_of(instance) if instance else {})

    def has_changed(self):
        """A new row is one to fill in until there is text in it, whatever is ticked."""
        if self.instance.pk:
            return super().has_changed()
        texts = ["name", "honorific", "job_title", "affiliation", "organisation_name", "remark"]
        return any((self[name].value() or "").strip() for name in texts)

    def hold_errors(self):
        """Show what was typed without finding fault with it yet."""
        self._errors = ErrorDict()

    def clean(self):
        given = super().clean()
        if given.get("name"):
            given["speaker"] = self._speaker(given)
        given["organisation"] = (
            self._organisation(given) if given.get("organisation_name") else None
        )
        return given

    def _speaker(self, given):
        """None while it is asked, and where the person is new."""
        name, choice = given["name"], given["speaker_choice"]
        asked = given["speaker_asked"]
        found = whose(name, choice, asked, by_name=self.speakers_by_name, current=self.was)
        known = [(str(each.pk), _with_note(each)) for each in found.known]
        if self.was and not found.record and not found.is_new:
            keep = (str(self.was.pk), _("%(name)s, as before") % {"name": self.was.name})
            known = [keep, *(offer for offer in known if offer[0] != keep[0])]
        if known:
            self.speaker_offers = [*known, (NEW, _("A new person of this name"))]
            self.add_error("name", _("Is this one of the people known already, or a new person?"))
        return found.record

    def _organisation(self, given):
        name, choice = given["organisation_name"], given["organisation_choice"]
        asked = given["organisation_asked"]
        found = whose(name, choice, asked, by_name=self.organisations_by_name)
        if found.record is None and not found.is_new and not found.is_nobody:
            self.organisation_offers = [
                *((str(each.pk), _with_note(each)) for each in found.known),
                (NEW, _("A new organisation of this name")),
                (NOBODY, _("No link to an organisation")),
            ]
            self.add_error("organisation_name", _("Which organisation is this?"))
        given["has_new_organisation"] = found.is_new
        return found.record


def _related(appearance, name):
    """None as well where an appearance of old times names what is gone."""
    try:
        return getattr(appearance, name, None)
    except ObjectDoesNotExist:
        return None


def _names_of(appearance):
    speaker = _related(appearance, "speaker")
    organisation = _related(appearance, "organisation")
    name = appearance.printed_name or (speaker.name if speaker else "")
    return {
        "id": appearance.pk,
        "name": name,
        "speaker_choice": str(speaker.pk) if speaker else "",
        "speaker_asked": name,
        "organisation_name": organisation.name if organisation else "",
        "organisation_choice": str(organisation.pk) if organisation else "",
        "organisation_asked": organisation.name if organisation else "",
    }


def _with_note(known):
    return f"{known.name} ({known.note})" if known.note else known.name
