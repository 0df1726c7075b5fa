from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .history import recorded


class UserManager(BaseUserManager):
    def get_by_natural_key(self, username):
        """Sign in whatever the case in which the address was typed."""
        return self.get(email__iexact=username)

    def create_user(self, email, password=None, **extra):
        user = self.model(email=self.normalize_email(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **extra):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)


class User(AbstractUser):
    """Somebody who curates: staff of the whole site, or the organiser of an edition.

    Signs in with an e-mail address. Attendees and speakers have no account.
    """

    username = None
    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)

    objects = UserManager()
    history = recorded(excluded_fields=["password", "last_login"])

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once_in_any_case",
                violation_error_message=_("There is an account with this e-mail address."),
            )
        ]

    def __str__(self):
        return self.name or self.email

    def save(self, **kwargs):
        # Signing in is no change that somebody would look up or undo.
        if set(kwargs.get("update_fields") or ()) == {"last_login"}:
            self.skip_history_when_saving = True
        super().save(**kwargs)

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)
