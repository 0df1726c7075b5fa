"""Every registered model × every address of the admin × every role, against the written table."""

from uuid import UUID

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from curation.urls import edition_urls
from events.permissions import TASKS_OF_ROLE, Role
from tests.factories import AppearanceFactory, OrganiserFactory, PartnershipFactory

from .permission_table import ACCESS, ADD, CHANGE, SHARED_ACCESS
from .world import OURS, THEIRS, build_world, form_of, picture

pytestmark = pytest.mark.django_db

REGISTERED = [model._meta.label for model in apps.get_models() if admin.site.is_registered(model)]
ROLES = ["staff", "manager", "editor", "viewer", "other", "both", "signed-out"]
FORMS = ["list", "add_form", "change_form", "history", "delete_form"]
EFFECTS = ["add", "change", "delete", "delete_selected"]
UNKNOWN_PK = 987654
UNKNOWN_UUID = UUID(int=UNKNOWN_PK)


@pytest.fixture
def world():
    return build_world()


def address(label, page, *args):
    model = apps.get_model(label)
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def page_of(label, name, pk):
    pages = {"list": "changelist", "add_form": "add", "delete_form": "delete"}
    page = pages.get(name, name.removesuffix("_form"))
    return address(label, page, *([] if name in {"list", "add_form"} else [pk]))


def chosen_through(label):
    """The autocomplete of a foreign key to the model, or None where nobody chooses it."""
    for source in REGISTERED:
        for name in admin.site.get_model_admin(apps.get_model(source)).autocomplete_fields:
            model = apps.get_model(source)
            if model._meta.get_field(name).related_model._meta.label == label:
                return {
                    "app_label": model._meta.app_label,
                    "model_name": model._meta.model_name,
                    "field_name": name,
                }
    return None


class Visitor:
    """One role before one object: tries an address and tells whether it was let in."""

    def __init__(self, world, role, label, obj):
        self.world, self.role, self.label, self.obj = world, role, label, obj
        self.model = apps.get_model(label)
        self.client = world.client(role)
        self.staff = world.client("staff")

    def opens(self, name):
        response = self.client.get(page_of(self.label, name, self.obj.pk))
        self.reads(response)
        if response.status_code != 200:
            self.is_refused(response, name)
        return response.status_code == 200

    def reads(self, response):
        hidden = self.world.hidden_from(self.role)
        # The address that was asked for comes back in breadcrumbs and redirects.
        assert not hidden or hidden.lower() not in response.content.decode().lower()

    def is_refused(self, response, name):
        if self.role == "signed-out":
            assert response.status_code == 302
            assert response.url.startswith(reverse("admin:login"))
            return
        assert response.status_code in {403, 404} or response.url == reverse("admin:index")
        if self.knows_of_it():
            return
        unknown = self.client.get(page_of(self.label, name, UNKNOWN_PK))
        assert response.status_code == unknown.status_code, "tells that the object exists"

    def knows_of_it(self):
        page = page_of(self.label, "change_form", self.obj.pk)
        return self.client.get(page).status_code == 200

    def chooses(self):
        source = chosen_through(self.label)
        if source is None:
            return False
        response = self.client.get(reverse("admin:autocomplete"), {"term": "", **source})
        self.reads(response)
        if response.status_code != 200:
            return False
        return str(self.obj.pk) in [found["id"] for found in response.json()["results"]]

    def is_led_to_the_site(self):
        kind = ContentType.objects.get_for_model(self.model)
        response = self.client.get(reverse("admin:view_on_site", args=[kind.pk, self.obj.pk]))
        return response.status_code == 302 and "/admin/" not in response.url

    def takes_effect(self, name):
        before = self.rows()
        self.reads(getattr(self, name)())
        after = self.rows()
        expected = {
            "add": len(after) == len(before) + 1,
            "change": self.obj.pk in after and after != before,
            "delete": self.obj.pk not in after,
            "delete_selected": self.obj.pk not in after,
        }[name]
        assert expected or after == before, f"{name} did something else"
        return expected

    def rows(self):
        fields = [field.attname for field in self.model._meta.concrete_fields]
        kept = [name for name in fields if name not in {"updated_at", "last_login"}]
        return {row["pk"]: row for row in self.model.objects.values("pk", *kept)}

    def add(self):
        there = address(self.label, "add")
        filled = {name: self.value(value) for name, value in ADD[self.label].items()}
        return self.client.post(there, {**form_of(self.staff.get(there)), **filled})

    def value(self, value):
        if value == "@picture":
            return picture()
        if value.startswith("@@"):
            return self.world.theirs[value[2:]].pk
        return self.world.ours[value[1:]].pk if value.startswith("@") else value

    def change(self):
        there = address(self.label, "change", self.obj.pk)
        name, value = CHANGE[self.label]
        return self.client.post(there, {**form_of(self.staff.get(there)), name: value})

    def delete(self):
        return self.client.post(address(self.label, "delete", self.obj.pk), {"post": "yes"})

    def delete_selected(self):
        data = {"action": "delete_selected", "_selected_action": [self.obj.pk], "post": "yes"}
        return self.client.post(address(self.label, "changelist"), data)

    def allowed(self):
        """Everything that has an effect comes last, with what destroys at the very end."""
        found = {name for name in FORMS if self.opens(name)}
        found |= {"choose"} if self.chooses() else set()
        found |= {"view_on_site"} if self.is_led_to_the_site() else set()
        return found | {name for name in ["add", "change"] if self.takes_effect(name)}


