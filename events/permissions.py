"""Who may do what to an edition: the whole policy on one screen.

Pages, the admin and menus ask `may` and `editions_where`, and nothing else.
"""

from enum import StrEnum

from .models import Edition, Organiser


class Task(StrEnum):
    VIEW = "view"  # see the draft, its pages in the admin, its history and checklist
    EDIT = "edit"  # agenda, people, organisations, materials, photos, figures; undo
    EXPORT = "export"
    IMPORT = "import"
    PUBLISH = "publish"  # stage, dates, preview link, visibility
    INVITE = "invite"  # other organisers
    CLONE = "clone"  # make another edition of it: for staff, as organisers see only their own


Role = Organiser.Role

TASKS_OF_ROLE = {
    Role.VIEWER: {Task.VIEW, Task.EXPORT},
    Role.EDITOR: {Task.VIEW, Task.EXPORT, Task.EDIT, Task.IMPORT},
    Role.MANAGER: set(Task) - {Task.CLONE},
}


def may(user, task, edition):
    """Staff may do everything; an organiser what their role in this edition allows."""
    if not user.is_active:
        return False
    if user.is_staff:
        return True
    return user.is_authenticated and editions_where(user, task).filter(pk=edition.pk).exists()


def editions_where(user, task):
    """The editions in which the user may do the task."""
    if not user.is_active:
        return Edition.objects.none()
    if user.is_staff:
        return Edition.objects.all()
    roles = [role for role, tasks in TASKS_OF_ROLE.items() if task in tasks]
    organised = Organiser.objects.filter(user_id=user.pk, role__in=roles)
    return Edition.objects.filter(pk__in=organised.values("edition_id"))


def runs_the_site(user):
    """Staff: what belongs to no one edition, such as a merge, and what makes a new one."""
    return user.is_active and user.is_staff
