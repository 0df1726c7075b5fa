import factory
from factory.django import DjangoModelFactory, Password

from accounts.models import User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence("user-{}@example.org".format)
    password = Password("correct horse battery")


class StaffFactory(UserFactory):
    email = factory.Sequence("staff-{}@example.org".format)
    is_staff = True
    is_superuser = True
