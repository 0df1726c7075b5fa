"""Which sessions are on at the same time, by the clocks of the host city."""

from datetime import timedelta

DAY = timedelta(days=1)


def overlapping(sessions):
    """Pairs that run at once, the later one second. A session without a time is in none."""
    spans = sorted(
        ((*span, session.pk, session) for session in sessions if (span := span_of(session))),
        key=lambda found: found[:3],
    )
    for place, (_, end, _, first) in enumerate(spans):
        for start, _, _, second in spans[place + 1 :]:
            if start >= end:
                break
            yield first, second


def span_of(session):
    """Start and end since the midnight before the first day.

    An end at or before the start lies after midnight. Where no end is known, a session is taken
    to last a minute: it clashes with what is on when it begins.
    """
    if session.starts is None:
        return None
    start = _since_midnight(session.starts) + DAY * (session.day - 1)
    if session.ends is None:
        return start, start + timedelta(minutes=1)
    end = _since_midnight(session.ends) + DAY * (session.day - 1)
    return start, end if end > start else end + DAY


def _since_midnight(clock):
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
