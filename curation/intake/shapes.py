"""The programme as plain data, in the shape that other programs are told of."""

SESSION = ("day", "starts", "ends", "kind", "number", "title", "room")
PERSON = (
    "role",
    "honorific",
    "name",
    "job_title",
    "affiliation",
    "remark",
    "confirmed",
    "online",
)


def as_data(programme):
    return {
        "sessions": [_session(session) for session in programme.sessions],
        "not_understood": [
            {"line": each.line, "text": each.text.strip()} for each in programme.not_understood
        ],
    }


def _session(session):
    people = [{name: getattr(person, name) for name in PERSON} for person in session.people]
    return {name: getattr(session, name) for name in SESSION} | {"people": people}
