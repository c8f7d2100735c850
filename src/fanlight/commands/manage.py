"""Run one of Django's own commands, such as migrate or shell.

Everything after `manage` is handed to Django as it is: `fanlight manage migrate --plan`.
"""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "django", nargs=argparse.REMAINDER, metavar="…", help="Django's command and its options"
    )


def run(options: argparse.Namespace) -> int:
    from django.core.management import ManagementUtility

    from fanlight.commands import _django

    _django.start(needs_key=False)
    ManagementUtility(["fanlight manage", *options.django]).execute()
    return 0
