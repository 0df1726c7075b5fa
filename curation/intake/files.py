"""The text of a file; other formats than plain text get readers of their own beside this one."""

from .limits import IntakeError

SUFFIXES = (".txt", ".md")
# Four bytes for a character at most: above this no text within the bounds can be.
MOST_BYTES = 8_000_000


def read_text(path):
    """The text of a plain file, or an IntakeError that says in a sentence why not."""
    if path.suffix.lower() not in SUFFIXES:
        raise IntakeError(
            f"“{path.name}” is not supported yet: plain text (.txt) and Markdown (.md) are read."
        )
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise IntakeError(f"“{path.name}” cannot be opened: {error.strerror}.") from error
    return decoded(content, path.name)


def decoded(content, name):
    if len(content) > MOST_BYTES:
        raise IntakeError(f"“{name}” is larger than {MOST_BYTES // 1_000_000} MB, the most read.")
    if not content.strip():
        raise IntakeError(f"“{name}” is empty.")
    if b"\0" in content:
        raise IntakeError(f"“{name}” is not plain text: it holds binary data.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"“{name}” is not UTF-8: byte {error.start + 1} cannot be read; save it as UTF-8."
        ) from error
