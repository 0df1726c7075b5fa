"""Bounds that are checked before any work, so that time and memory stay bounded."""

# Ten times the longest programme known, and still read in seconds.
MOST_CHARACTERS = 2_000_000
MOST_LINES = 20_000
# A page's longest paragraph has some 1,500 characters.
LONGEST_LINE = 10_000
# Beyond this a line is a paragraph: it is told whole and not looked into for people.
LONGEST_READ = 1_200


class IntakeError(Exception):
    """Why a text cannot be read, in one sentence for people."""


def check_bounds(text):
    if len(text) > MOST_CHARACTERS:
        raise IntakeError(
            f"The text has {len(text):,} characters; up to {MOST_CHARACTERS:,} are read."
        )
    lines = text.splitlines()
    if not any(line.strip() for line in lines):
        raise IntakeError("The text is empty.")
    if len(lines) > MOST_LINES:
        raise IntakeError(f"The text has {len(lines):,} lines; up to {MOST_LINES:,} are read.")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise IntakeError(
                f"Line {number} has {len(line):,} characters; "
                f"lines of up to {LONGEST_LINE:,} are read."
            )
