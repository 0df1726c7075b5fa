import pytest
from django.db import IntegrityError

from speakers.models import Appearance
from tests.factories import AppearanceFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def test_what_was_printed_survives_a_change_of_the_speaker():
    appearance = AppearanceFactory(
        speaker__name="Thomas Dermine",
        speaker__honorific="Dr.",
        printed_name="Thomas DERMINE",
        job_title="State Secretary",
        affiliation="Belgian Federal Government",
    )
    appearance.speaker.honorific = "Mayor"
    appearance.speaker.name = "T. Dermine"
    appearance.speaker.save()

    appearance.refresh_from_db()

    assert appearance.shown_name == "Thomas DERMINE"
    assert appearance.introduced_as == "State Secretary, Belgian Federal Government"


def test_a_lost_organisation_leaves_the_affiliation():
    appearance = AppearanceFactory(affiliation="Prognos AG", organisation=OrganisationFactory())
    appearance.organisation.delete()

    appearance.refresh_from_db()

    assert (appearance.affiliation, appearance.organisation) == ("Prognos AG", None)


def test_one_may_moderate_and_speak_but_not_speak_twice():
    appearance = AppearanceFactory(role=Appearance.Role.SPEAKER)
    same = {"session": appearance.session, "speaker": appearance.speaker}
    AppearanceFactory(**same, role=Appearance.Role.MODERATOR)

    with pytest.raises(IntegrityError):
        AppearanceFactory(**same, role=Appearance.Role.SPEAKER)
