import pytest
from django.urls import reverse

from curation.models import Suggestion
from events.models import Organiser
from speakers.models import Speaker
from tests.factories import (
    AppearanceFactory,
    OrganiserFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organiser():
    return OrganiserFactory(role=Organiser.Role.EDITOR)


@pytest.fixture
def speaker(organiser):
    """In the organiser's edition and in another."""
    speaker = SpeakerFactory(name="Ada", email="ada@secret.example")
    AppearanceFactory(speaker=speaker, session=SessionFactory(edition=organiser.edition))
    AppearanceFactory(speaker=speaker)
    return speaker


@pytest.fixture
def there(speaker):
    return reverse("suggestion", args=["speaker", speaker.pk])


@pytest.fixture
def suggestion(speaker, organiser):
    return Suggestion.objects.create(
        record=speaker, values={"name": ["Ada", "Ada Lovelace"]}, suggested_by=organiser.user
    )


def posted(**changed):
    return {"name": "Ada", "honorific": "", "sort_name": "", "biography": "", "website": ""} | (
        changed
    )


def decide(client, action, suggestion):
    client.force_login(StaffFactory())
    page = reverse("admin:curation_suggestion_changelist")
    data = {"action": action, "_selected_action": [suggestion.pk]}
    return client.post(page, data, follow=True)


def test_the_record_of_others_leads_to_a_suggestion(client, organiser, speaker, there):
    client.force_login(organiser.user)

    page = client.get(reverse("admin:speakers_speaker_change", args=[speaker.pk]))
    form = client.get(there)

    assert there in page.content.decode()
    assert 'name="_save"' not in page.content.decode()
    assert speaker.email not in page.content.decode() + form.content.decode()


def test_a_suggestion_changes_nothing_yet(client, organiser, speaker, there):
    client.force_login(organiser.user)

    client.post(there, posted(name="Ada Lovelace", reason="Her letter", email="x@example.org"))

    suggestion = Suggestion.objects.get()
    assert suggestion.record == speaker
    assert suggestion.values == {"name": ["Ada", "Ada Lovelace"]}
    assert (suggestion.reason, suggestion.suggested_by) == ("Her letter", organiser.user)
    assert Speaker.objects.get().name == "Ada"


def test_an_empty_suggestion_is_refused(client, organiser, there):
    client.force_login(organiser.user)

    response = client.post(there, posted())

    assert "Nothing is changed yet" in response.content.decode()
    assert not Suggestion.objects.exists()


def test_staff_take_the_proposed_values_over(client, speaker, suggestion):
    decide(client, "accept_selected", suggestion)

    speaker.refresh_from_db()
    suggestion.refresh_from_db()
    assert (speaker.name, suggestion.outcome) == ("Ada Lovelace", "accepted")


def test_what_was_changed_since_is_not_overwritten(client, speaker, suggestion):
    Speaker.objects.update(name="Ada King")

    response = decide(client, "accept_selected", suggestion)

    speaker.refresh_from_db()
    suggestion.refresh_from_db()
    assert (speaker.name, suggestion.outcome) == ("Ada King", "open")
    assert "was changed since" in response.content.decode()


def test_staff_dismiss(client, speaker, suggestion):
    decide(client, "dismiss_selected", suggestion)

    speaker.refresh_from_db()
    suggestion.refresh_from_db()
    assert (speaker.name, suggestion.outcome) == ("Ada", "dismissed")


def test_a_viewer_and_a_stranger_suggest_nothing(client, speaker, there):
    hidden = AppearanceFactory().speaker  # in a draft of others alone
    viewer = OrganiserFactory(role=Organiser.Role.VIEWER)
    AppearanceFactory(speaker=speaker, session=SessionFactory(edition=viewer.edition))
    client.force_login(viewer.user)
    assert client.post(there, posted(name="X")).status_code == 404

    client.force_login(OrganiserFactory(role=Organiser.Role.MANAGER).user)
    elsewhere = reverse("suggestion", args=["speaker", hidden.pk])
    assert client.post(elsewhere, posted(name="X")).status_code == 404
    assert client.get(reverse("suggestion", args=["user", 1])).status_code == 404

    client.logout()
    assert client.post(there, posted(name="X")).url.startswith(reverse("admin:login"))
    assert not Suggestion.objects.exists()
