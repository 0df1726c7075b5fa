from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from events.permissions import Task

from ..pages import edition_page, render_edition_page
from ..tables.all import TABLES, table_or_404
from ..tables.importing import try_out, write
from ..tables.reading import read_table
from ..tables.waiting import put_aside, take
from ..tables.workbook import TableError
from ..tables.writing import FORMATS


class UploadForm(forms.Form):
    file = forms.FileField(label=_("XLSX or CSV file"))

    def clean_file(self):
        try:
            return read_table(self.cleaned_data["file"])
        except TableError as error:
            raise forms.ValidationError(str(error)) from error


@edition_page(Task.EXPORT)
def tables(request, edition):
    return render_edition_page(
        request, "admin/curation/tables.html", edition, tables=TABLES, formats=FORMATS
    )


@edition_page(Task.EXPORT)
def table_file(request, edition, table, ending):
    if ending not in FORMATS:
        raise Http404
    write_file, content_type = FORMATS[ending]
    content = write_file(table_or_404(table, edition, request.user).export())
    name = f"{edition.slug}-{table}.{ending}"
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@edition_page(Task.IMPORT)
def table_import(request, edition, table):
    table = table_or_404(table, edition, request.user)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            outcome = try_out(table, upload)
        except TableError as error:
            form.add_error("file", str(error))
        else:
            return _preview(request, edition, table, upload, outcome)
    return render_edition_page(
        request, "admin/curation/table_import.html", edition, table=table, form=form
    )


@edition_page(Task.IMPORT)
def table_confirm(request, edition, table):
    table = table_or_404(table, edition, request.user)
    waiting = take(request.POST.get("ticket", ""), table)
    if not waiting:
        messages.error(request, _("This preview is no longer valid. Please upload the file again."))
        return redirect("edition_table_import", edition.pk, table.name)
    upload, seen = waiting
    outcome = write(table, upload, seen=seen)
    if not outcome.is_written:
        messages.warning(request, _("Something changed meanwhile: look again before you import."))
        return _preview(request, edition, table, upload, outcome)
    messages.success(request, _("Imported: %s") % table.title)
    return redirect("edition_tables", edition.pk)


def _preview(request, edition, table, upload, outcome):
    ticket = outcome.may_be_written and put_aside(upload, table, seen=outcome.fingerprint)
    return render_edition_page(
        request,
        "admin/curation/table_preview.html",
        edition,
        table=table,
        outcome=outcome,
        ticket=ticket,
    )
