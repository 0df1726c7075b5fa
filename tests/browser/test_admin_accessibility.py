"""axe-core finds nothing on the admin's pages, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.core.management import call_command
from django.urls import reverse

from curation.urls import edition_urls
from events.models import Edition
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db(transaction=True)

# Off by default in axe; asked for by WCAG 2.2.
OPTIONS = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def demo():
    call_command("load_demo", verbosity=0)


def sign_in(page, user):
    page.goto("/admin/login/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/**")


def findings(page, address):
    page.goto(address)
    return violations(page)


def violations(page):
    return [
        f"{page.url}: {found['id']}: {node['html'][:150]}"
        for found in Axe().run(page, options=OPTIONS).response["violations"]
        for node in found["nodes"]
    ]


def model_addresses():
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        if (first := model._default_manager.first()) is not None:
            yield reverse(f"{name}_change", args=[first.pk])


def edition_addresses():
    edition = Edition.objects.get(slug="charleroi-2024")
    for pattern in edition_urls:
        if set(pattern.pattern.converters) == set():
            yield reverse(pattern.name, args=[edition.pk])


def staff_addresses():
    return ["/admin/", *model_addresses(), *edition_addresses()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_staff(demo, examined, scheme):
    examined.emulate_media(color_scheme=scheme)
    found = findings(examined, "/admin/login/")
    sign_in(examined, StaffFactory())

    for address in staff_addresses():
        found += findings(examined, address)

    assert found == []


def test_the_policy_blocks_nothing_on_the_pages_of_staff(demo, page):
    sign_in(page, StaffFactory())

    for address in staff_addresses():
        assert page.goto(address).status == 200, address


def test_axe_finds_nothing_on_an_import_and_its_preview(demo, examined):
    """With a row of each kind: new, changed and refused."""
    sign_in(examined, StaffFactory())
    edition = Edition.objects.get(slug="charleroi-2024")
    address = reverse("edition_table_import", args=[edition.pk, "sessions"])
    known = edition.sessions.first().uuid
    for row in [f"{known},Changed,2", ",New,often"]:
        found = findings(examined, address)
        file = {"name": "table.csv", "mimeType": "text/csv"}
        content = f"uuid,title,day\n,New,1\n{row}\n".encode()
        examined.get_by_label("XLSX or CSV file").set_input_files({**file, "buffer": content})
        examined.get_by_role("button", name="Show what would change").click()
        examined.get_by_role("heading", name="What would change").wait_for()
        found += violations(examined)
        assert found == []
