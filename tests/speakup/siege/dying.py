"""The steps of an upload or a reply at which it can be killed."""

SPEAKING = "fanlight.speakup.actions.speaking"

# Each step: the function at which the process dies, whether it is done first, and whether what was sent is then kept.
UPLOAD = {
    "before anything is written": (f"{SPEAKING}._first_ledger", False, False),
    "when the files' pieces are written": (f"{SPEAKING}._first_ledger", True, False),
    "when the concern is sealed and not yet written": (f"{SPEAKING}._seal", True, False),
    "when the concern is written, before its keys are": (f"{SPEAKING}.wraps_for", False, False),
    "when everything is committed": (f"{SPEAKING}.open_concern", False, True),
}
REPLY = {
    "before anything is written": (f"{SPEAKING}.keep_file", False, False),
    "when the files' pieces are written": (f"{SPEAKING}.keep_file", True, False),
    "when the line is sealed and not yet written": (f"{SPEAKING}._seal", True, False),
}
