"""What sign-in says, on the page and by e-mail, in our words. The keys are allauth's names for each occasion."""

# Shown at the top of the next page. An empty text: nothing needs saying.
ON_THE_PAGE = {
    "account/messages/cannot_delete_primary_email.txt": "You need one e-mail address to sign in with.",
    "account/messages/email_confirmation_failed.txt": "{email} belongs to another account here.",
    "account/messages/email_confirmation_sent.txt": "",
    "account/messages/email_confirmed.txt": "",
    "account/messages/email_deleted.txt": "{email} is removed.",
    "account/messages/logged_in.txt": "",
    "account/messages/logged_out.txt": "You are signed out.",
    "account/messages/login_code_sent.txt": "",
    "account/messages/password_changed.txt": "Your password is changed.",
    "account/messages/password_set.txt": "You have a password now.",
    "account/messages/primary_email_set.txt": "",
    "account/messages/unverified_primary_email.txt": "We need to be sure of your e-mail address first.",
    "mfa/messages/recovery_codes_generated.txt": "Here are new recovery codes. The old ones do not work any more.",
    "mfa/messages/totp_activated.txt": "The second check is on.",
    "mfa/messages/totp_deactivated.txt": "The second check is off.",
    "mfa/messages/webauthn_added.txt": "The passkey is added.",
    "mfa/messages/webauthn_removed.txt": "The passkey is removed.",
    "socialaccount/messages/account_connected.txt": "Linked. You can sign in that way from now on.",
    "socialaccount/messages/account_connected_other.txt": "That account is linked to somebody else’s here.",
    "socialaccount/messages/account_connected_updated.txt": "Linked. You can sign in that way from now on.",
    "socialaccount/messages/account_disconnected.txt": "The link is undone.",
}

# Letters that somebody has asked for: the subject, and what to do with the code.
CODES = {
    "account/email/login_code": ("Your code to sign in", "Type it on the page where you asked for it."),
    "account/email/password_reset_code": (
        "Your code for a new password",
        "Type it on the page where you asked for it, then choose a new password.",
    ),
    "account/email/email_confirmation": (
        "Your code to confirm this address",
        "Type it on the page where you gave this address.",
    ),
}
CODES["account/email/email_confirmation_signup"] = CODES["account/email/email_confirmation"]

# Letters that tell of a change to how somebody signs in: what was changed. Never from where or with what.
CHANGES = {
    "account/email/email_changed": "Your e-mail address was changed from {from_email} to {to_email}.",
    "account/email/email_confirm": "Your e-mail address was confirmed.",
    "account/email/email_deleted": "The e-mail address {deleted_email} was removed.",
    "account/email/password_changed": "Your password was changed.",
    "account/email/password_reset": "A new password was chosen, with a code that was sent to you.",
    "account/email/password_set": "A password was set.",
    "mfa/email/recovery_codes_generated": "New recovery codes were made.",
    "mfa/email/totp_activated": "The second check by an app was turned on.",
    "mfa/email/totp_deactivated": "The second check by an app was turned off.",
    "mfa/email/webauthn_added": "A passkey was added.",
    "mfa/email/webauthn_removed": "A passkey was removed.",
    "socialaccount/email/account_connected": "Signing in through {provider} was linked.",
    "socialaccount/email/account_disconnected": "Signing in through {provider} was unlinked.",
}

# Showing once more that it is you: a touch before six digits, and those before a password.
ONCE_MORE = {
    "mfa_reauthenticate:webauthn": "Use your passkey",
    "mfa_reauthenticate": "Use your app or a recovery code",
    "reauthenticate": "Use your password",
}

# What is said beside a field or above a form.
PROBLEMS = {
    "account_inactive": "This account is closed. Ask your team’s lead.",
    "duplicate_email": "This is your address already.",
    "email_password_mismatch": "The address and the password do not go together. Try again, or have a code sent.",
    "email_taken": "There is an account with this address already.",
    "enter_current_password": "That is not your password. Try again, or have a code sent to you.",
    "incorrect_code": "That is not the right code. Look again, or have a new one sent to you.",
    "incorrect_password": "That is not your password.",
    "invalid_login": "Type your e-mail address.",
    "same_as_current": "This is the same as before.",
    "too_many_login_attempts": "That was too often. Wait five minutes, then try again.",
    "rate_limited": "That was too often. Wait a few minutes, then try again.",
}
APP_PROBLEMS = {
    "add_email_blocked": "Turn the second check off before you change your address.",
    "cannot_delete_authenticator": "This cannot be turned off now.",
    "cannot_generate_recovery_codes": "Recovery codes need a passkey or a second check first.",
    "incorrect_code": "That is not the right code. It changes every half a minute: try the one that shows now.",
    "unverified_email": "Confirm your e-mail address first: sign in once with a code that is sent to it.",
}
ISSUER_PROBLEMS = {
    "email_taken": "There is an account with this address already. Sign in to it first, then link your %s account.",
    "invalid_token": "Your organisation’s sign-in answered in a way that we could not check. Try again.",
    "no_password": "You would have no way left to sign in.",
    "no_verified_email": "You would have no way left to sign in.",
    "disconnect_last": "You would have no way left to sign in.",
    "connected_other": "That account is linked to somebody else’s here.",
}
