from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded


class SeriesQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A series is as public as its editions: one of drafts alone is not there."""
        if user.is_staff:
            return self
        editions = self.model._meta.get_field("editions").related_model
        return self.filter(
            models.Exists(editions.objects.visible_to(user).filter(series=models.OuterRef("pk")))
        )


class Series(models.Model):
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    summary = models.CharField(
        _("summary"), max_length=300, blank=True, help_text=_("One sentence, for lists and search.")
    )
    introduction = models.TextField(_("introduction"), blank=True)

    objects = SeriesQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("series", args=[self.slug])
