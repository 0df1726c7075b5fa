import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.history import recorded

from .. import dates
from ..keys import new_secret
from .series import Series


def is_time_zone(value):
    try:
        ZoneInfo(value)
    except (ValueError, KeyError, OSError) as error:
        raise ValidationError(
            _("“%(zone)s” is no time zone; write it like Europe/Brussels."),
            params={"zone": value},
        ) from error


PUBLIC = Q(visibility="public")


class EditionQuerySet(models.QuerySet):
    def public(self):
        return self.filter(PUBLIC)

    def visible_to(self, user):
        if user.is_staff:
            return self
        if not user.is_authenticated:
            # See events/preview.py: the holder of a secret link sees one edition more.
            previewed = getattr(user, "previewed", None)
            return self.filter(Q(pk=previewed.pk) | PUBLIC) if previewed else self.public()
        return self.filter(PUBLIC | Q(pk__in=user.organiser_set.values("edition_id")))

    def upcoming(self, on):
        """Running editions included. One without dates lies ahead unless it is known to be over."""
        return self.filter(
            Q(ends_on__gte=on)
            | Q(starts_on__isnull=True) & (Q(over_by__isnull=True) | Q(over_by__gte=on))
        )

    def past(self, on):
        return self.filter(Q(ends_on__lt=on) | Q(starts_on__isnull=True, over_by__lt=on))

    def soonest_first(self):
        return self.order_by(F("starts_on").asc(nulls_last=True), F("number").asc(nulls_last=True))

    def latest_first(self):
        """Undated editions stand where they were known to be over."""
        return self.order_by(
            Coalesce("starts_on", "over_by").desc(nulls_last=True),
            F("number").desc(nulls_last=True),
        )


