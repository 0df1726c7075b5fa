"""How long it takes to read 500 sessions, and texts that are bad on purpose, as long as allowed.

python benchmarks/intake.py
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from curation.intake.limits import LONGEST_LINE, MOST_LINES, IntakeError
from curation.intake.programme import read_agenda

SESSION = """{hour:02}:{minute:02} – {hour:02}:{end:02}: Panel {number}: Regions at work
Moderator: Alba Exemplar, Journalist, The Example Times
• Bruno Muster - Director General - Economy and Work, Public Service of Musterland (PSM)
• Carla Beispiel, Head of Unit, Ministry of Examples, Exempland (online, tbc)
"""
HOSTILE = ["(" * 200, "a, " * 3000, "1. 2. " * 1500, "A B – " * 1600, "9:00 - " * 1400, "and " * 2400]
HOSTILE += ["Speakers: " * 900, "A (X), " * 1400, "moderated by A B " * 550, "- " * 4900, "\u200b" * 9000]


def main():
    for count in (125, 250, 500, 1000):
        show(f"{count} sessions, {count * 4} lines", programme(count))
    show("the longest text", "\n".join(["• Alba Exemplar, Director, Cluster Exemplum"] * MOST_LINES))
    for line in HOSTILE:
        show(f"100 lines of {line[:14]!r}…", "09:00 Opening\n" + "\n".join([line[:LONGEST_LINE]] * 100))
    show("a million lines", "x\n" * 1_000_000)
    show("a line of a megabyte", "x" * 1_000_000)


def programme(count):
    days = []
    for number in range(count):
        if number % 50 == 0:
            days.append(f"Day {number // 50 % 31 + 1}\n")
        hour, minute = divmod(number % 50 * 15 + 8 * 60, 60)
        days.append(SESSION.format(hour=hour, minute=minute, end=minute + 14, number=number))
    return "".join(days)


def show(name, text):
    started = time.perf_counter()
    try:
        said = f"{len(read_agenda(text).sessions)} sessions"
    except IntakeError as error:
        said = f"refused: {error}"
    taken = time.perf_counter() - started
    print(f"{name:40} {taken:8.3f} s  {said}")


if __name__ == "__main__":
    main()
