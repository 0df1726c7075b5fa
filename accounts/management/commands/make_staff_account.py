import secrets

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from accounts.models import User

MESSAGE = """\
A staff account was made. The password is shown only this once:
  e-mail    {email}
  password  {password}
  admin     {address}"""


class Command(BaseCommand):
    help = "Make one account for the admin, unless there is staff already."

    def add_arguments(self, parser):
        parser.add_argument("--email", default="staff@example.org")
        parser.add_argument(
            "--site", default="", help="start of the address: http://127.0.0.1:8000"
        )

    @transaction.atomic
    def handle(self, *, email, **options):
        if User.objects.filter(is_staff=True).exists():
            return
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has an account that is not staff; give another --email.")
        password = secrets.token_urlsafe(15)
        User.objects.create_superuser(email, password)
        address = settings.SITE_URL + reverse("admin:index")
        self.stdout.write(MESSAGE.format(email=email, password=password, address=address))
