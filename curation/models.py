from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded


class LoadedFact(models.Model):
    """What the demo once wrote into one object, so that a later run can tell it from staff's work.

    A field that still holds the value kept here is the demo's; any other is staff's and stays.
    The row outlives its object: what staff deleted is not made again.
    """

    key = models.CharField(_("key"), max_length=250, unique=True)
    model = models.CharField(_("type"), max_length=100)
    object_id = models.PositiveBigIntegerField(_("object"))
    values = models.JSONField(
        _("values as loaded"),
        default=dict,
        blank=True,
        encoder=DjangoJSONEncoder,
        help_text=_("Empty: staff had made the object before, and it is theirs."),
    )

    class Meta:
        verbose_name = _("loaded fact")
        verbose_name_plural = _("loaded facts")
        ordering = ["key"]

    def __str__(self):
        return self.key

    @property
    def is_adopted(self):
        return not self.values


class SuggestionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(outcome=Suggestion.Outcome.OPEN)


class Suggestion(models.Model):
    """What an organiser would change in a record that other editions use too; staff decide."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        DISMISSED = "dismissed", _("Dismissed")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, editable=False)
    object_id = models.PositiveBigIntegerField(editable=False)
    record = GenericForeignKey()
    values = models.JSONField(
        _("proposed values"),
        default=dict,
        blank=True,
        help_text=_("Field: as it was, as proposed."),
    )
    reason = models.TextField(_("reason"), blank=True)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("suggested by"),
    )
    suggested_at = models.DateTimeField(_("suggested"), auto_now_add=True)
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN
    )

    objects = SuggestionQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["-suggested_at", "-pk"]

    def __str__(self):
        return str(self.record or _("a record that was deleted"))
