from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


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
