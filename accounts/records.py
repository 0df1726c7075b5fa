"""Records also what a deletion takes from others.

Django empties the links to a deleted object in one statement and tells nobody. What lost a link
gets a row of its own here, so that history shows it and undo can give it back.
"""

from collections import defaultdict

from django.db import models
from simple_history.models import HistoricalRecords


class Records(HistoricalRecords):
    of_model = {}

    def finalize(self, sender, **kwargs):
        super().finalize(sender, **kwargs)
        if sender is self.cls:
            self.of_model[sender] = self

    def pre_delete(self, instance, **kwargs):
        super().pre_delete(instance, **kwargs)
        instance.links_lost = links_to(type(instance), [instance.pk])
        instance.links_had = {
            field: list(_rows_of(field, instance).values())
            for field in self.get_m2m_fields_from_model(type(instance))
        }

    def post_delete(self, instance, using=None, **kwargs):
        super().post_delete(instance, using=using, **kwargs)
        for model, pks in instance.__dict__.pop("links_lost", {}).items():
            self.of_model[model].record_all(pks)

    def record_all(self, pks):
        for row in self.cls._default_manager.filter(pk__in=pks):
            self.create_historical_record(row, "~")

    def create_historical_record_m2ms(self, history_instance, instance):
        # When the deletion is recorded, the rows between are gone already.
        links = instance.__dict__.pop("links_had", {})
        if history_instance.history_type != "-":
            return super().create_historical_record_m2ms(history_instance, instance)
        for field, rows in links.items():
            model = self.m2m_models[field]
            model.objects.bulk_create(model(history=history_instance, **row) for row in rows)
        return None

    def m2m_changed(self, instance, action, attr, pk_set, reverse, **kwargs):
        """Set from the other end, it is still a change of the model that has the field."""
        if not reverse:
            super().m2m_changed(instance, action, attr, pk_set, reverse, **kwargs)
        elif action in ("post_add", "post_remove"):
            self.record_all(pk_set)


def _rows_of(field, instance):
    through = field.remote_field.through
    return through._default_manager.filter(**{field.m2m_field_name(): instance.pk})


def links_to(model, pks):
    """The ids of the recorded rows, by model, that would lose a link if these were deleted."""
    links = defaultdict(set)
    for relation in model._meta.get_fields(include_hidden=True):
        if _is_emptied(relation):
            other = relation.related_model
            rows = other._default_manager.filter(**{f"{relation.field.name}__in": pks})
            links[other].update(rows.values_list("pk", flat=True))
    return {other: ids for other, ids in links.items() if ids}


def _is_emptied(relation):
    if not relation.auto_created or relation.concrete:
        return False
    records = Records.of_model.get(relation.related_model)
    if records is None:
        return False
    if relation.many_to_many:
        return relation.field in records.get_m2m_fields_from_model(relation.related_model)
    return relation.on_delete is models.SET_NULL
