"""Figures that other programs computed, kept outside this repository (their licences differ from ours).

`REFERENCE_FIGURES` names the folder; by default it is looked for beside the checkout. Tests that need it
carry `@pytest.mark.reference` and are skipped, loudly, where it is missing.
"""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("REFERENCE_FIGURES", Path(__file__).resolve().parents[3] / "shared" / "data"))


def reference(name: str) -> Path:
    """The path of one reference file, or skip the test that asked."""
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"reference figures not here: {name} (set REFERENCE_FIGURES)")
    return path
