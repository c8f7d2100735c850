"""Apps import only downwards, and raw answers have one reader. import-linter knows the contracts (pyproject.toml)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(root / "src")}
    )


def test_every_import_keeps_the_contracts() -> None:
    result = lint(REPOSITORY)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("surveys/queries/rounds.py", "from fanlight.results import actions"),
        ("measure/spc/__init__.py", "import django"),
        ("team/queries/standing.py", "from fanlight.responses.models import Answer"),
        ("team/queries/standing.py", "from fanlight.team import views"),
    ],
)
def test_a_forbidden_import_is_refused(file: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(
        REPOSITORY / "src", tmp_path / "src", ignore=shutil.ignore_patterns("static", "__pycache__")
    )
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    path = tmp_path / "src" / "fanlight" / file
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    assert lint(tmp_path).returncode != 0
