"""The next edition from the skeleton of one. For staff: organisers see nothing but their own."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import dates
from events.cloning import clone_edition, edition_from
from events.models import Session
from events.permissions import Task

from ..pages import edition_page, render_edition_page

ALL, NONE, CHOSEN = "all", "none", "chosen"


class CloneForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=120, help_text=gettext_lazy("Usually the place.")
    )
    slug = forms.SlugField(
        label=gettext_lazy("Address"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Left empty, it is made of place and year: “charleroi-2024”."),
    )
    starts_on = forms.DateField(
        label=gettext_lazy("First day"),
        validators=dates.VALIDATORS,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    with_venue = forms.BooleanField(
        label=gettext_lazy("In the same place: take over city, country and venue"), required=False
    )
    titles = forms.ChoiceField(
        label=gettext_lazy("Titles of the sessions"),
        choices=[
            (ALL, gettext_lazy("Keep all")),
            (NONE, gettext_lazy("Keep none: call each session by its kind")),
            (CHOSEN, gettext_lazy("Keep those chosen below")),
        ],
        initial=ALL,
        widget=forms.RadioSelect,
    )
    sessions = forms.ModelMultipleChoiceField(
        Session.objects.none(),
        label=gettext_lazy("Sessions that keep their title"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, source, **kwargs):
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["sessions"].queryset = source.sessions.in_place()

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        values["slug"] = values["slug"] or slugify(f"{values['name']}-{values['starts_on'].year}")
        self._check(values)
        return values

    def _check(self, values):
        """What the tables would refuse is said here, beside the field."""
        edition = edition_from(
            self.source, **{key: values[key] for key in ("name", "slug", "starts_on")}
        )
        try:
            edition.clean_fields(exclude=["series"])
            edition.validate_unique()
            edition.validate_constraints()
        except ValidationError as error:
            at = {"ends_on": "starts_on", "__all__": "slug"}
            for field, reasons in error.message_dict.items():
                self.add_error(at.get(field, field), reasons)

    def titles_kept(self):
        chosen = {ALL: None, NONE: []}
        return chosen.get(self.cleaned_data["titles"], self.cleaned_data["sessions"])

    def clone(self, by):
        values = self.cleaned_data
        return clone_edition(
            self.source,
            name=values["name"],
            slug=values["slug"],
            starts_on=values["starts_on"],
            with_venue=values["with_venue"],
            titles=self.titles_kept(),
            by=by,
        )


@edition_page(Task.CLONE)
def clone(request, edition):
    form = CloneForm(request.POST or None, source=edition)
    if request.method == "POST" and form.is_valid():
        made = form.clone(by=request.user)
        messages.success(request, _("%(edition)s has been made, as a draft.") % {"edition": made})
        return redirect("admin:events_edition_change", made.pk)
    return render_edition_page(request, "admin/curation/clone.html", edition, form=form)
