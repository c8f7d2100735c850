"""An app for the second check, as somebody has it on their phone."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time


def app_code(secret: str) -> str:
    """What the app shows. A code lasts half a minute: near its end, the next one is waited for."""
    left = 30 - time.time() % 30
    if left < 2:
        time.sleep(left)
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))
