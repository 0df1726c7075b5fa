"""Bring the facts into the database, and leave alone what staff changed, deleted or made before."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction

from .facts import DemoError, Ref, Sample
from .records import Records
from .values import before_loading, current, wanted
from .writing import write


@dataclass
class Outcome:
    """How many facts there are of each model; how many objects were loaded, updated, kept."""

    facts: Counter = field(default_factory=Counter)
    done: Counter = field(default_factory=Counter)


def load_facts(facts):
    """All of them or none; of files that were stored before an error, none stays."""
    loading = Loading()
    try:
        with transaction.atomic():
            return loading.run(facts)
    except BaseException:
        for file in loading.stored_files:
            file.storage.delete(file.name)
        raise


class Loading:
    def __init__(self):
        self.outcome = Outcome()
        self.records = Records()
        self.objects = {}
        self.stored_files = []

    def run(self, facts):
        for fact in facts:
            if fact.key in self.objects:
                raise DemoError(fact.source, fact.key, "is there twice")
            self.outcome.facts[fact.model] += 1
            self.objects[fact.key] = self.load(fact)
        self.records.save()
        return self.outcome

    def load(self, fact):
        """Returns the object, or None where staff do not want it."""
        values = wanted(fact, self.objects)
        if record := self.records.of(fact):
            return self.update(fact, record, values)
        if not self.has_its_place(fact, values):
            return self.keep(None)
        if twin := self.same_by_hand(fact, values):
            self.records.add(fact, twin, {})
            return self.keep(twin)
        return self.make(fact, values)

    def keep(self, item):
        self.outcome.done["kept"] += 1
        return item

    def has_its_place(self, fact, values):
        """Not on an object that is staff's, nor without one that staff deleted."""
        if fact.owner and self.records.is_adopted(fact.owner):
            return False
        return all(
            values[name] is not None or fact.model._meta.get_field(name).null
            for name, value in fact.values.items()
            if isinstance(value, Ref)
        )

    def same_by_hand(self, fact, values):
        if not fact.identity:
            return None
        same = {name: values[name] for name in fact.identity}
        twin = fact.model.objects.filter(**same).first()
        if twin and twin in self.objects.values():
            raise DemoError(fact.source, fact.key, "is the same as another entry")
        return twin

    def make(self, fact, values):
        item = fact.model()
        self.stored_files += write(fact, item, values)
        self.records.add(fact, item, {name: current(item, name) for name in values})
        self.outcome.done["loaded"] += 1
        return item

    def update(self, fact, record, values):
        item = self.records.object_of(record)
        if item is None or record.is_adopted:
            return self.keep(item)
        news, staffs = compare(item, record, values)
        if news and not self.write_beside(fact, item, news, staffs):
            return self.keep(item)
        self.outcome.done["updated"] += bool(news)
        self.outcome.done["kept"] += bool(staffs)
        loaded = {name: current(item, name) for name in values if name not in staffs}
        self.records.change(record, record.values | loaded)
        return item

    def write_beside(self, fact, item, news, staffs):
        """What fits no more with what staff changed gives way to it."""
        try:
            self.stored_files += write(fact, item, news)
        except DemoError:
            if not staffs:
                raise
            return False
        return True


def compare(item, record, values):
    """What the file brings to the object, and the names of the fields where staff's word holds."""
    news, staffs = {}, set()
    for name, value in values.items():
        now = current(item, name)
        loaded = record.values.get(name, before_loading(type(item), name))
        if isinstance(value, Sample) and loaded:
            value = loaded
        if now != loaded and now != value:
            staffs.add(name)
        elif now != value:
            news[name] = value
    return news, staffs
