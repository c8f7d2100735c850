"""Try Fanlight: made-up teams on this computer, in your browser.

Everything is kept in one folder (.fanlight/demo). `--fresh` throws it away and begins anew.
"""

import argparse
import os
import secrets
import shutil
import socket
from pathlib import Path

from fanlight.commands import Refused

FOLDER = Path(".fanlight") / "demo"
MARKER = "this-is-the-demo"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fresh", action="store_true", help="throw the demo’s data away and begin anew")
    parser.add_argument("--port", type=int, default=8000, help="the first port to try (default: %(default)s)")


def run(options: argparse.Namespace) -> int:
    folder = FOLDER.resolve()
    if options.fresh:
        throw_away(folder)
    port = free_port(options.port)
    if port != options.port:
        print(f"Port {options.port} is taken, so this is on {port}.")
    set_up_environment(folder, port=port)

    from fanlight.commands import _django

    _django.start()
    prepare(folder)
    return serve(port)


def throw_away(folder: Path) -> None:
    if not folder.exists():
        return
    if not (folder / MARKER).exists():
        raise Refused(f"{folder} was not made by the demo, so it is left as it is. Move it away yourself.")
    shutil.rmtree(folder)


def free_port(first: int) -> int:
    """The first port at or after `first` that nothing listens on."""
    for port in range(first, min(first + 50, 65536)):
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise Refused(f"no free port between {first} and {first + 49}. Name another with --port.")


def set_up_environment(folder: Path, *, port: int) -> None:
    """The demo's own settings; those of a real installation on the same computer are left out of it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / MARKER).touch()
    for name in [name for name in os.environ if name.startswith("FANLIGHT_")]:
        del os.environ[name]
    os.environ.update(
        FANLIGHT_DEMO="yes",
        FANLIGHT_HTTPS="no",
        FANLIGHT_DATA=str(folder),
        FANLIGHT_ADDRESS=f"http://127.0.0.1:{port}",
        FANLIGHT_SECRET_KEY=_key(folder / "key"),
    )


def _key(path: Path) -> str:
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8")


def prepare(folder: Path) -> None:
    """Bring the tables up to date, and fill them if they are empty."""
    from django.core.management import call_command

    from fanlight.people.models import Organisation
    from fanlight.site.demo import build

    call_command("migrate", verbosity=0)
    if not Organisation.objects.exists():
        print("Making the demo’s teams and their past rounds …", flush=True)
        build()
    (folder / MARKER).touch()


def serve(port: int) -> int:
    import waitress

    from fanlight.site.clock import start_ticking
    from fanlight.site.demo import sign_ins
    from fanlight.site.wsgi import application

    print(f"\nFanlight is here:  http://127.0.0.1:{port}\n")
    for line in sign_ins():
        print(f"  {line}")
    print("\nPress Ctrl-C to stop.", flush=True)
    stop = start_ticking()
    waitress.serve(application, listen=f"127.0.0.1:{port}", threads=8, _quiet=True)  # until Ctrl-C
    stop.set()
    return 0
