"""Do something as one step, as a request does, and say which."""

from accounts.history import one_step


def in_one_step(do, *args, by=None, **kwargs):
    with one_step(by=by) as step:
        do(*args, **kwargs)
    return step


def change(row, **values):
    row = type(row).objects.get(pk=row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
