from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Problem:
    """One row: a sentence, and the page of the admin where exactly this row is mended."""

    sentence: str
    url: str


def problem_of(row, sentence):
    meta = row._meta
    return Problem(
        str(sentence), reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
    )


def missing(model, edition, sentence):
    """Nothing is there to be mended: the page leads to where one is added."""
    meta = model._meta
    url = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
    return Problem(str(sentence), f"{url}?edition={edition.pk}")