@pytest.mark.parametrize("table", [ACCESS, ADD, CHANGE], ids=["access", "add", "change"])
def test_every_registered_model_has_a_row(table):
    assert set(table) == set(REGISTERED)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", REGISTERED)
def test_a_role_reaches_what_the_table_says(world, label, role):
    visitor = Visitor(world, role, label, world.ours[label])

    found = visitor.allowed()

    assert found == ACCESS[label][role] - {"delete", "delete_selected"}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", REGISTERED)
@pytest.mark.parametrize("name", ["delete", "delete_selected"])
def test_a_role_deletes_what_the_table_says(world, label, role, name):
    visitor = Visitor(world, role, label, world.ours[label])

    assert visitor.takes_effect(name) == (name in ACCESS[label][role])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("label", SHARED_ACCESS)
def test_a_record_of_two_editions_is_changed_by_staff_alone(world, label, role):
    shared = world.ours[label]
    AppearanceFactory(
        session=world.theirs["events.Session"], speaker=world.ours["speakers.Speaker"]
    )
    PartnershipFactory(
        edition=world.theirs["events.Edition"],
        organisation=world.ours["organisations.Organisation"],
    )
    type(shared).objects.filter(pk=shared.pk).update(
        **{"biography" if label == "speakers.Speaker" else "description": "Known to both"}
    )
    world.ours["organisations.Organisation"].alternative_names.all().delete()
    visitor = Visitor(world, role, label, shared)

    found = visitor.allowed() | {
        name for name in ["delete", "delete_selected"] if visitor.takes_effect(name)
    }

    assert found == SHARED_ACCESS[label][role]
    if role != "staff" and label == "speakers.Speaker":
        page = visitor.client.get(page_of(label, "change_form", shared.pk))
        assert shared.email not in page.content.decode()


def foreign_keys():
    """Every field through which an object could be put into another edition."""
    for label in REGISTERED:
        model = apps.get_model(label)
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            target = field.related_model and field.related_model._meta.label
            if field.editable and target in MINE_OR_NOT:
                yield label, field.name, target


# What belongs to one edition; a speaker or organisation may be chosen by every editor.
MINE_OR_NOT = {"events.Edition", "events.Session", "events.Room", "gallery.Album"} | {
    "speakers.Appearance"
}


@pytest.mark.parametrize("role", ["manager", "editor"])
@pytest.mark.parametrize(("label", "name", "target"), list(foreign_keys()))
def test_nothing_is_moved_to_another_edition(world, label, name, target, role):
    visitor = Visitor(world, role, label, world.ours[label])
    there = address(label, "change", visitor.obj.pk)
    posted = form_of(visitor.staff.get(there)) | {name: world.theirs[target].pk}
    before = visitor.rows(), state_of(world.theirs)

    response = visitor.client.post(there, posted)

    visitor.reads(response)
    assert (visitor.rows(), state_of(world.theirs)) == before
    assert getattr(visitor.model.objects.get(pk=visitor.obj.pk), name) != world.theirs[target]
    if response.status_code == 200:
        assert "not one of the available choices" in response.content.decode()


