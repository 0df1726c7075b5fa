"""All people of a session as rows of one form, in the order in which a programme names them."""

from copy import copy

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from events.spelling import folded
from organisations.finding import OrganisationsByName
from speakers.finding import SpeakersByName

from .appearance_form import AppearanceForm

MOST_PEOPLE = 60
PREFIX = "appearances"


class BasePeopleFormSet(BaseFormSet):
    def __init__(self, *args, session, user, **kwargs):
        self.session = session
        self.appearances = list(_appearances_of(session))
        self.as_saved = {each.pk: copy(each) for each in self.appearances}
        self.form_options = {
            "speakers_by_name": SpeakersByName(user),
            "organisations_by_name": OrganisationsByName(user),
        }
        super().__init__(*args, prefix=PREFIX, **kwargs)

    def initial_form_count(self):
        return super().initial_form_count() if self.is_bound else len(self.appearances)

    def get_form_kwargs(self, index):
        return {**self.form_options, "instance": self._instance(index)}

    def _instance(self, index):
        """None for a row to fill in, and where the id posted is not of this session."""
        if index is None:
            return None
        if not self.is_bound:
            return self.appearances[index] if index < len(self.appearances) else None
        pk = self.data.get(f"{self.prefix}-{index}-id", "")
        return next((each for each in self.appearances if str(each.pk) == pk), None)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove this person")

    @property
    def filled(self):
        """The rows to be saved."""
        return [
            form
            for form in self.forms
            if form.cleaned_data.get("name") and not form.cleaned_data.get("DELETE")
        ]

    @property
    def removed(self):
        return [
            form.instance
            for form in self.forms
            if form.instance.pk and form.cleaned_data.get("DELETE")
        ]

    def clean(self):
        if any(self.errors):
            return
        taken = {(each.speaker_id, each.role) for each in self._untouched()}
        for form in self.filled:
            key = (_person(form.cleaned_data), form.cleaned_data["role"])
            if key in taken:
                form.add_error("name", _("This person has the same role in the session already."))
            taken.add(key)
        if any(form.errors for form in self.filled):
            raise forms.ValidationError(_("Somebody stands twice among the people."))

    def _untouched(self):
        """People whom somebody else added since the form was opened."""
        posted = {form.instance.pk for form in self.forms}
        return [each for each in self.appearances if each.pk not in posted]

    def suggest(self):
        """Fill what is empty in rows of people found by name, as they were introduced last."""
        for form in self.filled:
            speaker = form.cleaned_data.get("speaker")
            if speaker and not form.instance.pk:
                self._fill(form, speaker)

    def _fill(self, form, speaker):
        by_name = self.form_options["speakers_by_name"]
        known = next(each for each in by_name.named(speaker.name) if each.pk == speaker.pk)
        empty = not any(form[name].value() for name in ["job_title", "affiliation"])
        for name, text in known.suggestion.items() if empty else ():
            self.data[form.add_prefix(name)] = text
        self.data[form.add_prefix("speaker_choice")] = str(speaker.pk)
        self.data[form.add_prefix("speaker_asked")] = form.cleaned_data["name"]

    def hold_errors(self):
        """Show what was typed without finding fault with it yet."""
        for form in self.forms:
            form.hold_errors()
        self._errors, self._non_form_errors = [], self.error_class()


def _person(given):
    return given["speaker"].pk if given["speaker"] else folded(given["name"])


def _appearances_of(session):
    if session.pk is None:
        return []
    return session.appearances.select_related("speaker", "organisation").order_by("position", "pk")


def people_formset(data, *, session, user, extra):
    factory = formset_factory(
        AppearanceForm,
        formset=BasePeopleFormSet,
        extra=extra,
        can_delete=True,
        max_num=MOST_PEOPLE,
        absolute_max=MOST_PEOPLE,
        validate_max=True,
    )
    return factory(data, session=session, user=user)
