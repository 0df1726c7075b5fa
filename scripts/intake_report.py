"""make intake-report: the share of sessions and of people's fields read right, by form."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.curation.intake.scoring import CORPUS, FRESH, PERSON_FIELDS, SESSION_FIELDS, cases, score


def main():
    report("Corpus", CORPUS)
    report("Fresh texts, written after the parser and not tuned to", FRESH)


def report(title, folder):
    print(f"\n{title}\n{'form':40} {'sessions':>12} {'people':>12} {'their fields':>14}")
    right, total = Counter(), Counter()
    for case in cases(folder):
        got, of = score(case)
        right, total = right + got, total + of
        print(f"{case.form:40} {line(got, of)}")
    print(f"{'all':40} {line(right, total)}")
    for name in [f"session’s {name}" for name in SESSION_FIELDS] + PERSON_FIELDS:
        print(f"    {name:20} {share(right[name], total[name])}")


def line(right, total):
    fields = [sum(counts[name] for name in PERSON_FIELDS) for counts in (right, total)]
    sessions, people = (share(right[name], total[name]) for name in ("session", "person"))
    return f"{sessions:>12} {people:>12} {share(*fields):>14}"


def share(right, total):
    return f"{right}/{total} {100 * right // total:3}%" if total else "–"


if __name__ == "__main__":
    main()
