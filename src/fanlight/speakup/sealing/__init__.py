"""Sealing and opening, pure: no Django, no tables, no time. What is here can be read alone, and attacked alone.

`derivation` turns what people remember into keys · `keys` are a guardian's · `receipt` is the reporter's · `envelope`
pads and seals · `ledger` is what a concern's line says, in order · `casefile` is what its guardians keep beside it.
"""


class Unreadable(Exception):  # noqa: N818 (it reads as what it is)
    """This was not sealed with this key, or it was changed, cut short, moved or put in another order since."""
