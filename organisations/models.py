from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.history import recorded
from events.addresses_left import refuse_address_of_another
from events.models import Edition


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those with a part in an edition that the user may see."""
        if user.is_staff:
            return self
        editions = Edition.objects.visible_to(user)
        return self.filter(
            Q(partnerships__edition__in=editions) | Q(appearances__session__edition__in=editions)
        ).distinct()


class Organisation(models.Model):
    class Kind(models.TextChoices):
        CLUSTER = "cluster", _("Cluster organisation")
        AGENCY = "agency", _("Development agency")
        AUTHORITY = "authority", _("Authority")
        EU_INSTITUTION = "eu_institution", _("European institution")
        COMPANY = "company", _("Company")
        RESEARCH = "research", _("Research or education")
        ASSOCIATION = "association", _("Association")
        NETWORK = "network", _("Network")
        PROJECT = "project", _("Project")
        OTHER = "other", _("Other")

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, blank=True)
    sector = models.CharField(_("sector"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    country = CountryField(_("country"), blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = OrganisationQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("organisation", args=[self.slug])

    def clean(self):
        refuse_address_of_another(self, FormerAddress.objects.exclude(organisation=self.pk))


class AlternativeName(models.Model):
    """Another spelling under which the organisation is printed: Greenwin for Green Win."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="alternative_names"
    )
    name = models.CharField(_("name"), max_length=200, unique=True)

    history = recorded()

    class Meta:
        verbose_name = _("alternative name")
        verbose_name_plural = _("alternative names")
        ordering = ["name"]

    def __str__(self):
        return self.name


class FormerAddress(models.Model):
    """A slug under which the organisation was once found; it leads on to where it is now."""

    slug = models.SlugField(_("address"), max_length=120, unique=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="former_addresses"
    )
    history = recorded()

    class Meta:
        verbose_name = _("former address of an organisation")
        verbose_name_plural = _("former addresses of organisations")

    def __str__(self):
        return self.slug


class PartnershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(edition__in=Edition.objects.visible_to(user))

    def latest_first(self):
        return self.select_related("edition__series").order_by(
            Coalesce("edition__starts_on", "edition__over_by").desc(nulls_last=True), "pk"
        )


class Partnership(models.Model):
    """What an organisation was to an edition, under the name that was printed then."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("Organiser")
        ON_BEHALF_OF = "on_behalf_of", _("On behalf of")
        HOST = "host", _("Host")
        PARTNER = "partner", _("Partner")
        PARTNER_CLUSTER = "partner_cluster", _("Partner cluster")
        FINANCIAL_SUPPORT = "financial_support", _("Financial support")
        MATCHMAKING = "matchmaking", _("Matchmaking")

    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="partnerships", verbose_name=_("edition")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="partnerships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.PARTNER)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    printed_name = models.CharField(
        _("name as printed"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the organisation's name."),
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = PartnershipQuerySet.as_manager()
    history = recorded()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "organisation", "role"],
                name="partnership_role_once",
                violation_error_message=_("The organisation has this role already."),
            )
        ]

    def __str__(self):
        return f"{self.shown_name} ({self.get_role_display()})"

    @property
    def shown_name(self):
        return self.printed_name or self.organisation.name