@pytest.mark.parametrize("role", ["manager", "editor"])
@pytest.mark.parametrize(("label", "name", "target"), list(foreign_keys()))
def test_nothing_is_added_to_another_edition(world, label, name, target, role):
    visitor = Visitor(world, role, label, world.ours[label])
    there = address(label, "add")
    filled = {field: visitor.value(value) for field, value in ADD[label].items()}
    posted = {**form_of(visitor.staff.get(there)), **filled, name: world.theirs[target].pk}

    before = visitor.rows()

    response = visitor.client.post(there, posted)

    visitor.reads(response)
    assert response.status_code in {200, 403}
    assert visitor.rows() == before


def state_of(side):
    """All values of all objects of one edition."""
    return {
        label: type(obj).objects.filter(pk=obj.pk).values().get() for label, obj in side.items()
    }


def inlines():
    for label in REGISTERED:
        for inline in admin.site.get_model_admin(apps.get_model(label)).inlines:
            yield label, inline.model._meta.label


@pytest.mark.parametrize("role", ["manager", "editor"])
@pytest.mark.parametrize("delete", [False, True], ids=["change", "delete"])
@pytest.mark.parametrize(("label", "child"), list(inlines()))
def test_no_row_of_another_edition_is_reached_through_an_inline(world, label, child, role, delete):
    visitor = Visitor(world, role, label, world.ours[label])
    there = address(label, "change", visitor.obj.pk)
    posted = form_of(visitor.staff.get(there))
    prefix = next(
        name.removesuffix("-0-id")
        for name in posted
        if name.endswith("-0-id") and posted[name] == [str(world.ours[child].pk)]
    )
    posted[f"{prefix}-0-id"] = world.theirs[child].pk
    posted[f"{prefix}-0-{CHANGE[child][0]}"] = "Changed"
    if delete:
        posted[f"{prefix}-0-DELETE"] = "on"
    before = state_of(world.ours), state_of(world.theirs)

    response = visitor.client.post(there, posted)

    visitor.reads(response)
    assert (state_of(world.ours), state_of(world.theirs)) == before


@pytest.mark.parametrize("role", ["manager", "editor", "viewer"])
@pytest.mark.parametrize("label", REGISTERED)
def test_no_action_reaches_another_edition(world, label, role):
    visitor = Visitor(world, role, label, world.theirs[label])

    assert not visitor.takes_effect("delete_selected")


def filters():
    for label in REGISTERED:
        for path in admin.site.get_model_admin(apps.get_model(label)).list_filter:
            if isinstance(path, str) and path.endswith(("edition", "series")):
                yield label, path


@pytest.mark.parametrize("role", ["manager", "editor", "viewer"])
@pytest.mark.parametrize(("label", "path"), list(filters()))
def test_a_filter_by_another_edition_is_as_one_by_none(world, label, path, role):
    client = world.client(role)
    target = world.theirs["events.Series" if path == "series" else "events.Edition"]
    there = address(label, "changelist")

    found = [client.get(there, {f"{path}__id__exact": pk}) for pk in [target.pk, UNKNOWN_PK]]

    assert len({(response.status_code, response.get("Location")) for response in found}) == 1
    for response in found:
        assert THEIRS.lower() not in response.content.decode().lower()


@pytest.mark.parametrize(
    ("label", "lookup"),
    [
        ("speakers.Speaker", "email__startswith"),
        ("speakers.Speaker", "appearances__session__edition__name"),
        ("events.Edition", "preview_key__startswith"),
        ("speakers.Appearance", "speaker__email__startswith"),
        ("organisations.Organisation", "partnerships__note"),
    ],
)
def test_nobody_guesses_a_hidden_value_by_filtering(world, label, lookup):
    there = address(label, "changelist")

    assert world.client("manager").get(there, {lookup: "a"}).status_code == 400


def test_nobody_reads_from_a_filter_who_speaks_in_another_edition(world):
    """The speaker is known to both; that they speak there too is not."""
    OrganiserFactory(user=world.users["manager"])  # with one edition alone there is no filter
    AppearanceFactory(
        session=world.theirs["events.Session"], speaker=world.ours["speakers.Speaker"]
    )
    there = address("speakers.Speaker", "changelist")
    path = "appearances__session__edition__id__exact"

    found = world.client("manager").get(there, {path: world.theirs["events.Edition"].pk})

    assert found.url == f"{there}?e=1"


