"""What the tests of the look share."""

from pathlib import Path

import pytest

from fanlight.design.gallery.__main__ import render


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery, rendered."""
    made = tmp_path_factory.mktemp("gallery")
    render(made)
    return made
