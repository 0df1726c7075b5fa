import pytest
from django.urls import reverse

from speakers.models import Speaker
from tests.curation.steps import change, in_one_step
from tests.factories import OrganiserFactory, SessionFactory, SpeakerFactory, StaffFactory
from tests.pages import text_of

pytestmark = pytest.mark.django_db


def page(step):
    return reverse("step", args=[step])


def test_staff_undo_what_belongs_to_no_edition(client):
    speaker = SpeakerFactory(name="Hedy Lamarr")
    step = in_one_step(speaker.delete)
    client.force_login(StaffFactory())

    assert "Deleted: Speaker “Hedy Lamarr”" in text_of(client.get(page(step)))
    client.post(page(step))

    assert Speaker.objects.get().name == "Hedy Lamarr"


def test_a_foreign_step_is_not_there(client, organisers_come_in):
    session = SessionFactory(title="Secret")
    step = in_one_step(change, session, title="Sacred")
    client.force_login(OrganiserFactory(role="manager").user)

    assert client.get(page(step)).status_code == 404
    assert client.post(page(step)).status_code == 404
    session.refresh_from_db()
    assert session.title == "Sacred"


def test_a_viewer_sees_a_step_and_does_not_undo_it(client, organisers_come_in):
    session = SessionFactory(title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    client.force_login(OrganiserFactory(edition=session.edition, role="viewer").user)

    assert "Wellcome" in text_of(client.get(page(step)))
    assert client.post(page(step)).status_code == 404
    session.refresh_from_db()
    assert session.title == "Wellcome"


def test_a_change_of_a_shared_record_by_others_is_for_staff(client, organisers_come_in):
    speaker = SpeakerFactory(name="Hedy Lamarr")
    step = in_one_step(change, speaker, name="Secret")
    client.force_login(OrganiserFactory(role="manager").user)

    assert client.get(page(step)).status_code == 404


def test_an_unknown_step_is_not_there(client):
    client.force_login(StaffFactory())

    assert client.get(page("00000000-0000-0000-0000-000000000000")).status_code == 404
