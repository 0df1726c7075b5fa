"""Two records side by side, and which of them and which of their values remain."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.history import current_step
from events.merging import MergeError
from organisations.merging import FIELDS as ORGANISATION_FIELDS
from organisations.merging import merge_organisations
from organisations.models import Organisation
from speakers.merging import FIELDS as SPEAKER_FIELDS
from speakers.merging import merge_speakers
from speakers.models import Speaker

from ..changes import current_state
from ..pages import render_site_page, site_page
from ..showing import NOTHING, shown


@dataclass(frozen=True)
class Kind:
    model: Any
    fields: list[str]
    merge: Any


KINDS = {
    "speaker": Kind(Speaker, SPEAKER_FIELDS, merge_speakers),
    "organisation": Kind(Organisation, ORGANISATION_FIELDS, merge_organisations),
}


class MergeForm(forms.Form):
    keep = forms.TypedChoiceField(
        label=gettext_lazy("Which remains?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args, kind, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = {row.pk: row for row in rows}
        self.fields["keep"].choices = [(row.pk, str(row)) for row in rows]
        self.fields["keep"].initial = rows[0].pk
        states = {row.pk: current_state(row) for row in rows}
        for name in kind.fields:
            self._ask(kind.model._meta.get_field(name), states)

    def _ask(self, field, states):
        """Only where both say something and not the same: else there is nothing to choose."""
        texts = {pk: shown(field, state, None) for pk, state in states.items()}
        if len(set(texts.values())) == 2 and NOTHING not in texts.values():
            self.fields[f"value-{field.name}"] = forms.TypedChoiceField(
                label=capfirst(field.verbose_name),
                choices=list(texts.items()),
                coerce=int,
                initial=next(iter(texts)),
                widget=forms.RadioSelect,
            )

    def merge(self, merge, by):
        values = {
            name.removeprefix("value-"): getattr(self.rows[pk], name.removeprefix("value-"))
            for name, pk in self.cleaned_data.items()
            if name != "keep"
        }
        rows = dict(self.rows)
        keep = rows.pop(self.cleaned_data["keep"])
        (gone,) = rows.values()
        return merge(keep, gone, by=by, values=values)


@site_page
def merge(request, kind):
    kind = KINDS.get(kind)
    rows = _two_or_404(request, kind)
    form = MergeForm(request.POST or None, kind=kind, rows=rows)
    if request.method == "POST" and form.is_valid():
        try:
            kept = form.merge(kind.merge, by=request.user)
        except MergeError as error:
            form.add_error(None, str(error))
        else:
            return _merged(request, kept)
    page = "admin/curation/merge.html"
    return render_site_page(request, page, form=form, rows=rows, opts=kind.model._meta)


def _two_or_404(request, kind):
    pks = {pk[:18] for pk in request.GET.getlist("of") if pk.isdecimal()}
    rows = list(kind.model.objects.filter(pk__in=pks).order_by("pk")) if kind else []
    if len(rows) != 2:
        raise Http404
    return rows


def _merged(request, kept):
    address = reverse("step", args=[current_step()])
    text = _("Merged: %(name)s remains.") % {"name": kept}
    messages.success(request, format_html('{} <a href="{}">{}</a>', text, address, _("Undo…")))
    return redirect(f"admin:{kept._meta.app_label}_{kept._meta.model_name}_change", kept.pk)
