from accounts.records import Records
from curation.recorded import EDITION_FIELD


def test_every_recorded_model_has_its_place():
    assert set(EDITION_FIELD) == set(Records.of_model)


def test_what_others_point_at_stands_above_them():
    above = set()
    for model in EDITION_FIELD:
        fields = [field for field in model._meta.get_fields() if field.concrete]
        ends = {field.related_model for field in fields if field.is_relation}
        assert ends & set(EDITION_FIELD) <= above, model
        above.add(model)
