"""Refuses an admin that would show everything to every organiser."""

from django.apps import apps
from django.contrib import admin
from django.core.checks import Error, Tags, register

from accounts.staff_admin import StaffOnlyAdmin

from .inlines import ScopedInline


@register(Tags.admin)
def every_admin_is_scoped(app_configs, **kwargs):
    models = [model for model in apps.get_models() if admin.site.is_registered(model)]
    return [error for model in models for error in _unscoped(admin.site.get_model_admin(model))]


def _unscoped(model_admin):
    if not isinstance(model_admin, StaffOnlyAdmin):
        yield _error(type(model_admin), "EditionScopedAdmin, SharedAdmin or StaffOnlyAdmin", 1)
    for inline in model_admin.inlines:
        if not issubclass(inline, ScopedInline):
            yield _error(inline, "events.inlines", 2)


def _error(cls, bases, number):
    return Error(
        f"{cls.__module__}.{cls.__qualname__} shows all rows to every organiser.",
        hint=f"Derive it from {bases}.",
        obj=cls,
        id=f"events.E{number:03}",
    )
