"""A name that was typed: whose it is, or the question to ask. A near match is never assumed."""

from dataclasses import dataclass

from events.spelling import folded

NEW = "new"
NOBODY = "none"


@dataclass(frozen=True)
class Whose:
    """One of: the record, whether to make a new one, whether it means none, whom to ask about."""

    record: object = None
    is_new: bool = False
    is_nobody: bool = False
    known: tuple = ()


def whose(typed, choice, asked, *, by_name, current=None):
    """`choice` is the answer that was given for the name `asked`; it counts while that stands.

    `current` is whom the row has been about, and may be kept under any name.
    """
    if choice and folded(typed) == folded(asked):
        if choice in (NEW, NOBODY):
            return Whose(is_new=choice == NEW, is_nobody=choice == NOBODY)
        record = current if current and choice == str(current.pk) else _chosen(choice, by_name)
        if record:
            return Whose(record=record)
    exact = by_name.named(typed)
    if len(exact) == 1:
        return Whose(record=by_name.records.get(pk=exact[0].pk))
    return Whose(known=tuple(exact or by_name.near(typed)))


def _chosen(choice, by_name):
    return by_name.records.filter(pk=choice[:18]).first() if choice.isdecimal() else None
