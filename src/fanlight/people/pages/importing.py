"""The pages of reading in a spreadsheet: choose it, look at what it would do, save."""

from dataclasses import asdict, dataclass

from django.core import signing
from django.urls import reverse

from fanlight.design.english import capital, counted, listed
from fanlight.design.frame import Link
from fanlight.people.models import Organisation, User
from fanlight.people.pages.tree import trail_of
from fanlight.people.queries import Line, Plan, Step
from fanlight.people.roles import PURPOSE, Role
from fanlight.people.spreadsheet import MOST_ROWS, Column, SheetRow

SALT = "fanlight.people.importing"
LIFETIME_SECONDS = 60 * 60
SHOWN = 300

NOTES = (
    "One row for each person, or for a team without people.",
    f"{Column.PLACE}: the way down to the team, such as Medicine > Outpatients. Empty: the organisation itself.",
    "What is not there yet is added. What is there is left as it is, so the same file can be read in again.",
    f"{Column.ROLE}: for a team, empty means Member. Roles in an organisation need no team.",
    "Only a team’s leads let people in once it has one. Others take such rows out.",
    f"{MOST_ROWS:,} rows at most.",
    *(f"{role.label}: {PURPOSE[role]}" for role in Role),
)


@dataclass(frozen=True)
class ImportPage:
    title: str
    trail: tuple[Link, ...]
    columns: tuple[str, ...]
    notes: tuple[str, ...]
    templates: tuple[Link, ...]


@dataclass(frozen=True)
class PreviewLine:
    number: str
    about: str
    words: str


@dataclass(frozen=True)
class PreviewPage:
    """What a sheet would do. With problems there is nothing to save, only what to put right."""

    title: str
    lead: str
    trail: tuple[Link, ...]
    problems: tuple[PreviewLine, ...]
    lines: tuple[PreviewLine, ...]
    further: str
    leaderless: str
    save: str
    button: str
    again: str


def import_page(organisation: Organisation) -> ImportPage:
    def template(kind: str) -> str:
        return reverse("organisation_import_template", args=[organisation.public_id, kind])

    return ImportPage(
        title="Read in people and teams",
        trail=trail_of(organisation),
        columns=tuple(Column),
        notes=NOTES,
        templates=(
            Link(text="As an Excel workbook", href=template("xlsx")),
            Link(text="As a CSV file", href=template("csv")),
        ),
    )


def preview_page(organisation: Organisation, plan: Plan) -> PreviewPage:
    here = reverse("organisation_import", args=[organisation.public_id])
    trail = trail_of(organisation, Link(text="Read in people and teams", href=here))
    changing = [line for line in plan.lines if line.adds or line.notes]
    is_ready = not plan.with_problems and bool(plan.steps)
    return PreviewPage(
        title=_title(plan),
        lead=_lead(plan),
        trail=trail,
        problems=tuple(_problem(line) for line in plan.with_problems),
        lines=tuple(_line(line) for line in changing[:SHOWN]),
        further=f"And {len(changing) - SHOWN:,} rows more." if len(changing) > SHOWN else "",
        leaderless=_leaderless(plan),
        save=reverse("organisation_import_save", args=[organisation.public_id]) if is_ready else "",
        button=f"Save {_what(plan)}",
        again=here,
    )


def saved_words(plan: Plan) -> str:
    return f"Saved: {_what(plan)}." if plan.steps else "Everything was here already. Nothing has changed."


def held(organisation: Organisation, by: User, rows: tuple[SheetRow, ...]) -> str:
    """The rows, signed, so that what is saved is what was looked at. They are kept nowhere meanwhile."""
    facts = [organisation.public_id, by.public_id, [list(asdict(row).values()) for row in rows]]
    return signing.dumps(facts, salt=SALT, compress=True)


def rows_in(text: str, organisation: Organisation, by: User) -> tuple[SheetRow, ...] | None:
    """The rows again; None if they are too old, or were another's."""
    try:
        place, person, rows = signing.loads(text, salt=SALT, max_age=LIFETIME_SECONDS)
    except signing.BadSignature:
        return None
    if (place, person) != (organisation.public_id, by.public_id):
        return None
    return tuple(SheetRow(*row) for row in rows)


def _title(plan: Plan) -> str:
    if plan.with_problems:
        rows = counted(len(plan.with_problems), "row needs", "rows need")
        return f"{capital(rows)} putting right"
    return "This is what would be added" if plan.steps else "Everything is here already"


def _lead(plan: Plan) -> str:
    if plan.with_problems:
        return "Nothing has been saved. Put these right in your spreadsheet, then choose it again."
    if not plan.steps:
        return f"{capital(counted(len(plan.lines), 'row'))}, and nothing new in them."
    return f"{capital(_what(plan))}. Nothing has been saved yet."


def _what(plan: Plan) -> str:
    words = {
        "organisations": ("part of the organisation", "parts of the organisation"),
        "teams": ("team", "teams"),
        "people": ("person", "people"),
        "roles": ("role", "roles"),
    }
    number = plan.number_of
    return listed(counted(number[key], *words[key]) for key in words if number[key])


def _problem(line: Line) -> PreviewLine:
    return PreviewLine(f"Row {line.number}", line.about, " ".join(line.problems))


def _line(line: Line) -> PreviewLine:
    words = [*(capital(_step(step)) + "." for step in line.adds), *line.notes]
    return PreviewLine(f"Row {line.number}", line.about, " ".join(words))


def _step(step: Step) -> str:
    if step.role is not None:
        return f"becomes {step.role.label.lower()}"
    if step.email:
        return f"new account, {step.email}"
    return f"new team {step.team}" if step.team else f"new part {' › '.join(step.path)}"


def _leaderless(plan: Plan) -> str:
    if not plan.leaderless:
        return ""
    some = (
        listed(plan.leaderless[:5])
        if len(plan.leaderless) <= 5
        else f"{len(plan.leaderless)} of the new teams"
    )
    return f"Nobody in the sheet leads {some}. You can name a lead later, on the team’s own page."
