"""The steps of the closing at which it can be killed."""

CLOSING, ERASING = "fanlight.responses.actions.closing", "fanlight.responses.erasing"

# Each step: the function at which the process dies, and whether it is done first.
STEPS = {
    "before the urn is opened": ("fanlight.results.actions.releasing.open_urn", False),
    "when the urn has been read": (f"{CLOSING}._read", True),
    "when the answers are written": (f"{CLOSING}._empty", False),
    "when the urn is empty": (f"{CLOSING}._empty", True),
    "when the release is made, before it is committed": (
        "fanlight.results.actions.releasing.mark_released",
        True,
    ),
    "when all that is committed": (f"{CLOSING}.tidy_urn", False),
    "when it is on the disk": (f"{ERASING}.destroy_key", False),
    "when the key is overwritten": ("fanlight.surveys.keys._sync", False),
    "when the key is destroyed": (f"{ERASING}.destroy_key", True),
    "when the free pages are emptied": (f"{CLOSING}.erase_deleted", True),
}
BEFORE_THE_COMMIT = list(STEPS)[:5]
