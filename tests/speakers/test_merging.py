import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from curation.changes import current_state
from curation.undo import undo_step
from documents.models import Document
from events.merging import MergeError
from speakers.merging import merge_speakers
from speakers.models import Appearance, FormerAddress, Speaker
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    OrganisationFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return StaffFactory()


@pytest.fixture
def merge(staff):
    return lambda keep, gone, **values: merge_speakers(keep, gone, by=staff, values=values)


def speakers():
    return (
        SpeakerFactory(name="Jan-Philipp Kramer", slug="jan-philipp-kramer"),
        SpeakerFactory(name="J. P. Kramer", slug="j-p-kramer"),
    )


def test_appearances_move_and_stand_under_the_name_shown_so_far(merge):
    keep, gone = speakers()
    moved = AppearanceFactory(speaker=gone, job_title="Partner", affiliation="Prognos AG")
    printed = AppearanceFactory(speaker=gone, printed_name="Herr Kramer")

    merge(keep, gone)

    moved.refresh_from_db()
    printed.refresh_from_db()
    assert (moved.speaker, moved.printed_name) == (keep, "J. P. Kramer")
    assert (moved.job_title, moved.affiliation) == ("Partner", "Prognos AG")
    assert (printed.speaker, printed.printed_name) == (keep, "Herr Kramer")
    assert Speaker.objects.get() == keep


def test_a_new_name_does_not_change_what_was_printed(merge):
    keep, gone = speakers()
    old = AppearanceFactory(speaker=keep)
    moved = AppearanceFactory(speaker=gone)

    merge(keep, gone, name="J. P. Kramer")

    old.refresh_from_db()
    moved.refresh_from_db()
    assert Speaker.objects.get().name == "J. P. Kramer"
    assert (old.shown_name, moved.shown_name) == ("Jan-Philipp Kramer", "J. P. Kramer")


def test_what_only_the_other_says_is_taken_over_and_what_was_chosen(merge):
    keep, gone = speakers()
    Speaker.objects.filter(pk=keep.pk).update(email="keep@example.org")
    Speaker.objects.filter(pk=gone.pk).update(biography="Of steel", email="gone@example.org")

    merge(keep, gone, email="gone@example.org")

    keep.refresh_from_db()
    assert (keep.biography, keep.email) == ("Of steel", "gone@example.org")


def test_a_double_role_in_a_session_becomes_one_with_the_text_of_both(merge):
    keep, gone = speakers()
    session = SessionFactory()
    kept = AppearanceFactory(speaker=keep, session=session, job_title="Partner", is_confirmed=False)
    double = AppearanceFactory(
        speaker=gone,
        session=session,
        job_title="Director",
        affiliation="Prognos AG",
        organisation=OrganisationFactory(),
    )
    deck = DocumentFactory(edition=session.edition)
    deck.appearances.add(double)

    merge(keep, gone)

    kept.refresh_from_db()
    assert Appearance.objects.get() == kept
    assert (kept.job_title, kept.affiliation) == ("Partner", "Prognos AG")
    assert kept.remark == "also printed: J. P. Kramer, Director, Prognos AG"
    assert (kept.organisation, kept.is_confirmed) == (double.organisation, True)
    assert deck.appearances.get() == kept


def test_another_role_in_the_session_is_no_double(merge):
    keep, gone = speakers()
    session = SessionFactory()
    AppearanceFactory(speaker=keep, session=session, role="moderator")
    AppearanceFactory(speaker=gone, session=session, role="panellist")

    merge(keep, gone)

    assert set(keep.appearances.values_list("role", flat=True)) == {"moderator", "panellist"}


def test_text_that_would_not_fit_is_not_lost(merge):
    keep, gone = speakers()
    session = SessionFactory(title="Steel")
    AppearanceFactory(speaker=keep, session=session, job_title="a" * 200)
    AppearanceFactory(speaker=gone, session=session, job_title="b" * 200)

    with pytest.raises(MergeError, match="Both are in Steel in the same role"):
        merge(keep, gone)

    assert Speaker.objects.count() == 2
    assert Appearance.objects.filter(speaker=gone, printed_name="").count() == 1


def test_nobody_is_merged_with_themselves(merge):
    keep, _gone = speakers()
    with pytest.raises(MergeError):
        merge(keep, keep)
    assert Speaker.objects.count() == 2


def test_the_old_address_leads_on_for_good(client, merge):
    keep, gone = speakers()
    AppearanceFactory(speaker=gone, session__edition__public=True)
    old = gone.get_absolute_url()

    merge(keep, gone)

    response = client.get(old)
    assert (response.status_code, response.url) == (301, keep.get_absolute_url())


def test_a_chain_of_merges_ends_at_the_last(client, merge):
    first, second = speakers()
    third = SpeakerFactory(name="Kramer", slug="kramer")
    AppearanceFactory(speaker=first, session__edition__public=True)

    merge(second, first)
    merge(third, second)

    for slug in ("jan-philipp-kramer", "j-p-kramer"):
        response = client.get(reverse("speaker", args=[slug]))
        assert (response.status_code, response.url) == (301, third.get_absolute_url())


def test_the_address_that_was_not_chosen_leads_on(client, merge):
    keep, gone = speakers()
    AppearanceFactory(speaker=gone, session__edition__public=True)

    merge(keep, gone, slug="j-p-kramer")

    assert client.get("/speakers/j-p-kramer/").status_code == 200
    assert client.get("/speakers/jan-philipp-kramer/").url == "/speakers/j-p-kramer/"


def test_an_old_address_does_not_tell_of_who_is_hidden(client, merge):
    keep, gone = speakers()
    AppearanceFactory(speaker=gone)
    merge(keep, gone)

    assert client.get("/speakers/j-p-kramer/").status_code == 404


def test_an_old_address_is_not_given_to_another_person(merge):
    keep, gone = speakers()
    merge(keep, gone)

    with pytest.raises(ValidationError, match="This address leads on to another record"):
        Speaker(name="J. P. Kramer", slug="j-p-kramer").full_clean()
    keep.slug = "j-p-kramer"
    keep.full_clean()


def test_is_one_step_and_can_be_undone(merge, staff):
    keep, gone = speakers()
    session = SessionFactory()
    AppearanceFactory(speaker=keep, session=session, job_title="Partner")
    double = AppearanceFactory(speaker=gone, session=session, job_title="Director")
    AppearanceFactory(speaker=gone)
    DocumentFactory(edition=session.edition).appearances.add(double)
    models = [Speaker, Appearance, Document, FormerAddress]
    before = states(models)

    merge(keep, gone, name="J. P. Kramer", slug="j-p-kramer")
    record = Speaker.history.first()
    assert record.step_name == "Merge of J. P. Kramer into Jan-Philipp Kramer"
    assert record.history_user == staff
    undo_step(record.step, by=staff)

    assert states(models) == before


def states(models):
    return {
        row: {k: v for k, v in current_state(row).items() if k != "updated_at"}
        for model in models
        for row in model.objects.all()
    }


def test_knows_all_that_points_at_a_speaker():
    """What is new here must move in a merge too."""
    relations = {relation.name for relation in Speaker._meta.related_objects}
    assert relations == {"appearances", "former_addresses"}
