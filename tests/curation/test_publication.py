from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from events.models import Edition
from events.preview import preview_address
from tests.factories import EditionFactory, OrganiserFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True)


@pytest.fixture
def page(edition):
    return reverse("edition_publication", args=[edition.pk])


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())
    return client


def post(client, page, form, **typed):
    return client.post(page, {"form": form, **typed})


@pytest.mark.parametrize("visibility", Edition.Visibility.values)
def test_who_sees_the_pages_is_chosen(staff, page, edition, visibility):
    response = post(staff, page, "visibility", visibility=visibility)

    assertRedirects(response, page)
    assert Edition.objects.get().visibility == visibility


def test_a_preview_saved_as_it_was_keeps_its_link(staff, page, edition):
    post(staff, page, "visibility", visibility="preview")
    link = Edition.objects.get().preview_key

    post(staff, page, "visibility", visibility="preview")

    assert Edition.objects.get().preview_key == link


def test_the_link_is_shown_and_renewed_while_there_is_a_preview(staff, page, edition):
    assertNotContains(staff.get(page), edition.preview_key)
    post(staff, page, "visibility", visibility="preview")
    old = preview_address(Edition.objects.get())
    assertContains(staff.get(page), f'href="{old}"')

    post(staff, page, "preview_link")

    response = staff.get(page)
    assertNotContains(response, old)
    assertContains(response, preview_address(Edition.objects.get()))


def test_a_link_is_not_renewed_where_there_is_no_preview(staff, page, edition):
    post(staff, page, "preview_link")

    assert Edition.objects.get().preview_key == edition.preview_key


def test_the_stage_is_chosen(staff, page):
    post(staff, page, "stage", stage="cancelled")

    assert Edition.objects.get().stage == "cancelled"


def test_a_change_of_dates_says_so_in_public(staff, page, edition):
    post(staff, page, "dates", starts_on="2025-03-04", ends_on="2025-03-05", note="postponed")

    for public_page in ["edition", "agenda", "edition_speakers", "documents", "gallery"]:
        response = staff.get(reverse(public_page, args=edition.url_args))
        assertContains(response, "4–5 March 2025")
        assertContains(response, "First announced for")
        assertContains(response, "27–28 November 2024 (postponed)")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"starts_on": "2025-03-04"}, "Give both the first and the last day, or neither."),
        (
            {"starts_on": "2025-03-04", "ends_on": "2025-03-03"},
            "The last day cannot lie before the first.",
        ),
        ({"starts_on": "0001-01-01", "ends_on": "2025-03-03"}, "between 1990 and 2099"),
    ],
)
def test_dates_that_cannot_be_are_refused_and_stay_typed(staff, page, edition, typed, told):
    response = post(staff, page, "dates", **typed, note="postponed again")

    assertContains(response, told)
    assertContains(response, 'value="postponed again"')
    assert Edition.objects.get().starts_on == date(2024, 11, 27)
    assert not edition.former_dates.exists()


@pytest.mark.parametrize(
    ("form", "typed"), [("visibility", {"visibility": "x"}), ("stage", {"stage": ""}), ("x", {})]
)
def test_nonsense_changes_nothing(staff, page, edition, form, typed):
    assert post(staff, page, form, **typed).status_code == 200

    found = Edition.objects.get()
    assert (found.visibility, found.stage) == (edition.visibility, edition.stage)


def test_a_change_is_one_named_step_of_the_history(staff, page, edition):
    before = edition.history.count()

    post(staff, page, "dates", starts_on="2025-03-04", ends_on="2025-03-05")

    (step,) = edition.history.all()[: edition.history.count() - before]
    assert step.step_name == "Dates changed"
    assert edition.former_dates.get().history.get().step == step.step


def test_dates_changed_among_the_facts_are_kept_too(staff, edition):
    page = reverse("admin:events_edition_change", args=[edition.pk])
    form = staff.get(page).context["adminform"].form
    typed = {name: form.get_initial_for_field(f, name) or "" for name, f in form.fields.items()}
    inlines = [
        "partnerships",
        "rooms",
        "figures",
        "co_located_events",
        "guided_tours",
        "former_dates",
    ]
    for inline in inlines:
        typed |= {f"{inline}-TOTAL_FORMS": 0, f"{inline}-INITIAL_FORMS": 0}

    staff.post(page, typed | {"starts_on": "2025-03-04", "ends_on": "2025-03-05"})

    assert Edition.objects.get().starts_on == date(2025, 3, 4)
    assert edition.former_dates.get().starts_on == date(2024, 11, 27)


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 403), ("editor", 403), ("manager", 302), ("other", 404)]
)
def test_only_a_manager_publishes(client, page, edition, role, status):
    mine = EditionFactory() if role == "other" else edition
    role = "manager" if role == "other" else role
    client.force_login(OrganiserFactory(edition=mine, role=role).user)

    assert post(client, page, "visibility", visibility="draft").status_code == status

    assert Edition.objects.get(pk=edition.pk).is_public is (status != 302)


def test_signed_out_there_is_nothing_to_publish(client, page, edition):
    assert "/login/" in post(client, page, "visibility", visibility="draft").headers["Location"]

    assert Edition.objects.get().is_public
