"""Roles in plain words, worked out from the one table of who may do what."""

from collections.abc import Iterable
from dataclasses import dataclass

from fanlight.design.english import capital, listed
from fanlight.people.roles import IN_WORDS, MAY, NOTHING, PURPOSE, TEAM_ROLES, May, Role


@dataclass(frozen=True)
class RoleInWords:
    """A role, what it is for, and everything that it may do."""

    name: str
    purpose: str
    may: tuple[str, ...]


def in_words(role: Role) -> RoleInWords:
    allowed = [IN_WORDS[may] for may in May if may in MAY[role]]
    return RoleInWords(role.label, PURPOSE[role], tuple(capital(words) for words in allowed or [NOTHING]))


def with_article(role: Role) -> str:
    """“a lead”, “an administrator”."""
    name = role.label.lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def team_roles() -> tuple[RoleInWords, ...]:
    return tuple(in_words(role) for role in Role if role in TEAM_ROLES)


def organisation_roles() -> tuple[RoleInWords, ...]:
    return tuple(in_words(role) for role in Role if role not in TEAM_ROLES)


def named(roles: Iterable[Role]) -> str:
    """Several roles as a person has them: “Lead and facilitator”."""
    return capital(listed(role.label.lower() for role in roles))
