"""The answer to a wish that cannot be granted."""


class Refused(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """It cannot be done as things stand. The message says why, and what to do instead; people read it as it is."""
