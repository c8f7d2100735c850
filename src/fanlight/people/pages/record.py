"""What has happened to a team or an organisation, a sentence each."""

from collections.abc import Callable, Collection

from fanlight.design.english import capital, day
from fanlight.design.parts import Row
from fanlight.people.pages.roles import with_article
from fanlight.people.queries import Happening

GONE = "somebody who has gone"

SENTENCES: dict[str, Callable[[Happening], str]] = {
    "add_team": lambda one: f"{_by(one)} set up the team",
    "rename_team": lambda one: f"{_by(one)} renamed the team",
    "move_team": lambda one: f"{_by(one)} moved the team to another part of the organisation",
    "end_team": lambda one: f"{_by(one)} ended the team",
    "reopen_team": lambda one: f"{_by(one)} opened the team again",
    "merge_teams": lambda one: f"{_by(one)} made this team of several",
    "split_team": lambda one: f"{_by(one)} split the team",
    "add_organisation": lambda one: f"{_by(one)} set it up",
    "change_organisation": lambda one: f"{_by(one)} changed its name, kind or code",
    "move_organisation": lambda one: f"{_by(one)} moved it",
    "give_role": lambda one: f"{_person(one)} became {_role(one)}{_let_in(one)}",
    "take_role": lambda one: f"{_person(one)} is not {_role(one)} any more",
    "leave_team": lambda one: f"{_person(one)} left",
    "remove_from_team": lambda one: f"{_by(one)} removed {_person(one)}",
    "hand_over_lead": lambda one: f"{_by(one)} handed the lead to {_person(one)}",
    "change_join_link": lambda one: f"{_by(one)} made a new join link",
    "turn_off_join_link": lambda one: f"{_by(one)} turned the join link off",
    "invite": lambda one: f"{_by(one)} invited somebody as {_role(one)}",
    "withdraw_invitation": lambda one: f"{_by(one)} withdrew an invitation",
    "import_people": lambda one: f"{_by(one)} read in a spreadsheet",
}


# What an administrator is told of a team: how it came about and goes on, not who comes and goes.
ABOUT_THE_TEAM = {
    "add_team",
    "rename_team",
    "move_team",
    "end_team",
    "reopen_team",
    "merge_teams",
    "split_team",
}


def record_rows(happenings: tuple[Happening, ...], only: Collection[str] = SENTENCES) -> tuple[Row, ...]:
    """The sentences, newest first; what needs no telling (a letter sent again) is left out."""
    return tuple(
        Row(text=capital(SENTENCES[one.verb](one)), when=day(one.on))
        for one in happenings
        if one.verb in SENTENCES and one.verb in only
    )


def _role(one: Happening) -> str:
    return with_article(one.role) if one.role else "somebody"


def _by(one: Happening) -> str:
    return one.by or "the site’s operator"


def _person(one: Happening) -> str:
    return one.person or GONE


def _let_in(one: Happening) -> str:
    return f", let in by {one.by}" if one.by and one.by != one.person else ""
