"""Tables as files."""

import csv
from pathlib import Path

POINTS = ("series_id", "period", "value")


def table(folder: Path, rows, heading=POINTS, name="points.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path
