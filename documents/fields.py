import hashlib
from pathlib import PurePath

from django.db.models import FileField
from django.db.models.fields.files import FieldFile


class DescribedFile(FieldFile):
    """Notes on its row, whenever a file is stored, what pages say of it.

    So no page has to ask the storage. The row has `file_name`, `size` and `sha256`, declared
    after the file: fields are written in the order of their declaration.
    """

    def save(self, name, content, save=True):
        row = self.instance
        row.file_name = PurePath(name).name[-200:]
        row.size = content.size
        row.sha256 = _sha256(content)
        super().save(name, content, save)


class DescribedFileField(FileField):
    attr_class = DescribedFile


def _sha256(content):
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    return digest.hexdigest()
