from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.history import recorded

from .. import dates
from .edition import Edition


class Figure(models.Model):
    """One count of one measure. Sources differ, so an edition has several of the same measure."""

    class Measure(models.TextChoices):
        PARTICIPANTS = "participants", _("participants")
        REGISTERED = "registered", _("registered")
        ON_SITE = "on_site", _("on site")
        ONLINE = "online", _("online")
        COUNTRIES = "countries", _("countries")
        EU_COUNTRIES = "eu_countries", _("EU countries")
        BILATERAL_MEETINGS = "bilateral_meetings", _("bilateral meetings")
        IN_MATCHMAKING = "in_matchmaking", _("in the matchmaking")
        FROM_UKRAINE = "from_ukraine", _("from Ukraine")

    class Qualifier(models.TextChoices):
        OVER = "over", _("over")
        ABOUT = "about", _("about")
        NEARLY = "nearly", _("nearly")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(_("measure"), max_length=20, choices=Measure.choices)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier.choices, blank=True
    )
    value = models.PositiveIntegerField(_("value"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("link to the source"), blank=True)
    source_marks = models.CharField(
        _("source marks"), max_length=200, blank=True, help_text=_("For editors; never shown.")
    )
    counted_on = models.DateField(
        _("counted on"), null=True, blank=True, validators=dates.VALIDATORS
    )

    history = recorded()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["pk"]
        constraints = [
            dates.within_bounds("counted_on", name="figure_counted_within_bounds"),
        ]

    def __str__(self):
        return " ".join(
            str(part)
            for part in (self.get_qualifier_display(), self.value, self.get_measure_display())
            if part
        )
