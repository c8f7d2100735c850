"""Files of counts, and the commands that take them."""

import json

from fanlight.commands.__main__ import main
from support.tables import table

WARDS = [("Ward 1", 34), ("Ward 2", 13), ("Ward 3", 4), ("Ward 4", 27)]


def counts(folder, rows, heading=("ward", "count"), name="counts.csv"):
    return table(folder, rows, heading, name)


def by_hand(folder, values, **more):
    """A release of wards as somebody might write it; None is withheld."""
    cells = [
        {"cell": {"ward": ward}, "status": "withheld" if value is None else "shown", "value": value}
        for ward, value in values.items()
    ]
    path = folder / "hand.json"
    path.write_text(json.dumps({"cells": cells, **more}), encoding="utf-8")
    return path


def run(capsys, *arguments):
    status = main([str(word) for word in arguments])
    out, err = capsys.readouterr()
    return status, out, err
