"""The forms for organisers and for those who are invited to be one."""

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from events.models import Invitation, Organiser


class InviteForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["email", "role"]

    def clean_email(self):
        return User.objects.normalize_email(self.cleaned_data["email"])


class RoleForm(forms.ModelForm):
    class Meta:
        model = Organiser
        fields = ["role"]


class JoinForm(SetPasswordForm):
    """Name and password of a new account; its address is the one that was invited."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["name", "new_password1", "new_password2"]

    def __init__(self, invitation, data=None):
        super().__init__(User(email=User.objects.normalize_email(invitation.email)), data)

    def filled_user(self):
        """Not saved yet: that happens when the invitation is accepted, or not at all."""
        self.user.name = self.cleaned_data["name"]
        return self.save(commit=False)
