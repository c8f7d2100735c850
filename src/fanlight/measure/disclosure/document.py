"""A release as plain lists and numbers, and back: what is stored once at close and read for ever."""

import hashlib
import json
from dataclasses import fields
from typing import Any

import numpy as np

from fanlight.measure.disclosure.counted import Composite, Question, Shape
from fanlight.measure.disclosure.figures import NOTHING, Figures
from fanlight.measure.disclosure.group import Group, Tree
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.released import Released, through_the_door
from fanlight.measure.disclosure.withholding import State

FORMAT = "fanlight-release"
VERSION = 1


class DocumentDamaged(ValueError):  # noqa: N818 (it reads as what is wrong)
    """A stored release is not what was stored: a field is missing, or its seal does not fit."""


def to_document(shape: Shape, tree: Tree, figures: Figures, policy: Policy) -> dict[str, Any]:
    """The release as a dictionary that JSON can carry without loss, with a format, a version and a seal."""
    body = {
        "format": FORMAT,
        "version": VERSION,
        "policy": {
            name: getattr(policy, name) for name in ("minimum", "exceptions", "mean_decimals", "margin")
        },
        "rounds": sorted(shape.rounds),
        "questions": [
            {
                "code": question.code,
                "categories": list(question.categories),
                "positive": sorted(question.positive),
                "scores": list(question.scores),
            }
            for question in shape.questions
        ],
        "composites": [{"code": each.code, "questions": list(each.questions)} for each in shape.composites],
        "groups": [[group.split, *group.path] for group in tree.groups],
        "figures": {each.name: _plain(getattr(figures, each.name)) for each in fields(Figures)},
    }
    return {**body, "seal": seal(body)}


def from_document(document: dict[str, Any]) -> Released:
    """The `Released` that `to_document` wrote, attacked again before it is returned.

    Raises `DocumentDamaged` if the seal does not fit or a field is missing or has the wrong shape; `Opened`
    if the figures do not withstand the attack.
    """
    if document.get("format") != FORMAT or document.get("version") != VERSION:
        raise DocumentDamaged(f"not a release of version {VERSION}")
    body = {name: value for name, value in document.items() if name != "seal"}
    if document.get("seal") != seal(body):
        raise DocumentDamaged("the seal does not fit: the stored release was changed")
    try:
        shape = Shape(
            frozenset(document["rounds"]),
            tuple(
                Question(
                    each["code"],
                    tuple(each["categories"]),
                    frozenset(each["positive"]),
                    tuple(each["scores"]),
                )
                for each in document["questions"]
            ),
            tuple(Composite(each["code"], tuple(each["questions"])) for each in document["composites"]),
        )
        tree = Tree(tuple(Group(split, tuple(path)) for split, *path in document["groups"]))
        policy = Policy(**document["policy"])
        figures = _figures(document["figures"], shape, tree)
    except (KeyError, TypeError, ValueError) as fault:
        raise DocumentDamaged(f"the stored release cannot be read: {fault}") from fault
    return through_the_door(shape, tree, figures, policy)


def seal(body: dict[str, Any]) -> str:
    """A fingerprint (SHA-256) of the document without its seal. It shows damage; it is not a signature."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(values: np.ndarray[Any, np.dtype[Any]]) -> list[Any]:
    if values.dtype.kind == "f":
        return [[None if np.isnan(value) else float(value) for value in row] for row in values]
    plain: list[Any] = values.tolist()
    return plain


def _figures(plain: dict[str, Any], shape: Shape, tree: Tree) -> Figures:
    groups, questions, themes = len(tree), len(shape.questions), len(shape.composites)
    sizes = {
        "respondents": (groups,),
        "share_low": (groups, questions, shape.width),
        "share_high": (groups, questions, shape.width),
        "composite_low": (groups, themes),
        "composite_high": (groups, themes),
    }
    arrays: dict[str, Any] = {}
    for each in fields(Figures):
        kind = float if each.name == "mean" else np.int64
        values = np.array(plain[each.name], dtype=kind)
        arrays[each.name] = values.reshape(sizes.get(each.name, (groups, questions)))
    if arrays["respondents"].min() < NOTHING or not np.isin(arrays["state"], list(State)).all():
        raise ValueError("a figure outside its range")
    return Figures(**arrays)
