"""What earlier runs loaded, and what has become of it: one query for each model."""

from collections import defaultdict

from django.apps import apps

from curation.models import LoadedFact


class Records:
    def __init__(self):
        self.by_key = {record.key: record for record in LoadedFact.objects.all()}
        self.objects = self._read_objects()
        self.new, self.changed = {}, []

    def _read_objects(self):
        ids = defaultdict(list)
        for record in self.by_key.values():
            ids[record.model].append(record.object_id)
        return {label: _objects_of(apps.get_model(label), pks) for label, pks in ids.items()}

    def of(self, fact):
        return self.by_key.get(fact.key)

    def object_of(self, record):
        """None where staff deleted it."""
        return self.objects[record.model].get(record.object_id)

    def is_adopted(self, key):
        record = self.by_key.get(key) or self.new.get(key)
        return record is not None and record.is_adopted

    def add(self, fact, item, values):
        self.new[fact.key] = LoadedFact(
            key=fact.key, model=fact.model._meta.label_lower, object_id=item.pk, values=values
        )

    def change(self, record, values):
        if values != record.values:
            record.values = values
            self.changed.append(record)

    def save(self):
        LoadedFact.objects.bulk_create(self.new.values())
        LoadedFact.objects.bulk_update(self.changed, ["values"])


def _objects_of(model, pks):
    links = [field.name for field in model._meta.many_to_many]
    return model.objects.prefetch_related(*links).in_bulk(pks)
