import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded

from .edition import Edition

# A workshop lasts two or three days; the bound only stops a slip of the finger.
LAST_DAY = 31


class Room(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="rooms")
    name = models.CharField(_("name"), max_length=120)
    directions = models.CharField(
        _("directions"), max_length=200, blank=True, help_text=_("Building, floor, entrance.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    history = recorded()

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "name"],
                name="room_name_once_in_edition",
                violation_error_message=_("The edition has a room of this name already."),
            )
        ]

    def __str__(self):
        return self.name


class SessionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(edition__in=Edition.objects.visible_to(user))

    def in_place(self):
        """As dragged; agenda.schedule puts those with a time where the clock puts them."""
        return self.order_by("day", "position", "pk")


class Session(models.Model):
    """One item of the agenda.

    Times are clocks in the host city. An end at or before its start means after midnight.
    """

    class Kind(models.TextChoices):
        WELCOME = "welcome", _("Welcome")
        KEYNOTE = "keynote", _("Keynote")
        TALK = "talk", _("Talk")
        PANEL = "panel", _("Panel discussion")
        PITCHING = "pitching", _("Pitching session")
        WORKSHOP = "workshop", _("Workshop")
        BREAKOUT = "breakout", _("Breakout session")
        VISIT = "visit", _("Guided tour")
        MATCHMAKING = "matchmaking", _("Matchmaking")
        BREAK = "break", _("Break")
        SOCIAL = "social", _("Social event")
        REGISTRATION = "registration", _("Registration")
        TRANSFER = "transfer", _("Transfer")
        CLOSING = "closing", _("Closing")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="sessions", verbose_name=_("edition")
    )
    day = models.PositiveSmallIntegerField(
        _("day"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_DAY)],
        help_text=_("1 is the edition's first day."),
    )
    starts = models.TimeField(_("start"), null=True, blank=True)
    ends = models.TimeField(
        _("end"),
        null=True,
        blank=True,
        help_text=_("At or before the start means after midnight."),
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, help_text=_("Order among sessions without a time.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, blank=True)
    number = models.CharField(
        _("number"), max_length=10, blank=True, help_text=_("“2” in “Panel discussion 2”.")
    )
    title = models.CharField(_("title"), max_length=300)
    language = models.CharField(
        _("language"), max_length=10, blank=True, help_text=_("Code such as “en” or “fr”.")
    )
    abstract = models.TextField(_("abstract"), blank=True)
    room = models.ForeignKey(
        Room,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name=_("room"),
        help_text=_("Empty: for everybody."),
    )
    choice_group = models.CharField(
        _("choice"),
        max_length=60,
        blank=True,
        help_text=_("Sessions of the same name here are offered to choose one from."),
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)

    objects = SessionQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["edition", "day", F("starts").asc(nulls_last=True), "position", "pk"]
        indexes = [models.Index(fields=["edition", "day", "position"], name="session_in_place")]
        constraints = [
            models.CheckConstraint(
                condition=Q(day__range=(1, LAST_DAY)),
                name="session_day_within_bounds",
                violation_error_message=_("Days are counted from 1 to 31."),
            ),
            models.CheckConstraint(
                condition=Q(starts__isnull=False) | Q(ends__isnull=True),
                name="session_end_needs_a_start",
                violation_error_message=_("Give the start as well as the end."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="session_has_a_title",
                violation_error_message=_("Give the session a title."),
            ),
        ]

    def __str__(self):
        return self.heading

    @property
    def heading(self):
        """The title as a programme prints it: “Panel discussion 1: …”."""
        if self.kind and self.number:
            return f"{self.get_kind_display()} {self.number}: {self.title}"
        return self.title

    def clean(self):
        if self.room and self.room.edition_id != self.edition_id:
            raise ValidationError({"room": _("This room belongs to another edition.")})
