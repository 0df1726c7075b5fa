"""The admin's own site: who comes in, and the addresses that belong to no model."""

from django.contrib.admin import AdminSite
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from accounts.staff_admin import is_staff

from .admin_filters import with_what_str_reads
from .admin_scope import edition_ids
from .permissions import Task


class SignInForm(AdminAuthenticationForm):
    """For every active account; what it opens is asked on each page."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _(
            "This e-mail address and password belong to no account. Capital letters count in the "
            "password."
        ),
    }

    def confirm_login_allowed(self, user):
        AuthenticationForm.confirm_login_allowed(self, user)


class ScopedAutocomplete(AutocompleteJsonView):
    """Finds what the person may choose, which is not all that they may see."""

    def has_perm(self, request, obj=None):
        return self.model_admin.has_choice_permission(request)

    def get_queryset(self):
        rows = self.model_admin.choosable(self.request)
        rows = rows.complex_filter(self.source_field.get_limit_choices_to())
        rows = with_what_str_reads(self.model_admin, rows)
        rows, doubles = self.model_admin.get_search_results(self.request, rows, self.term)
        return rows.distinct() if doubles else rows


class CurationSite(AdminSite):
    """Open to staff, and to the organisers of any edition."""

    login_form = SignInForm

    def has_permission(self, request):
        user = request.user
        return is_staff(user) or (user.is_active and bool(edition_ids(request, Task.VIEW)))

    def get_urls(self):
        address = "r/<path:content_type_id>/<path:object_id>/"
        return [path(address, self.admin_view(self.view_on_site)), *super().get_urls()]

    def view_on_site(self, request, content_type_id, object_id):
        """Django's own leads anybody to any object and so tells the address of a draft."""
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        try:
            model_admin = self.get_model_admin(model)
        except NotRegistered as error:
            raise Http404 from error
        obj = model_admin.get_object(request, object_id)
        if obj is None or not hasattr(obj, "get_absolute_url"):
            raise Http404
        return HttpResponseRedirect(obj.get_absolute_url())

    def autocomplete_view(self, request):
        return ScopedAutocomplete.as_view(admin_site=self)(request)
