"""Records that editions share: those of others are only matched."""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from events.spelling import plain

from .table import EditionTable


class SharedTable(EditionTable):
    """Speakers or organisations, known by the slug of their address.

    A subclass tells `used_by`: the lookups from a record to the editions that use it.
    """

    key = "slug"
    used_by = ()

    def known_rows(self, dataset):
        """Those of the edition, and those that the file names, now or by a former address."""
        model = self._meta.model
        slugs = dataset[self.key]
        parent = model._meta.model_name
        moved = self._former_addresses().filter(slug__in=slugs).select_related(parent)
        known = {row.slug: row for row in model.objects.filter(slug__in=slugs)}
        known |= {address.slug: getattr(address, parent) for address in moved}
        self.taken_names = self._taken_names(dataset)
        self.changeable = self._changeable({row.pk for row in known.values()})
        return known

    def _taken_names(self, dataset):
        names = dataset["name"] if "name" in dataset.headers else []
        rows = self._meta.model.objects.filter(name__in=names)
        return dict(rows.values_list("name", "slug"))

    def _changeable(self, ids):
        """Used by this edition alone; of those that none uses, what the person has made."""
        rows = self._meta.model.objects.filter(pk__in=ids)
        here, elsewhere = set(), set()
        for path in self.used_by:
            for pk, edition in rows.values_list("pk", path).distinct():
                if edition is not None:
                    (here if edition == self.edition.pk else elsewhere).add(pk)
        return (here - elsewhere) | (self._made_by_user(ids) - here - elsewhere)

    def _made_by_user(self, ids):
        if self.user.is_staff:
            return ids
        made = self._meta.model.history.filter(history_type="+", history_user=self.user)
        return set(made.filter(id__in=ids).values_list("id", flat=True))

    def not_known(self, key):
        return None

    def may_change(self, instance):
        return instance.pk is None or instance.pk in self.changeable

    def init_instance(self, row=None):
        """A row without an address whose name is known would double a record."""
        name = row.get("name", "")
        if not row[self.key] and (slug := self.taken_names.get(name)):
            message = _("The name is known: put its address, “%s”, or another one.") % slug
            raise ValidationError({self.key: message})
        return self._meta.model(slug=row[self.key] or self._free_slug(name))

    def after_save_instance(self, instance, row, **kwargs):
        """So that a name new in this file is not made twice either."""
        self.known[instance.slug] = instance
        self.taken_names[instance.name] = instance.slug

    def _free_slug(self, name):
        # Ahead of the row's own checks, which say what is wrong with the name itself.
        slug = base = slugify(plain(name))[:100] or self._meta.model._meta.model_name
        number = 1
        while self._is_taken(slug):
            number += 1
            slug = f"{base}-{number}"
        return slug

    def _is_taken(self, slug):
        return any(
            rows.filter(slug=slug).exists()
            for rows in (self._meta.model.objects, self._former_addresses())
        )

    def _former_addresses(self):
        return self._meta.model._meta.get_field("former_addresses").related_model.objects
