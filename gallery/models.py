import secrets
from pathlib import PurePath

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded
from events.keys import new_key
from events.models import Edition


def stored_name(photo, filename):
    """A name nobody can guess; the uploader's own name is display data only."""
    return f"photos/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()[:10]}"


class Album(models.Model):
    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="albums", verbose_name=_("edition")
    )
    title = models.CharField(_("title"), max_length=150)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = recorded()

    class Meta:
        verbose_name = _("album")
        verbose_name_plural = _("albums")
        ordering = ["edition", "position", "pk"]

    def __str__(self):
        return self.title


class PhotoQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(album__edition__in=Edition.objects.visible_to(user))


class Photo(models.Model):
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    album = models.ForeignKey(
        Album, on_delete=models.CASCADE, related_name="photos", verbose_name=_("album")
    )
    image = models.ImageField(
        _("image"),
        upload_to=stored_name,
        max_length=200,
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What somebody who cannot see the photo should know of it."),
    )
    credit = models.CharField(_("credit"), max_length=150, blank=True)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = PhotoQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["album", "position", "pk"]

    def __str__(self):
        return self.caption or self.key

    def get_absolute_url(self):
        return reverse("photo_file", args=[self.key])
