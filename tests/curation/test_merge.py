import pytest
from django.urls import reverse

from organisations.models import Organisation
from speakers.models import Speaker
from tests.factories import (
    AppearanceFactory,
    OrganisationFactory,
    OrganiserFactory,
    PartnershipFactory,
    SpeakerFactory,
    StaffFactory,
)
from tests.pages import links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    staff = StaffFactory()
    client.force_login(staff)
    return staff


def page(one, other):
    return f"{reverse('merge', args=[one._meta.model_name])}?of={one.pk}&of={other.pk}"


def two_speakers():
    return (
        SpeakerFactory(name="Jan Kramer", slug="jan", email="jan@example.org"),
        SpeakerFactory(name="J. Kramer", slug="j", biography="Of steel"),
    )


@pytest.mark.parametrize(
    ("factory", "app"), [(SpeakerFactory, "speakers"), (OrganisationFactory, "organisations")]
)
def test_two_selected_lead_to_the_page(client, staff, factory, app):
    one, other, third = factory(), factory(), factory()
    changelist = reverse(f"admin:{app}_{one._meta.model_name}_changelist")
    form = {"action": "merge_selected", "_selected_action": [one.pk, other.pk]}

    assert client.post(changelist, form).url == page(one, other)
    form["_selected_action"].append(third.pk)
    response = client.post(changelist, form, follow=True)
    assert "Select exactly two to merge." in response.content.decode()


def test_shows_both_with_their_appearances_and_asks_where_they_differ(client, staff):
    one, other = two_speakers()
    AppearanceFactory(speaker=one, session__title="Steel", job_title="Partner")
    AppearanceFactory(speaker=other, session__title="Zinc")

    response = client.get(page(one, other))

    text = text_of(response)
    assert "Jan Kramer – Steel (Partner)" in text
    assert "J. Kramer – Zinc" in text
    assert list(response.context["form"].fields) == ["keep", "value-name", "value-slug"]


def test_merges_as_chosen_and_leads_to_the_undo(client, staff):
    one, other = two_speakers()
    form = {"keep": other.pk, "value-name": one.pk, "value-slug": other.pk}

    response = client.post(page(one, other), form, follow=True)

    kept = Speaker.objects.get()
    assert (kept, kept.name, kept.slug) == (other, "Jan Kramer", "j")
    assert (kept.biography, kept.email) == ("Of steel", "jan@example.org")
    assert kept.history.first().history_user == staff
    client.post(dict(links_of(response))["Undo…"])
    assert set(Speaker.objects.values_list("name", flat=True)) == {"Jan Kramer", "J. Kramer"}


def test_merges_organisations(client, staff):
    one, other = OrganisationFactory(name="Green Win"), OrganisationFactory(name="Greenwin")
    partnership = PartnershipFactory(organisation=other)
    form = {"keep": one.pk, "value-name": one.pk, "value-slug": one.pk}

    assert "Greenwin (Partner)" in text_of(client.get(page(one, other)))
    client.post(page(one, other), form)

    partnership.refresh_from_db()
    assert Organisation.objects.get() == partnership.organisation == one


def test_a_refusal_stays_on_the_page(client, staff):
    one, other = two_speakers()
    appearance = AppearanceFactory(speaker=one, job_title="a" * 250)
    AppearanceFactory(speaker=other, session=appearance.session, job_title="b" * 250)
    form = {"keep": one.pk, "value-name": one.pk, "value-slug": one.pk}

    assert "in the same role; settle there" in text_of(client.post(page(one, other), form))
    assert Speaker.objects.count() == 2


def test_a_third_is_not_kept(client, staff):
    one, other = two_speakers()
    third = SpeakerFactory()

    client.post(page(one, other), {"keep": third.pk, "value-name": one.pk, "value-slug": one.pk})

    assert Speaker.objects.count() == 3


@pytest.mark.parametrize("query", ["", "?of=1", "?of=x&of=y", "?of=1&of=1"])
def test_takes_two_that_are_there(client, staff, query):
    assert client.get(reverse("merge", args=["speaker"]) + query).status_code == 404
    assert client.get(reverse("merge", args=["user"]) + query).status_code == 404


def test_is_for_staff(client, organisers_come_in):
    one, other = two_speakers()
    client.force_login(OrganiserFactory(role="manager").user)
    form = {"keep": one.pk, "value-name": one.pk, "value-slug": one.pk}

    assert client.get(page(one, other)).status_code == 404
    assert client.post(page(one, other), form).status_code == 404
    assert Speaker.objects.count() == 2
