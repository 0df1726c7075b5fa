from django.db import models
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded
from events.addresses_left import refuse_address_of_another
from events.models import Edition, Session
from organisations.models import Organisation


class SpeakerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those who appear in an edition that the user may see."""
        if user.is_staff:
            return self
        return self.filter(
            appearances__session__edition__in=Edition.objects.visible_to(user)
        ).distinct()

    def of_edition(self, edition):
        return self.filter(appearances__session__edition=edition).distinct()

    def with_appearances_in(self, edition):
        """Each speaker's `appearances_then`: those in the edition, in the order of its agenda."""
        appearances = (
            Appearance.objects.filter(session__edition=edition)
            .select_related("session")
            .order_by("session__day", "session__starts", "session__position", "pk")
        )
        return self.prefetch_related(
            models.Prefetch("appearances", appearances, to_attr="appearances_then")
        )

    def alphabetical(self):
        return self.annotate(
            sorted_as=Coalesce(NullIf("sort_name", models.Value("")), "name")
        ).order_by("sorted_as", "pk")


class Speaker(models.Model):
    """A person, once, over all editions. What a programme printed belongs to the Appearance."""

    name = models.CharField(
        _("name"), max_length=150, help_text=_("Without “Dr.” and the like: that is the honorific.")
    )
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    honorific = models.CharField(_("honorific"), max_length=40, blank=True)
    sort_name = models.CharField(
        _("sorted as"), max_length=150, blank=True, help_text=_("“Torrecilla Salinas, Carlos”.")
    )
    biography = models.TextField(_("biography"), blank=True)
    email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("Never shown on the site.")
    )
    website = models.URLField(_("website"), blank=True)

    objects = SpeakerQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("speaker", args=[self.slug])

    def clean(self):
        refuse_address_of_another(self, FormerAddress.objects.exclude(speaker=self.pk))


class FormerAddress(models.Model):
    """A slug under which the speaker was once found; it leads on to where they are now."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="former_addresses")
    history = recorded()

    class Meta:
        verbose_name = _("former address of a speaker")
        verbose_name_plural = _("former addresses of speakers")

    def __str__(self):
        return self.slug


class AppearanceQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(session__edition__in=Edition.objects.visible_to(user))

    def latest_first(self):
        """With session, edition and documents loaded; within an edition as its agenda runs."""
        return (
            self.select_related("session__edition__series", "speaker")
            .prefetch_related("documents")
            .order_by(
                Coalesce("session__edition__starts_on", "session__edition__over_by").desc(
                    nulls_last=True
                ),
                "session__edition",
                "session__day",
                "session__starts",
                "session__position",
                "pk",
            )
        )


class Appearance(models.Model):
    """A speaker in one session, as the programme introduced them that day.

    Job titles, affiliations and honorifics change; what was printed then does not. They are
    copied when the appearance is made, and an edit of the speaker leaves them alone.
    """

    class Role(models.TextChoices):
        SPEAKER = "speaker", _("Speaker")
        MODERATOR = "moderator", _("Moderator")
        PANELLIST = "panellist", _("Panellist")
        PITCHER = "pitcher", _("Pitcher")
        HOST = "host", _("Host")
        GUIDE = "guide", _("Guide")
        RAPPORTEUR = "rapporteur", _("Rapporteur")

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="appearances", verbose_name=_("session")
    )
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, related_name="appearances", verbose_name=_("speaker")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.SPEAKER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    printed_name = models.CharField(
        _("name as printed"), max_length=150, blank=True, help_text=_("Empty: the speaker's name.")
    )
    honorific = models.CharField(_("honorific then"), max_length=40, blank=True)
    job_title = models.CharField(_("job title then"), max_length=300, blank=True)
    affiliation = models.CharField(_("affiliation then"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("organisation"),
        help_text=_("For links and statistics; what is shown is the affiliation."),
    )
    remark = models.CharField(
        _("remark"), max_length=200, blank=True, help_text=_("“now mayor of Charleroi”")
    )
    is_confirmed = models.BooleanField(_("confirmed"), default=True)
    is_online = models.BooleanField(_("joins online"), default=False)

    objects = AppearanceQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ["session", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "speaker", "role"],
                name="appearance_role_once",
                violation_error_message=_("The speaker has this role in the session already."),
            )
        ]

    def __str__(self):
        return f"{self.shown_name} – {self.session}"

    @property
    def shown_name(self):
        """Name with honorific, as printed then."""
        return f"{self.honorific} {self.printed_name or self.speaker.name}".strip()

    @property
    def introduced_as(self):
        """Job title and affiliation in one line, as a programme prints them after the name."""
        return ", ".join(part for part in (self.job_title, self.affiliation) if part)
