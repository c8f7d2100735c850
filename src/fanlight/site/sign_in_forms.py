"""Which form of ours stands on each of allauth's pages, by allauth's names for them."""

OURS = "fanlight.people.forms.sign_in."
ACCOUNT = {
    "login": OURS + "SignInForm",
    "request_login_code": OURS + "AskForCodeForm",
    "confirm_login_code": OURS + "LetterCodeForm",
    "confirm_email_verification_code": OURS + "AddressCodeForm",
    "confirm_password_reset_code": OURS + "ResetCodeForm",
    "add_email": OURS + "NewAddressForm",
    "change_password": OURS + "ChangePasswordForm",
    "set_password": OURS + "SetPasswordForm",
    "reset_password": OURS + "ForgottenPasswordForm",
    "reset_password_from_key": OURS + "PasswordAfterCodeForm",
    "reauthenticate": OURS + "PasswordAgainForm",
}
MFA = {
    "authenticate": OURS + "AppCodeForm",
    "reauthenticate": OURS + "AppCodeAgainForm",
    "activate_totp": OURS + "ConnectAppForm",
    "add_webauthn": OURS + "AddPasskeyForm",
    "edit_webauthn": OURS + "RenamePasskeyForm",
    "login_webauthn": OURS + "PasskeyForm",
    "authenticate_webauthn": OURS + "PasskeyAsCheckForm",
    "reauthenticate_webauthn": OURS + "PasskeyAgainForm",
}
LINKED = {"disconnect": OURS + "LinkedAccountsForm"}
