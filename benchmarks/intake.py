"""Processor time to read 500 sessions, and texts that are bad on purpose, as long as allowed.

python benchmarks/intake.py
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from curation.intake.limits import (
    LONGEST_LINE,
    LONGEST_READ,
    MOST_CHARACTERS,
    MOST_LINES,
    IntakeError,
)
from curation.intake.programme import read_agenda

SESSION = """{hour:02}:{minute:02} – {hour:02}:{end:02}: Panel {number}: Regions at work
Moderator: Alba {name}, Journalist, The Example Times
• Bruno {name} - Director General - Economy and Work, Public Service of Musterland (PSM)
• Carla {name}, Head of Unit, Ministry of Examples, Exempland (online, tbc)
"""
HOSTILE = [
    "(" * 200,
    "a, " * 3000,
    "1. 2. " * 1500,
    "A B – " * 1600,
    "9:00 - " * 1400,
    "and " * 2400,
]
HOSTILE += [
    "Speakers: " * 900,
    "A (X), " * 1400,
    "moderated by A B " * 550,
    "- " * 4900,
    "\u200b" * 9000,
]


def main():
    for count in (125, 250, 500, 1000):
        show(f"{count} sessions, {count * 4} lines", programme(count))
    show(
        "the longest text",
        "\n".join([f"• Alba M{n:x}, Director, Cluster" for n in range(MOST_LINES)]),
    )
    show(
        "as many sessions as lines", "\n".join([f"Regions at work {n}" for n in range(MOST_LINES)])
    )
    show("as many days as lines", "\n".join(["27 November 2024", "28.11.2024"] * (MOST_LINES // 2)))
    for line in HOSTILE:
        for length in (LONGEST_LINE, LONGEST_READ):
            count = MOST_CHARACTERS // LONGEST_LINE - 1
            lines = [f"{line[: length - 5]} {number}" for number in range(count)]
            show(f"{len(lines)} × {length} of {line[:9]!r}…", "\n".join(["09:00 Opening", *lines]))
    show("a million lines", "x\n" * 1_000_000)
    show("a line of a megabyte", "x" * 1_000_000)


def programme(count):
    days = []
    for number in range(count):
        if number % 50 == 0:
            days.append(f"Day {number // 50 % 31 + 1}\n")
        hour, minute = divmod(number % 50 * 15 + 8 * 60, 60)
        name = "M" + "".join(chr(97 + int(digit)) for digit in str(number))
        days.append(
            SESSION.format(hour=hour, minute=minute, end=minute + 14, number=number, name=name)
        )
    return "".join(days)


def show(name, text):
    started = time.process_time()
    try:
        said = f"{len(read_agenda(text).sessions)} sessions"
    except IntakeError as error:
        said = f"refused: {error}"
    taken = time.process_time() - started
    print(f"{name:40} {taken:8.3f} s  {said}")


if __name__ == "__main__":
    main()
