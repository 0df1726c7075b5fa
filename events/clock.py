"""The order in which the sessions of one day are read."""


def in_clock_order(sessions):
    """Order one day's sessions, given in their places, by the clock.

    Those with a time go where the clock puts them. One without stays behind the session it was
    dragged behind, and opens the day where nothing with a time stands before it.
    """
    opening, blocks = [], []
    for session in sessions:
        if session.starts is not None:
            blocks.append([session])
        elif blocks:
            blocks[-1].append(session)
        else:
            opening.append(session)
    blocks.sort(key=lambda block: (block[0].starts, block[0].position))
    return opening + [session for block in blocks for session in block]


def place_by_clock(session, others, wanted):
    """The place among the day's `others`, read in clock order, that is nearest to the wanted one.

    A session without a time may stand anywhere; one with a time between those that start no later
    and those that start no earlier.
    """
    if session.starts is None:
        return wanted
    earlier = [n for n, other in enumerate(others) if _starts_before(other, session)]
    later = [n for n, other in enumerate(others) if _starts_before(session, other)]
    first = max(earlier) + 1 if earlier else 0
    last = min(later) if later else len(others)
    return min(max(wanted, first), last)


def _starts_before(one, other):
    return None not in (one.starts, other.starts) and one.starts < other.starts
