"""Start Fanlight, or test it, on a machine that has Python 3.11 and nothing else.

    python3 start.py            the demo: made-up teams, in your browser
    python3 start.py --fresh    the demo, begun anew
    python3 start.py test       every check and every test

Everything is installed into .venv beside this file, from the locks. Only Python's standard library is used here.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BUILD_INPUTS = ["pyproject.toml", "hatch_build.py", "frontend"]


def run(*command: str | Path) -> None:
    status = subprocess.run([str(part) for part in command], cwd=HERE, check=False).returncode
    if status:
        sys.exit(f"start.py: this did not work (status {status}): {' '.join(map(str, command))}")


def make_environment() -> None:
    if PYTHON.exists():
        return
    print("Making an environment for Fanlight in .venv …", flush=True)
    if uv := shutil.which("uv"):
        run(uv, "venv", "--quiet", "--python", sys.executable, VENV)
    elif subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"start.py: Python's venv is missing. On Debian or Ubuntu: apt-get install {version}-venv")


def install(lock: str) -> None:
    """What a lock names, each file checked against its hash."""
    if uv := shutil.which("uv"):
        run(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock)
    else:
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:",
            "--require-hashes", "-r", lock)  # fmt: skip


def install_fanlight() -> None:
    """Fanlight itself, and with it the styles (its build hook makes them)."""
    if uv := shutil.which("uv"):
        run(
            uv,
            "pip",
            "install",
            "--quiet",
            "--python",
            PYTHON,
            "--no-deps",
            "--no-build-isolation",
            "-e",
            ".",
        )
    else:
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--no-build-isolation", "-e", ".")  # fmt: skip


def fingerprint(*names: str) -> str:
    """Changes when any of the files, or any file in the folders, changes."""
    digest = hashlib.sha256(str(HERE).encode())
    for name in names:
        path = HERE / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "node_modules" not in file.parts:
                digest.update(str(file.relative_to(HERE)).encode() + file.read_bytes())
    return digest.hexdigest()


def prepare(*locks: str) -> None:
    """Install what is new since the last time; nothing, if nothing is."""
    make_environment()
    if not shutil.which("npm"):
        locks = (*locks, "requirements-node.lock")
    for lock in locks:
        once(lock, fingerprint(lock), lambda lock=lock: install(lock))
    once("fanlight", fingerprint(*BUILD_INPUTS), install_fanlight)


def once(name: str, state: str, step) -> None:
    stamp = VENV / f"done-{name}"
    if stamp.exists() and stamp.read_text() == state:
        return
    print(f"Installing {name} …", flush=True)
    step()
    stamp.write_text(state)


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 (this is where an older Python is told)
        sys.exit("start.py: Fanlight needs Python 3.11 or newer; this is " + sys.version.split()[0])
    words = sys.argv[1:]
    if words[:1] == ["test"]:
        prepare("requirements.lock", "requirements-dev.lock")
        command = [str(PYTHON), str(HERE / "tests" / "everything.py"), *words[1:]]
    else:
        prepare("requirements.lock")
        command = [str(PYTHON), "-m", "fanlight", "demo", *words]
    try:
        sys.exit(subprocess.run(command, cwd=HERE, check=False).returncode)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
