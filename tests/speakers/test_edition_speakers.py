import pytest
from django.urls import reverse

from tests.factories import AppearanceFactory, EditionFactory, SessionFactory, SpeakerFactory
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True)


def url(edition):
    return reverse("edition_speakers", args=edition.url_args)


def test_speakers_stand_by_family_name_with_what_was_printed(client, edition):
    session = SessionFactory(edition=edition, title="Clusters")
    for name, sort_name in [("Ana Zorro", "Zorro, Ana"), ("Zoë Abt", "Abt, Zoë")]:
        AppearanceFactory(
            session=session, speaker__name=name, speaker__sort_name=sort_name, job_title="Mayor"
        )
    AppearanceFactory(session__edition__public=True)

    text = text_of(client.get(url(edition)))

    assert text[text.index("Zoë Abt") :] == "Zoë Abt Mayor Clusters Ana Zorro Mayor Clusters"


def test_who_appears_twice_is_listed_once_with_both_sessions(client, edition):
    speaker = SpeakerFactory(name="Ana Zorro")
    for title in ["First", "Second"]:
        AppearanceFactory(speaker=speaker, session__edition=edition, session__title=title)

    text = text_of(client.get(url(edition)))

    assert text[text.index("Ana Zorro") :] == "Ana Zorro First Second"


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_speakers(client, edition, count, django_assert_num_queries):
    AppearanceFactory.create_batch(count, session__edition=edition)

    with django_assert_num_queries(
        4
    ):  # the edition, its former dates, its speakers, their appearances
        response = client.get(url(edition))

    assert response.content.decode().count('<li class="card">') == count
