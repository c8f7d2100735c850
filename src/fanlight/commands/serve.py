"""Serve the web site.

With gunicorn (waitress on Windows). Put a proxy that speaks https before it, or let people in by a private
network only.
"""

import argparse
import sys
from typing import Any

IN_MEMORY = 64 * 2**20  # bytes: more than is ever taken, so nothing is laid on the disk on its way


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--bind", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen (default: %(default)s)"
    )
    parser.add_argument(
        "--processes", type=int, default=2, metavar="N", help="worker processes (default: %(default)s)"
    )
    parser.add_argument(
        "--threads", type=int, default=4, metavar="N", help="threads in each process (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    from fanlight.commands import _django

    _django.start()
    if sys.platform == "win32":
        return _serve_with_waitress(options)
    return _serve_with_gunicorn(options)


def _serve_with_waitress(options: argparse.Namespace) -> int:
    import waitress

    from fanlight.site.wsgi import application

    waitress.serve(
        application,
        listen=options.bind,
        threads=options.processes * options.threads,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
    )
    return 0


def _serve_with_gunicorn(options: argparse.Namespace) -> int:
    from gunicorn.app.base import BaseApplication
    from gunicorn.glogging import Logger

    class Log(Logger):  # type: ignore[misc]
        def exception(self, msg: object, *args: object, **more: Any) -> None:
            """What broke, without the address that was asked for."""
            super().exception("A request broke" if args else msg, **more)

    settings = {
        "bind": options.bind,
        "workers": options.processes,
        "worker_class": "gthread",
        "threads": options.threads,
        "accesslog": None,  # a line for each request would say who came when
        "loglevel": "error",  # its warnings name the address that sent something it cannot read
        "logger_class": Log,
        "preload_app": False,
    }

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from fanlight.site.wsgi import application

            return application

    Server().run()
    return 0
