from django.http import Http404

from .figures import Figures
from .organisations import Organisations, Partnerships
from .people import Appearances, Speakers
from .sessions import Sessions

# In the order in which an edition is filled: a table refers to those before it.
TABLES = [Sessions, Speakers, Organisations, Appearances, Partnerships, Figures]


def table_or_404(name, edition, user):
    for table in TABLES:
        if table.name == name:
            return table(edition, user)
    raise Http404
