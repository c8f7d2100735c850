"""Say in plain words what is wrong with this installation, if anything is.

Exit status 0: all is well. 1: something should be put right; each line says what and how.
"""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = __doc__


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 (every verb takes its options)
    from fanlight.commands import _django

    _django.start(needs_key=False)
    from fanlight.site.checks import findings

    found = findings()
    for line in found:
        print(f"✗ {line}")
    if not found:
        print("All is well.")
    return 1 if found else 0