class Edition(models.Model):
    """One workshop of a series. Dates, number and place may all be unknown."""

    class Stage(models.TextChoices):
        ANNOUNCED = "announced", _("Announced")
        CONFIRMED = "confirmed", _("Confirmed")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")

    class Visibility(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PREVIEW = "preview", _("Preview by secret link")
        PUBLIC = "public", _("Public")

    class Attendance(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        HYBRID = "hybrid", _("In person and online")
        ONLINE = "online", _("Online")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="editions", verbose_name=_("series")
    )
    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("As announced. Leave it empty where nobody has said it."),
    )
    name = models.CharField(
        _("name"), max_length=120, blank=True, help_text=_("Usually the place: “Charleroi”.")
    )
    slug = models.SlugField(
        _("address"), max_length=80, help_text=_("Place and year: “charleroi-2024”.")
    )
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.CONFIRMED
    )
    visibility = models.CharField(
        _("visibility"), max_length=8, choices=Visibility.choices, default=Visibility.DRAFT
    )

    preview_key = models.CharField(max_length=32, default=new_secret, editable=False)

    starts_on = models.DateField(_("first day"), null=True, blank=True, validators=dates.VALIDATORS)
    ends_on = models.DateField(_("last day"), null=True, blank=True, validators=dates.VALIDATORS)
    date_note = models.CharField(_("note on the dates"), max_length=200, blank=True)
    over_by = models.DateField(
        _("known to be over by"),
        null=True,
        blank=True,
        validators=dates.VALIDATORS,
        help_text=_("Only for an edition that took place on days nobody recorded."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Brussels", validators=[is_time_zone]
    )

    city = models.CharField(_("city"), max_length=100, blank=True)
    city_local = models.CharField(_("city in its own language"), max_length=100, blank=True)
    country = CountryField(_("country"), blank=True)
    region = models.CharField(_("subject region"), max_length=200, blank=True)
    place_note = models.CharField(
        _("note on the place"), max_length=200, blank=True, help_text=_("“held for Ukraine”")
    )
    venue = models.CharField(_("venue"), max_length=250, blank=True)
    attendance = models.CharField(
        _("attendance"), max_length=10, choices=Attendance.choices, blank=True
    )
    registration_url = models.URLField(_("registration link"), blank=True)

    theme = models.CharField(_("theme"), max_length=300, blank=True)
    focus = models.CharField(_("focus"), max_length=300, blank=True)
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Stands before the agenda.")
    )
    context = models.TextField(_("context"), blank=True, help_text=_("Stands after the agenda."))
    keeps_financial_support = models.BooleanField(
        _("keep the heading “With financial support from”"),
        default=False,
        help_text=_("Also while nobody is listed under it."),
    )
    source_marks = models.CharField(
        _("source marks"), max_length=200, blank=True, help_text=_("For editors; never shown.")
    )

    objects = EditionQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = [F("starts_on").desc(nulls_last=True), "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "slug"],
                name="edition_slug_once_in_series",
                violation_error_message=_("Another edition of the series has this address."),
            ),
            models.UniqueConstraint(
                fields=["series", "number"],
                name="edition_number_once_in_series",
                violation_error_message=_("Another edition of the series has this number."),
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1),
                name="edition_number_from_one",
                violation_error_message=_("Editions are numbered from 1."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True, ends_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__isnull=False),
                name="edition_both_dates_or_none",
                violation_error_message=_("Give both the first and the last day, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="edition_ends_after_its_start",
                violation_error_message=_("The last day cannot lie before the first."),
            ),
            dates.within_bounds("starts_on", name="edition_starts_within_bounds"),
            dates.within_bounds("ends_on", name="edition_ends_within_bounds"),
            dates.within_bounds("over_by", name="edition_over_by_within_bounds"),
        ]

    def __str__(self):
        return f"{self.series.name}: {self.title}"

    def get_absolute_url(self):
        return reverse("edition", args=self.url_args)

    @property
    def url_args(self):
        return [self.series.slug, self.slug]

    @property
    def title(self):
        """The place; where none is known yet, what else there is to call the edition by."""
        if self.name:
            return self.name
        if self.number:
            return gettext("Edition %(number)s") % {"number": self.number}
        return pgettext("place of an edition", "To be announced")

    @property
    def is_public(self):
        return self.visibility == self.Visibility.PUBLIC

    @property
    def tz(self):
        return ZoneInfo(self.time_zone)

    @property
    def day_count(self):
        return (self.ends_on - self.starts_on).days + 1 if self.starts_on else None

    def date_of(self, day):
        """The date of the n-th day, or None while the edition has no dates."""
        return self.starts_on + timedelta(days=day - 1) if self.starts_on else None

    def today(self):
        """The date in the host city, where a visitor elsewhere may be a day ahead or behind."""
        return timezone.now().astimezone(self.tz).date()

    @property
    def is_over(self):
        last = self.ends_on or self.over_by
        return last is not None and last < self.today()

    @property
    def is_running(self):
        return self.starts_on is not None and self.starts_on <= self.today() <= self.ends_on


class FormerDates(models.Model):
    """Days for which an edition was once announced, kept so that old mails make sense."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="former_dates")
    starts_on = models.DateField(_("first day"), validators=dates.VALIDATORS)
    ends_on = models.DateField(_("last day"), validators=dates.VALIDATORS)
    note = models.CharField(_("note"), max_length=200, blank=True)

    history = recorded()

    class Meta:
        verbose_name = _("former dates")
        verbose_name_plural = _("former dates")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="former_dates_end_after_their_start",
                violation_error_message=_("The last day cannot lie before the first."),
            ),
            dates.within_bounds("starts_on", name="former_dates_start_within_bounds"),
            dates.within_bounds("ends_on", name="former_dates_end_within_bounds"),
        ]

    def __str__(self):
        return f"{self.starts_on} – {self.ends_on}"


class CoLocatedEvent(models.Model):
    """Another event held together with the edition, with a name and numbering of its own."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="co_located_events")
    name = models.CharField(_("name"), max_length=200)
    note = models.CharField(_("note"), max_length=300, blank=True)
    url = models.URLField(_("link"), blank=True)

    history = recorded()

    class Meta:
        verbose_name = _("co-located event")
        verbose_name_plural = _("co-located events")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class GuidedTour(models.Model):
    """A visit on offer whose day is not printed. One with a day is a Session of kind visit."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="guided_tours")
    name = models.CharField(_("place visited"), max_length=200)
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = recorded()

    class Meta:
        verbose_name = _("guided tour")
        verbose_name_plural = _("guided tours")
        ordering = ["pk"]

    def __str__(self):
        return self.name
