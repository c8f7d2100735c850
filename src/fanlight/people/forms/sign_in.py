"""allauth's forms in our words. What they check is allauth's; what people read is ours."""

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.conf import settings

EMAIL = ("E-mail address", "")
LETTER_CODE = ("The code from the e-mail", "")
APP_CODE = ("The code from your app", "Six digits. Or one of your recovery codes.")
RECOVERY_CODE = ("One of your recovery codes", "Each works once.")
OLD_PASSWORD = ("Your password now", "")
NEW_PASSWORD = (
    "New password",
    "At least 12 characters. Three words that have nothing to do with each other are good.",
)
ONCE_MORE = ("The same once more", "")


class InOurWords(forms.Form):
    """Gives fields our label and hint, and takes away the greyed text inside them, which is gone when needed."""

    words: ClassVar[dict[str, tuple[str, str]]] = {}
    required_words: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]
            if name in self.required_words:
                field.error_messages["required"] = self.required_words[name]


TYPE_ADDRESS = {"email": "Type your e-mail address."}
TYPE_CODE = {"code": "Type the code."}
TYPE_PASSWORDS = {"password1": "Type a password.", "password2": "Type it once more."}


class SignInForm(InOurWords, account.LoginForm):  # type: ignore[misc]  # allauth has no types
    words = {
        "login": EMAIL,
        "password": ("Password", ""),
        "remember": ("Keep me signed in on this device for two weeks", ""),
    }
    required_words = {"login": "Type your e-mail address.", "password": "Type your password."}

    @property
    def issuers(self) -> tuple[Any, ...]:
        """The organisations through whose own sign-in people may come."""
        return settings.FANLIGHT.oidc


class AskForCodeForm(InOurWords, account.RequestLoginCodeForm):  # type: ignore[misc]
    words = {"email": EMAIL}
    required_words = TYPE_ADDRESS


class LetterCodeForm(InOurWords, account.ConfirmLoginCodeForm):  # type: ignore[misc]
    words = {"code": LETTER_CODE}
    required_words = TYPE_CODE


class AddressCodeForm(InOurWords, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    words = {"code": LETTER_CODE}
    required_words = TYPE_CODE


class ResetCodeForm(InOurWords, account.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    words = {"code": LETTER_CODE}
    required_words = TYPE_CODE


class NewAddressForm(InOurWords, account.AddEmailForm):  # type: ignore[misc]
    words = {"email": ("New e-mail address", "We send a code to it, to be sure that it is yours.")}
    required_words = TYPE_ADDRESS


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    words = {"oldpassword": OLD_PASSWORD, "password1": NEW_PASSWORD, "password2": ONCE_MORE}
    required_words = {**TYPE_PASSWORDS, "oldpassword": "Type your password."}


class SetPasswordForm(InOurWords, account.SetPasswordForm):  # type: ignore[misc]
    words = {"password1": NEW_PASSWORD, "password2": ONCE_MORE}
    required_words = TYPE_PASSWORDS


class ForgottenPasswordForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    words = {"email": EMAIL}
    required_words = TYPE_ADDRESS


class PasswordAfterCodeForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    words = {"password1": NEW_PASSWORD, "password2": ONCE_MORE}
    required_words = TYPE_PASSWORDS


class PasswordAgainForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    words = {"password": ("Password", "")}
    required_words = {"password": "Type your password."}


class AppCodeForm(InOurWords, mfa.AuthenticateForm):  # type: ignore[misc]
    words = {"code": APP_CODE}
    required_words = TYPE_CODE

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = set(self.user.authenticator_set.values_list("type", flat=True))
        self.has_passkey = Authenticator.Type.WEBAUTHN in kinds  # then it comes first: nothing to type
        self.has_app = Authenticator.Type.TOTP in kinds
        if not self.has_app:
            self.fields["code"].label, self.fields["code"].help_text = RECOVERY_CODE


class AppCodeAgainForm(InOurWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    words = {"code": APP_CODE}
    required_words = TYPE_CODE


class ConnectAppForm(InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    words = {"code": ("The code that the app shows now", "Six digits.")}
    required_words = TYPE_CODE


class CredentialField(forms.JSONField):
    """What a passkey's script sends. Brackets within brackets by the thousand are not one, and no crash."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class AddPasskeyForm(InOurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    words = {
        "name": ("A name for it", "So that you know it again, such as “My phone”."),
        "passwordless": ("Sign me in with it alone, without a code", ""),
    }
    credential = CredentialField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(InOurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    words = {"name": ("Its name", "")}
    required_words = {"name": "Type a name for it."}


NO_SCRIPTS = "A passkey needs scripts, and this browser has them turned off. Have a code sent to you instead."


class PasskeyForm(webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    """Signing in with a passkey. Without scripts nothing arrives, and the person is told so."""

    credential = CredentialField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["credential"].error_messages["required"] = NO_SCRIPTS


class PasskeyAsCheckForm(webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField(widget=forms.HiddenInput)


class PasskeyAgainForm(webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    credential = CredentialField(widget=forms.HiddenInput)


class LinkedAccountsForm(social.DisconnectForm):  # type: ignore[misc]
    """The accounts at other issuers that are linked, and the issuers that could be."""

    def clean(self) -> dict[str, Any]:
        """The last link may be undone without a password: a code by e-mail always works here."""
        return dict(self.cleaned_data)

    @property
    def issuers(self) -> tuple[Any, ...]:
        return settings.FANLIGHT.oidc
