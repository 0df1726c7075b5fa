"""Two selected records of a list can be merged into one, by staff."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .permissions import runs_the_site


class MergeableAdmin:
    actions = ["merge_selected"]

    def has_merge_permission(self, request):
        return runs_the_site(request.user)

    @admin.action(description=gettext_lazy("Merge two into one…"), permissions=["merge"])
    def merge_selected(self, request, queryset):
        pks = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(pks) != 2:
            self.message_user(request, _("Select exactly two to merge."), messages.ERROR)
            return None
        page = reverse("merge", args=[self.opts.model_name])
        return redirect(f"{page}?{urlencode([('of', pk) for pk in pks])}")
