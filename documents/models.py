import secrets
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded
from events.keys import new_key
from events.models import Edition, Session
from speakers.models import Appearance

from .fields import DescribedFileField


def stored_name(document, filename):
    """A name nobody can guess; the uploader's own name is display data only."""
    return f"documents/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()[:10]}"


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(edition__in=Edition.objects.visible_to(user))

    def obtainable(self):
        """Those that can be had, here or elsewhere; of others it is only known that they exist."""
        return self.exclude(file="", url="")

    def by_kind(self):
        """In the order of Document.Kind: what prepared, what was shown, what came of it."""
        place = [models.When(kind=kind, then=n) for n, kind in enumerate(Document.Kind)]
        return self.order_by(models.Case(*place), "position", "pk")

    def with_its_people(self):
        return self.select_related("edition__series", "session").prefetch_related(
            "appearances__speaker"
        )


class Document(models.Model):
    """Its key is a permanent address: the file behind it is replaced, the row is not re-created."""

    class Kind(models.TextChoices):
        AGENDA = "agenda", _("Agenda")
        BOOKLET = "booklet", _("Participant booklet")
        INPUT_PAPER = "input_paper", _("Input paper")
        PRESENTATION = "presentation", _("Presentation")
        SUMMARY = "summary", _("Event summary")
        PROCEEDINGS = "proceedings", _("Proceedings")
        RECORDING = "recording", _("Recording")
        OTHER = "other", _("Other")

    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="documents", verbose_name=_("edition")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=250)
    description = models.CharField(_("description"), max_length=300, blank=True)
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("Code such as “en” or “fr”.")
    )
    file = DescribedFileField(_("file"), upload_to=stored_name, max_length=200, blank=True)
    url = models.URLField(
        _("link"), blank=True, help_text=_("Where it is found, if it is not kept here.")
    )
    file_name = models.CharField(max_length=200, blank=True, editable=False)
    size = models.PositiveBigIntegerField(
        null=True, blank=True, editable=False, help_text=_("In bytes.")
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    session = models.ForeignKey(
        Session,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("session"),
    )
    appearances = models.ManyToManyField(
        Appearance,
        blank=True,
        related_name="documents",
        verbose_name=_("presented by"),
        help_text=_("Two people may share one deck."),
    )
    licence = models.CharField(_("licence"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = DocumentQuerySet.as_manager()
    history = recorded(m2m_fields=[appearances])

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file="") | Q(url=""),
                name="document_file_or_link",
                violation_error_message=_("Give a file or a link, not both."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.url or reverse("document_file", args=[self.key])

    def clean(self):
        if self.session and self.session.edition_id != self.edition_id:
            raise ValidationError({"session": _("This session belongs to another edition.")})

    @property
    def presenters(self):
        """Who presents it, under the names printed then."""
        return ", ".join(appearance.shown_name for appearance in self.appearances.all())

    @property
    def is_obtainable(self):
        return bool(self.file or self.url)

    @property
    def file_type(self):
        """What people call the type: “PDF”."""
        return PurePath(self.file.name).suffix.removeprefix(".").upper() if self.file else ""