def test_an_organiser_does_not_search_in_other_editions(world):
    """What is searched in is hidden, though the record is found by its name."""
    client = world.client("manager")
    there = address("speakers.Speaker", "changelist")
    AppearanceFactory(
        session=world.theirs["events.Session"],
        speaker=world.ours["speakers.Speaker"],
        affiliation=f"{THEIRS} mill",
    )

    found = client.get(there, {"q": "mill"}).context["cl"].result_count
    by_name = client.get(there, {"q": "Ada"}).context["cl"].queryset

    assert found == 0
    assert list(by_name) == [world.ours["speakers.Speaker"]]
    assert [speaker.appearance_count for speaker in by_name] == [1]


@pytest.mark.parametrize("role", ["editor", "manager"])
def test_what_the_public_sees_is_set_by_those_who_publish(world, role):
    edition = world.ours["events.Edition"]
    there = address("events.Edition", "change", edition.pk)
    posted = form_of(world.client("staff").get(there)) | {
        "visibility": "public",
        "stage": "cancelled",
        "starts_on": "2024-11-26",
        "slug": "elsewhere",
        "series": world.theirs["events.Series"].pk,
    }

    world.client(role).post(there, posted)

    edition.refresh_from_db()
    changed = (edition.visibility, edition.stage, str(edition.starts_on), edition.slug)
    assert (
        changed
        == {
            "editor": ("draft", "confirmed", "2024-11-27", OURS.lower()),
            "manager": ("public", "cancelled", "2024-11-26", "elsewhere"),
        }[role]
    )
    assert edition.series == world.ours["events.Series"]


@pytest.mark.parametrize("role", ["editor", "manager"])
def test_former_dates_beside_an_edition_are_for_those_who_publish_too(world, role):
    former = world.ours["events.FormerDates"]
    there = address("events.Edition", "change", world.ours["events.Edition"].pk)
    posted = form_of(world.client("staff").get(there)) | {"former_dates-0-note": "Changed"}

    world.client(role).post(there, posted)

    former.refresh_from_db()
    assert (former.note == "Changed") == (role == "manager")


def test_no_admin_has_an_address_beyond_those_walked():
    walked = {"changelist", "add", "change", "delete", "history"}
    beyond = set()
    for label in REGISTERED:
        model_admin = admin.site.get_model_admin(apps.get_model(label))
        start = f"{model_admin.opts.app_label}_{model_admin.opts.model_name}_"
        names = {pattern.name for pattern in model_admin.get_urls()} - {None}
        beyond |= names - {start + page for page in walked}

    assert beyond == {"auth_user_password_change"}  # the next test's


@pytest.mark.parametrize("role", ROLES)
def test_only_staff_set_the_password_of_somebody(world, role):
    user = world.ours["accounts.User"]
    there = reverse("admin:auth_user_password_change", args=[user.pk])
    word = "another battery staple"

    world.client(role).post(
        there, {"password1": word, "password2": word, "usable_password": "true"}
    )

    user.refresh_from_db()
    assert user.check_password(word) == (role == "staff")


# --- Pages of an edition

HERE = {
    "viewer": Role.VIEWER,
    "both": Role.VIEWER,
    "editor": Role.EDITOR,
    "manager": Role.MANAGER,
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("pattern", edition_urls, ids=lambda pattern: pattern.name)
def test_a_page_of_an_edition_is_for_those_who_may_do_its_task(world, pattern, role):
    # What an address names beside the edition is of another edition, or is nothing at all.
    foreign = {
        "IntConverter": UNKNOWN_PK,
        "SlugConverter": "nothing",
        "UUIDConverter": world.theirs["events.Session"].uuid,
    }
    converters = pattern.pattern.converters.items()
    arguments = {name: foreign[type(kind).__name__] for name, kind in converters}
    edition = world.ours["events.Edition"]
    there = reverse(pattern.name, kwargs={"edition_id": edition.pk, **arguments})
    task = pattern.callback.task

    for method in ["get", "post"]:
        response = getattr(world.client(role), method)(there)
        if role == "signed-out":
            assert response.status_code == 302
            assert response.url.startswith(reverse("admin:login"))
        elif role == "other":
            assert response.status_code == 404
        elif role == "staff" or task in TASKS_OF_ROLE[HERE[role]]:
            assert response.status_code != 403
            # A page of something in the edition: what is not there is not found.
            assert response.status_code != 404 or arguments
        else:
            assert response.status_code == 403
