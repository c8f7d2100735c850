"""Files of counts, and the commands that take them."""

import csv

from fanlight.commands.__main__ import main

WARDS = [("Ward 1", 34), ("Ward 2", 13), ("Ward 3", 4), ("Ward 4", 27)]


def counts(folder, rows, heading=("ward", "count"), name="counts.csv"):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path


def run(capsys, *arguments):
    status = main([str(word) for word in arguments])
    out, err = capsys.readouterr()
    return status, out, err
