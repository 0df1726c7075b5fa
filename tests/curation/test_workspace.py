import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from curation.menu import MENU, menu_of
from curation.urls import edition_urls
from events.permissions import TASKS_OF_ROLE, Task
from events.publishing import reschedule
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    FigureFactory,
    OrganiserFactory,
    PartnershipFactory,
    PhotoFactory,
    StaffFactory,
)
from tests.pages import links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(name="Charleroi")


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())
    return client


def workspace(edition):
    return reverse("edition_workspace", args=[edition.pk])


def test_it_says_the_state_at_a_glance(staff, edition):
    edition.stage, edition.visibility = "postponed", "preview"
    edition.save()
    for _ in range(2):
        AppearanceFactory(session__edition=edition)
    PartnershipFactory(edition=edition)
    DocumentFactory.create_batch(3, edition=edition)
    PhotoFactory(album__edition=edition)
    FigureFactory(edition=edition)

    text = text_of(staff.get(workspace(edition)))

    assert "Stage Postponed Who sees the pages Preview by secret link" in text
    assert (
        "Sessions 2 Sessions Rooms in use 0 Rooms in use People 2 People "
        "Appearances 2 Appearances Partners 1 Partners Materials 3 Materials "
        "Photos 1 Photos Figures 1 Figures"
    ) in text
    assert "Appearances without affiliation: 2" in text


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2024-11-25T12:00:00Z", "in 2 days"),
        ("2024-11-26T12:00:00Z", "in 1 day"),
        ("2024-11-28T12:00:00Z", "running, day 2 of 2"),
        ("2024-11-30T12:00:00Z", "over for 2 days"),
    ],
)
def test_days_are_counted_in_the_host_city(staff, edition, now, told):
    with time_machine.travel(now):
        assertContains(staff.get(workspace(edition)), f"<dd>{told}</dd>", html=True)


def test_an_edition_without_dates_is_shown(staff, edition):
    reschedule(edition, starts_on=None, ends_on=None)

    assertContains(staff.get(workspace(edition)), "without dates")


def test_every_link_of_the_page_leads_somewhere(staff, edition):
    AppearanceFactory(session__edition=edition)

    links = links_of(staff.get(workspace(edition)))

    assert len(links) > len(MENU)
    assert {address: staff.get(address).status_code for _, address in links} == {
        address: 200 for _, address in links
    }


def test_counts_lead_to_the_rows_of_this_edition_alone(staff, edition):
    mine, _ = AppearanceFactory(session__edition=edition), AppearanceFactory()
    addresses = dict(links_of(staff.get(workspace(edition))))

    rows = staff.get(addresses["1 Appearances"]).context["cl"].queryset

    assert list(rows) == [mine]


@pytest.mark.parametrize("role", TASKS_OF_ROLE)
def test_the_menu_holds_what_the_role_may_open(edition, role):
    may = {task: task in TASKS_OF_ROLE[role] for task in Task}

    shown = {link.name for link in menu_of(edition, may, here="edition_workspace")}

    manager = {link.name for link in menu_of(edition, dict.fromkeys(Task, True), here="")}
    needed = {entry.name: entry.task for entry in MENU}
    assert shown == {name for name in manager if needed[name] in TASKS_OF_ROLE[role]}


def test_the_menu_asks_for_the_task_that_the_page_asks_for():
    tasks = {url.name: url.callback.task for url in edition_urls}
    wrong = {entry.name for entry in MENU if tasks.get(entry.name, entry.task) != entry.task}

    assert wrong == set()
    assert {"edition_workspace", "edition_checklist", "edition_publication"} <= tasks.keys()


def test_the_menu_says_where_one_is(staff, edition):
    for name in ["edition_workspace", "edition_checklist", "edition_publication"]:
        response = staff.get(reverse(name, args=[edition.pk]))
        assertContains(response, f'href="{response.request["PATH_INFO"]}" aria-current="page"')


def test_lists_and_facts_lead_to_the_page(staff, edition):
    for page in ["admin:events_edition_changelist", "admin:index"]:
        with time_machine.travel("2024-11-01T12:00:00Z"):
            assertContains(staff.get(reverse(page)), f'href="{workspace(edition)}"')
    facts = reverse("admin:events_edition_change", args=[edition.pk])
    assertContains(staff.get(facts), f'href="{workspace(edition)}"')


def test_the_organiser_of_one_edition_lands_on_it(client, edition):
    client.force_login(OrganiserFactory(edition=edition).user)

    assertRedirects(client.get(reverse("admin:index")), workspace(edition))


def test_the_organiser_of_two_editions_chooses(client, edition):
    organiser = OrganiserFactory(edition=edition).user
    OrganiserFactory(user=organiser, edition__name="Graz")
    EditionFactory(name="Secretville", public=True)
    client.force_login(organiser)

    text = text_of(client.get(reverse("admin:index")))

    assert "Charleroi" in text
    assert "Graz" in text
    assert "Secretville" not in text


def test_signed_out_the_first_page_asks_who_it_is(client):
    assert "/admin/login/" in client.get("/admin/").headers["Location"]


def test_another_edition_is_a_404(client, edition):
    client.force_login(OrganiserFactory().user)

    assert client.get(workspace(edition)).status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_edition(staff, edition, count, django_assert_num_queries):
    for appearance in AppearanceFactory.create_batch(count, session__edition=edition):
        DocumentFactory(edition=edition, session=appearance.session).appearances.add(appearance)
    PhotoFactory.create_batch(count, album__edition=edition)
    PartnershipFactory.create_batch(count, edition=edition)

    # Session and user, the edition, fourteen kinds of rows and the names known everywhere.
    with django_assert_num_queries(18):
        staff.get(workspace(edition))
