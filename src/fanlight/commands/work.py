"""Do the background work: close rounds on time, make releases, send mail.

Run at least one beside `fanlight serve`; several share the work.
"""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is waiting, then stop")


def run(options: argparse.Namespace) -> int:
    from django.core.management import call_command

    from fanlight.commands import _django

    _django.start()
    from fanlight.site.clock import start_ticking, tick

    tick()
    stop = start_ticking()
    try:
        call_command(
            "db_worker", queue_name="*", interval=1, batch=options.once, reload=False, startup_delay=False
        )
    finally:
        stop.set()
    return 0
