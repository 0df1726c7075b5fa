"""The forms of an edition's publication: each asks for what one verb of events.publishing needs."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events import dates, publishing
from events.models import Edition, FormerDates

Visibility = Edition.Visibility

TO = {
    Visibility.DRAFT: publishing.withdraw,
    Visibility.PREVIEW: publishing.open_preview,
    Visibility.PUBLIC: publishing.publish,
}


class EditionForm(forms.Form):
    """`step` names the change in the history, `done` tells whoever made it."""

    def __init__(self, edition, data=None):
        super().__init__(data, initial=self.initial_of(edition), auto_id=f"{self.name}_%s")
        self.edition = edition

    def initial_of(self, edition):
        return {}


class VisibilityForm(EditionForm):
    name = "visibility"
    step = done = _("Visibility changed")
    visibility = forms.ChoiceField(
        label=_("Who sees the pages"),
        widget=forms.RadioSelect,
        choices=[
            (Visibility.DRAFT, _("Draft: its organisers alone")),
            (Visibility.PREVIEW, _("Preview: whoever has the secret link")),
            (Visibility.PUBLIC, _("Public: everybody")),
        ],
    )

    def initial_of(self, edition):
        return {"visibility": edition.visibility}

    def apply(self):
        # Saved as it was, a preview keeps the link that is known.
        if self.has_changed():
            TO[self.cleaned_data["visibility"]](self.edition)


class PreviewLinkForm(EditionForm):
    name = "preview_link"
    step = done = _("Link of the preview renewed")

    def clean(self):
        if self.edition.visibility != Visibility.PREVIEW:
            raise ValidationError(_("Only an edition in preview has a link to renew."))

    def apply(self):
        publishing.renew_preview_link(self.edition)


class StageForm(EditionForm):
    name = "stage"
    step = done = _("Stage changed")
    stage = forms.ChoiceField(
        label=_("Stage"), choices=Edition.Stage.choices, widget=forms.RadioSelect
    )

    def initial_of(self, edition):
        return {"stage": edition.stage}

    def apply(self):
        publishing.change_stage(self.edition, self.cleaned_data["stage"])


def date_field(name):
    return Edition._meta.get_field(name).formfield(
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=dates.VALIDATORS,
    )


class DatesForm(EditionForm):
    name = "dates"
    step = done = _("Dates changed")
    starts_on = date_field("starts_on")
    ends_on = date_field("ends_on")
    note = FormerDates._meta.get_field("note").formfield(
        label=_("Why they changed"),
        help_text=_("Stands in public beside the former dates: “postponed”."),
    )

    def initial_of(self, edition):
        return {"starts_on": edition.starts_on, "ends_on": edition.ends_on}

    def clean(self):
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if self.errors:
            return
        if bool(starts) != bool(ends):
            raise ValidationError(_("Give both the first and the last day, or neither."))
        if starts and ends < starts:
            raise ValidationError(_("The last day cannot lie before the first."))

    def apply(self):
        publishing.reschedule(self.edition, **self.cleaned_data)


FORMS = [VisibilityForm, PreviewLinkForm, StageForm, DatesForm]


def forms_for(edition, data):
    """Each form by its name. Of those on the page, the one whose name was posted is filled in."""
    return {
        form.name: form(edition, data if data.get("form") == form.name else None) for form in FORMS
    }
