import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from accounts.staff_admin import StaffOnlyAdmin
from curation.admin import SessionAdmin
from events.checks import every_admin_is_scoped
from events.models import Organiser, Series
from speakers.models import Speaker
from tests.factories import OrganiserFactory, SessionFactory, UserFactory


@pytest.fixture
def unguarded(monkeypatch):
    """Registers an admin for a model as if its author had forgotten the rule."""

    def register(model, admin_class):
        monkeypatch.setitem(admin.site._registry, model, admin_class(model, admin.site))

    return register


def test_every_admin_of_the_project_is_scoped():
    assert every_admin_is_scoped(None) == []


def test_an_admin_that_shows_everything_is_refused(unguarded):
    unguarded(Series, admin.ModelAdmin)

    assert [error.id for error in every_admin_is_scoped(None)] == ["events.E001"]


def test_an_inline_that_shows_everything_is_refused(unguarded):
    class AllEditions(admin.TabularInline):
        model = Speaker

    class WithInline(StaffOnlyAdmin):
        inlines = [AllEditions]

    unguarded(Series, WithInline)

    assert [error.id for error in every_admin_is_scoped(None)] == ["events.E002"]


@pytest.mark.django_db
@pytest.mark.parametrize("is_active", [True, False])
def test_an_organiser_signs_in_while_the_account_is_active(client, is_active):
    user = OrganiserFactory(user=UserFactory(is_active=is_active)).user

    client.post(
        reverse("admin:login"), {"username": user.email, "password": "correct horse battery"}
    )

    assert _is_let_in(client) == is_active


@pytest.mark.django_db
def test_who_organises_nothing_any_more_sees_no_admin(client):
    organiser = OrganiserFactory()
    client.force_login(organiser.user)
    assert _is_let_in(client)

    organiser.delete()

    assert not _is_let_in(client)


def _is_let_in(client):
    """The organiser of one edition is led on to its page, anybody else to the sign-in."""
    response = client.get(reverse("admin:index"))
    return "/login/" not in response.headers.get("Location", "")


@pytest.mark.django_db
def test_one_account_is_editor_here_and_viewer_there(client):
    """An action refused in one edition is refused whole; nothing of the selection is lost."""
    editor = OrganiserFactory(role=Organiser.Role.EDITOR)
    viewer = OrganiserFactory(user=editor.user, role=Organiser.Role.VIEWER)
    sessions = [SessionFactory(edition=role.edition) for role in (editor, viewer)]
    client.force_login(editor.user)
    there = reverse("admin:events_session_changelist")
    data = {"action": ["delete_selected", "export"], "index": 0, "post": "yes"}

    refused = client.post(there, data | {"_selected_action": [s.pk for s in sessions]})
    across = client.post(there, data | {"_selected_action": [sessions[0].pk], "select_across": "1"})
    assert (refused.status_code, across.status_code) == (403, 403)
    assert all(session._meta.model.objects.filter(pk=session.pk).exists() for session in sessions)

    client.post(there, data | {"_selected_action": [sessions[0].pk]})
    assert list(type(sessions[0]).objects.all()) == [sessions[1]]


@pytest.mark.django_db
@pytest.mark.parametrize("role", Organiser.Role)
def test_any_action_is_for_those_who_may_edit(client, monkeypatch, role):
    """An action of one's own need not ask: it is given no row of which it may not."""
    given = []
    act = admin.action(lambda _admin, _request, rows: given.extend(rows))
    monkeypatch.setattr(SessionAdmin, "actions", [act])
    organiser = OrganiserFactory(role=role)
    session = SessionFactory(edition=organiser.edition)
    client.force_login(organiser.user)
    data = {"action": act.__name__, "_selected_action": [session.pk]}

    client.post(reverse("admin:events_session_changelist"), data)

    assert given == ([] if role == Organiser.Role.VIEWER else [session])


@pytest.mark.django_db
@pytest.mark.parametrize("count", [3, 30])
def test_queries_of_a_list_do_not_grow_with_its_editions(
    client, count, django_assert_max_num_queries
):
    user = UserFactory()
    for _ in range(count):
        SessionFactory(edition=OrganiserFactory(user=user).edition)
    client.force_login(user)

    with django_assert_max_num_queries(14):
        page = client.get(reverse("admin:events_session_changelist"))

    assert page.context["cl"].result_count == count
    assert len(page.context["cl"].filter_specs[-1].lookup_choices) == count


@pytest.mark.django_db
def test_an_organiser_finds_no_accounts(client):
    """Not through the key of their own role either, which leads to the account."""
    organiser = OrganiserFactory(role=Organiser.Role.MANAGER)
    client.force_login(organiser.user)
    source = {"app_label": "events", "model_name": "organiser", "field_name": "user", "term": ""}

    assert client.get(reverse("admin:autocomplete"), source).status_code == 403
    assert User.objects.count() == 1
