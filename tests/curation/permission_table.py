"""Who reaches what in the admin, written out: model → role → addresses.

“Other” is the manager of another edition, “both” an editor of another and viewer of ours:
everybody else's two halves in one person. Everything is told about an object of *our* edition,
a draft. An address that is not named is refused.
"""

LOOK = {"list", "change_form", "history"}
EDIT = LOOK | {"add_form", "add", "change", "delete_form", "delete", "delete_selected"}
CHOOSE = {"choose"}  # found by the autocomplete of a foreign key
ON_SITE = {"view_on_site"}
NEW_OF_THEIR_OWN = {"list", "add_form"}  # in their own edition, where ours is not shown


def table(*, staff, manager=(), editor=(), viewer=(), other=(), both=()):
    rows = {"staff": staff, "manager": manager, "editor": editor, "viewer": viewer}
    rows |= {"other": other, "both": both, "signed-out": ()}
    return {role: set(addresses) for role, addresses in rows.items()}


STAFF_ONLY = table(staff=EDIT)
CONTENT = table(
    staff=EDIT,
    manager=EDIT,
    editor=EDIT,
    viewer=LOOK,
    other=NEW_OF_THEIR_OWN,
    both=LOOK | NEW_OF_THEIR_OWN,
)
CHOSEN_CONTENT = table(
    staff=EDIT | CHOOSE,
    manager=EDIT | CHOOSE,
    editor=EDIT | CHOOSE,
    viewer=LOOK,
    other=NEW_OF_THEIR_OWN,
    both=LOOK | NEW_OF_THEIR_OWN,
)
ADDRESSED_CONTENT = table(
    staff=EDIT | ON_SITE,
    manager=EDIT | ON_SITE,
    editor=EDIT | ON_SITE,
    viewer=LOOK | ON_SITE,
    other=NEW_OF_THEIR_OWN,
    both=LOOK | NEW_OF_THEIR_OWN | ON_SITE,
)
# What an appearance or partnership still uses cannot be deleted, by nobody.
KEPT = EDIT - {"delete", "delete_selected"}
OWN_RECORD = table(
    staff=KEPT | CHOOSE | ON_SITE,
    manager=KEPT | CHOOSE | ON_SITE,
    editor=KEPT | CHOOSE | ON_SITE,
    viewer={"list", "change_form"} | ON_SITE,
    # Names may be chosen and added by every editor; the record behind a draft's name stays shut.
    other={"list", "add_form", "add"} | CHOOSE,
    both={"list", "add_form", "add", "change_form"} | CHOOSE | ON_SITE,
)

ACCESS = {
    "accounts.User": table(staff=EDIT | CHOOSE),
    # What editions still use cannot be deleted, by nobody.
    "events.Series": table(staff=KEPT | ON_SITE),
    "events.Edition": table(
        staff=EDIT | CHOOSE | ON_SITE,
        manager=LOOK | {"change"} | CHOOSE | ON_SITE,
        editor=LOOK | {"change"} | CHOOSE | ON_SITE,
        viewer=LOOK | ON_SITE,
        other={"list"},
        both=LOOK | ON_SITE,
    ),
    "events.Session": CHOSEN_CONTENT,
    "events.Room": CHOSEN_CONTENT,
    "events.Figure": CONTENT,
    "events.CoLocatedEvent": CONTENT,
    "events.GuidedTour": CONTENT,
    "events.FormerDates": table(
        staff=EDIT, manager=EDIT, editor=LOOK, viewer=LOOK, other=NEW_OF_THEIR_OWN, both=LOOK
    ),
    "events.Organiser": table(staff=EDIT, manager=LOOK, other={"list"}),
    "organisations.Organisation": OWN_RECORD,
    "organisations.AlternativeName": STAFF_ONLY,
    "organisations.Partnership": CONTENT,
    "speakers.Speaker": OWN_RECORD,
    "speakers.Appearance": CHOSEN_CONTENT,
    "documents.Document": ADDRESSED_CONTENT,
    "gallery.Album": CHOSEN_CONTENT,
    "gallery.Photo": ADDRESSED_CONTENT,
    # Made on a page of its own, decided by actions: nobody adds or changes one in a form.
    "curation.Suggestion": table(
        staff={"list", "change_form", "history", "delete_form", "delete", "delete_selected"}
    ),
}

