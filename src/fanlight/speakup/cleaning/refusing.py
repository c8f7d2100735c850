"""Saying no to a file, in words that say what would do instead."""


class NotClean(ValueError):  # noqa: N818 (it reads as what is wrong)
    """We cannot be sure what this file tells. The message goes on after “This file was not taken: ”."""
