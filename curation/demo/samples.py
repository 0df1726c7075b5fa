"""Sample files, composed of what the public page of the edition says and of nothing else."""

from itertools import groupby

from django.utils.dateformat import format as format_date
from django.utils.text import slugify

from events.models import Session

from .facts import Sample
from .paper import Report, Slides
from .pictures import sample_image

UNKNOWN = "What else the original said is not known. This sample repeats what the public page says."


def sample_document(kind, title, edition_slug):
    return Sample(_file_name(title, edition_slug), COMPOSERS[kind])


def sample_presentation(speaker, introduced_as, title, edition_slug):
    """`introduced_as` is the speaker with job title and affiliation, as printed."""

    def draw(document):
        return presentation(document, speaker, introduced_as)

    return Sample(_file_name(f"{speaker}-{title}", edition_slug), draw)


def sample_photo(scene, notice):
    return Sample(f"sample-{scene}.jpg", lambda photo: sample_image(scene, notice))


def agenda(document):
    paper = _report(document)
    for day, sessions in _days(document.edition):
        if day > 1:
            paper.new_page()
        paper.heading(_day_title(document.edition, day))
        for session in sessions:
            paper.item(session.heading, "; ".join(_introductions(session)))
    return paper.pdf()


def booklet(document):
    paper, edition = _report(document), document.edition
    paper.heading("About the event")
    paper.text(edition.introduction)
    _add_tours(paper, edition)
    paper.new_page()
    paper.heading("Speakers")
    for session in _sessions(edition):
        for introduction in _introductions(session):
            paper.item(introduction, session.heading)
    _add_organisations(paper, edition)
    return paper.pdf()


def input_paper(document):
    paper, edition = _report(document), document.edition
    paper.heading("Region and clusters")
    paper.text(edition.context)
    paper.new_page()
    _add_organisations(paper, edition)
    paper.heading("Questions the panels take up")
    for session in _sessions(edition).filter(kind=Session.Kind.PANEL):
        paper.item(session.title)
    paper.text(UNKNOWN)
    return paper.pdf()


def summary(document):
    paper, edition = _report(document), document.edition
    paper.heading("What the workshop was for")
    paper.text(edition.introduction)
    paper.new_page()
    for day, sessions in _days(edition):
        paper.heading(_day_title(edition, day))
        for session in sessions:
            paper.item(session.heading)
    paper.text(UNKNOWN)
    return paper.pdf()


def proceedings(document):
    paper, edition = _report(document), document.edition
    paper.heading("Introduction")
    paper.text(edition.introduction)
    for day, sessions in _days(edition):
        paper.new_page()
        paper.heading(_day_title(edition, day))
        for session in sessions:
            paper.item(session.heading)
            for introduction in _introductions(session):
                paper.text(f"With {introduction}.")
    paper.new_page()
    paper.heading("Context")
    paper.text(edition.context)
    paper.text(UNKNOWN)
    return paper.pdf()


def presentation(document, speaker, introduced_as):
    edition, session = document.edition, document.session
    deck = Slides(
        document.title,
        by=f"{introduced_as} · {_name(edition)}",
        footer=f"{speaker} · {_name(edition)}",
    )
    deck.heading("The speaker")
    deck.text(introduced_as)
    deck.heading("The session")
    deck.text(f"{session.heading}. {_day_title(edition, session.day)}")
    deck.new_page()
    deck.heading("The workshop")
    deck.text(edition.introduction.split("\n\n")[0])
    deck.heading("The slides themselves")
    deck.text(UNKNOWN)
    return deck.pdf()


COMPOSERS = {
    "agenda": agenda,
    "booklet": booklet,
    "input_paper": input_paper,
    "summary": summary,
    "proceedings": proceedings,
}


def _file_name(title, edition_slug):
    return f"sample-{edition_slug}-{slugify(title)[:60].strip('-')}.pdf"


def _report(document):
    edition = document.edition
    facts = (edition.venue, edition.city, edition.country.name, _dates(edition))
    by = ", ".join(fact for fact in facts if fact)
    return Report(document.title, by=f"{_name(edition)} · {by}", footer=_name(edition))


def _name(edition):
    return f"{edition.series.name}, {edition.title}"


def _dates(edition):
    if not edition.starts_on:
        return ""
    first, last = edition.starts_on, edition.ends_on
    same_month = (first.year, first.month) == (last.year, last.month)
    start = format_date(first, "j" if same_month else "j F Y")
    return f"{start}–{format_date(last, 'j F Y')}"


def _sessions(edition):
    return edition.sessions.in_place().prefetch_related("appearances__speaker")


def _days(edition):
    return groupby(_sessions(edition), key=lambda session: session.day)


def _day_title(edition, day):
    date = edition.date_of(day)
    return f"Day {day} – {format_date(date, 'l j F Y')}" if date else f"Day {day}"


def _introductions(session):
    return [
        ", ".join(part for part in (appearance.shown_name, appearance.introduced_as) if part)
        for appearance in session.appearances.all()
    ]


def _add_tours(paper, edition):
    paper.heading("Guided tours, of which to choose one")
    for tour in edition.guided_tours.all():
        paper.item(tour.name, tour.note)


def _add_organisations(paper, edition):
    paper.heading("Organisations")
    for partnership in edition.partnerships.select_related("organisation"):
        paper.item(
            f"{partnership.shown_name} ({partnership.get_role_display().lower()})",
            partnership.organisation.sector or partnership.note,
        )
