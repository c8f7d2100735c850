"""What is kept about whom, for how long: each app says it of its own tables, in `data_map.toml` beside its models."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


class About(StrEnum):
    """Whom or what a field tells of."""

    NOBODY = "nobody"  # settings, words, numbers that belong to no person
    TEAM = "team"  # a team as a whole
    PERSON = "person"  # somebody with an account, who knows it is kept
    SEALED = "sealed"  # a respondent, in a form that nobody can read or link


@dataclass(frozen=True)
class Kept:
    """One field: whom it is about, why we keep it, and until when."""

    table: str
    field: str
    about: About
    purpose: str
    until: str


@cache
def data_map() -> tuple[Kept, ...]:
    """Every field of every table, by table and field."""
    found = []
    for path in sorted(PACKAGE.glob("*/data_map.toml")):
        for table, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, (about, purpose, until) in fields.items():
                found.append(Kept(f"{path.parent.name}.{table}", name, About(about), purpose, until))
    return tuple(sorted(found, key=lambda kept: (kept.table, kept.field)))
