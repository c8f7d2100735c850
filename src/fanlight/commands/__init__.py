"""The console program: one file for each verb.

A verb's module holds its help (the docstring), `arguments(parser)` and `run(options) -> int`.
Slow libraries are imported inside `run`, so that `fanlight --help` stays quick.
"""


class Refused(Exception):  # noqa: N818 (it reads as what happened: the command was refused)
    """The input cannot be used. Shown to the person as one plain message; the exit status is 2."""
