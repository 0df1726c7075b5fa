"""A change to a shared record: suggested by an organiser, taken over or set aside by staff."""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation
from speakers.models import Speaker

from .models import Suggestion

# What organisers see of a record, by the name that stands in the address.
FIELDS = {
    Speaker: ["name", "honorific", "sort_name", "biography", "website"],
    Organisation: [
        "name",
        "acronym",
        "kind",
        "sector",
        "description",
        "city",
        "country",
        "website",
    ],
}
MODELS = {model._meta.model_name: model for model in FIELDS}


class SuggestionForm(forms.ModelForm):
    reason = forms.CharField(
        label=_("Reason or source"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        if not self.changed_data:
            raise ValidationError(_("Nothing is changed yet. Correct a field, or give a reason."))
        return super().clean()

    def proposed(self):
        """Field: as it was, as proposed."""
        return {
            name: [str(self.initial[name]), str(self.cleaned_data[name])]
            for name in self.changed_data
            if name in self.initial
        }


def suggestion_form(record, data=None):
    model = type(record)
    form = forms.modelform_factory(model, form=SuggestionForm, fields=FIELDS[model])
    return form(data, instance=record)


def suggest(record, *, values, reason, by):
    return Suggestion.objects.create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        values=values,
        reason=reason,
        suggested_by=by,
    )


@transaction.atomic
def accept(suggestion):
    """Take the proposed values over, unless somebody has changed the same fields since."""
    record = suggestion.record
    if record is None:
        raise ValidationError(_("The record was deleted. Dismiss the suggestion."))
    for name, (before, proposed) in suggestion.values.items():
        if str(getattr(record, name)) != before:
            raise ValidationError(
                _("“%(record)s” was changed since. Change it by hand and dismiss the suggestion."),
                params={"record": record},
            )
        setattr(record, name, proposed)
    record.full_clean()
    record.save()
    _decide(suggestion, Suggestion.Outcome.ACCEPTED)


def dismiss(suggestion):
    _decide(suggestion, Suggestion.Outcome.DISMISSED)


def _decide(suggestion, outcome):
    suggestion.outcome = outcome
    suggestion.save(update_fields=["outcome"])
