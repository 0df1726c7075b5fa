from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded

from .edition import Edition


class Organiser(models.Model):
    """A user who may curate one edition. What each role allows stands in events/permissions.py."""

    class Role(models.TextChoices):
        VIEWER = "viewer", _("Viewer")
        EDITOR = "editor", _("Editor")
        MANAGER = "manager", _("Manager")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, verbose_name=_("user")
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="organisers", verbose_name=_("edition")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.EDITOR)

    history = recorded()

    class Meta:
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")
        ordering = ["edition", "user"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "edition"],
                name="organiser_once_in_edition",
                violation_error_message=_("This person has a role in the edition already."),
            )
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()})"
