"""Run one of Django's own commands, such as migrate or shell.

Everything after `manage` is handed to Django as it is: `fanlight manage migrate --plan`.
"""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "django", nargs=argparse.REMAINDER, metavar="…", help="Django’s command and its options"
    )


def run(options: argparse.Namespace) -> int:
    from django.core.management import ManagementUtility

    from fanlight.commands import _django

    _django.start(needs_key=False)
    ManagementUtility(["fanlight manage", *options.django]).execute()
    if options.django[:1] == ["migrate"] and "--database" not in options.django:
        migrate_island()
    return 0


def migrate_island() -> None:
    """Bring the database of speaking up up to date, if it has one of its own."""
    from django.core.management import call_command
    from django.db import connections

    if "speakup" in connections:
        call_command("migrate", database="speakup", verbosity=0)