# A speaker or organisation that another edition uses as well.
SHARED_RECORD = table(
    staff=KEPT | CHOOSE | ON_SITE,
    manager={"list", "add_form", "add", "change_form"} | CHOOSE | ON_SITE,
    editor={"list", "add_form", "add", "change_form"} | CHOOSE | ON_SITE,
    viewer={"list", "change_form"} | ON_SITE,
    other={"list", "add_form", "add", "change_form"} | CHOOSE | ON_SITE,
    both={"list", "add_form", "add", "change_form"} | CHOOSE | ON_SITE,
)
SHARED_ACCESS = {"organisations.Organisation": SHARED_RECORD, "speakers.Speaker": SHARED_RECORD}

# What is posted to add one in our edition, and one field with a new value.
# “@” stands for the primary key of our object of that model, “@@” for theirs.
ADD = {
    "accounts.User": {
        "email": "new@example.org",
        "usable_password": "true",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    },
    "events.Series": {"name": "New", "slug": "new"},
    "events.Edition": {"series": "@events.Series", "name": "New", "slug": "new"},
    "events.Session": {"edition": "@events.Edition", "title": "New"},
    "events.Room": {"edition": "@events.Edition", "name": "New"},
    "events.Figure": {"edition": "@events.Edition", "measure": "on_site", "value": "7"},
    "events.CoLocatedEvent": {"edition": "@events.Edition", "name": "New"},
    "events.GuidedTour": {"edition": "@events.Edition", "name": "New"},
    "events.FormerDates": {
        "edition": "@events.Edition",
        "starts_on": "2024-09-01",
        "ends_on": "2024-09-02",
    },
    "events.Organiser": {"edition": "@events.Edition", "user": "@@accounts.User", "role": "viewer"},
    "organisations.Organisation": {"name": "New", "slug": "new"},
    "organisations.AlternativeName": {
        "organisation": "@organisations.Organisation",
        "name": "New",
    },
    "organisations.Partnership": {
        "edition": "@events.Edition",
        "organisation": "@organisations.Organisation",
        "role": "host",
    },
    "speakers.Speaker": {"name": "New", "slug": "new"},
    "speakers.Appearance": {
        "session": "@events.Session",
        "speaker": "@speakers.Speaker",
        "role": "guide",
    },
    "documents.Document": {
        "edition": "@events.Edition",
        "kind": "other",
        "title": "New",
        "url": "https://example.org/new.pdf",
    },
    "gallery.Album": {"edition": "@events.Edition", "title": "New"},
    "gallery.Photo": {"album": "@gallery.Album", "image": "@picture"},
    "curation.Suggestion": {"reason": "New"},
}
CHANGE = {
    "accounts.User": ("name", "Changed"),
    "events.Series": ("name", "Changed"),
    "events.Edition": ("theme", "Changed"),
    "events.Session": ("title", "Changed"),
    "events.Room": ("name", "Changed"),
    "events.Figure": ("note", "Changed"),
    "events.CoLocatedEvent": ("name", "Changed"),
    "events.GuidedTour": ("name", "Changed"),
    "events.FormerDates": ("note", "Changed"),
    "events.Organiser": ("role", "viewer"),
    "organisations.Organisation": ("name", "Changed"),
    "organisations.AlternativeName": ("name", "Changed"),
    "organisations.Partnership": ("note", "Changed"),
    "speakers.Speaker": ("name", "Changed"),
    "speakers.Appearance": ("job_title", "Changed"),
    "documents.Document": ("title", "Changed"),
    "gallery.Album": ("title", "Changed"),
    "gallery.Photo": ("caption", "Changed"),
    "curation.Suggestion": ("reason", "Changed"),
}
