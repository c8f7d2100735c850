"""What the team's home says of its windows: the first step of the thread."""

from django.urls import reverse

from fanlight.design.english import counted, weekday
from fanlight.design.parts import Row
from fanlight.guide.queries.here import the_guide
from fanlight.people.models import Team
from fanlight.windows.models import Window
from fanlight.windows.queries import LookingNow, answers_waiting


def looking_rows(team: Team, now: LookingNow) -> list[Row]:
    """What is going on with windows and huddles; nothing where nothing is."""
    rows = [_next_window(now.next_window)] if now.next_window else []
    if now.loose:
        rows.append(
            Row(
                text="Put together what you saw",
                detail=f"{counted(now.loose, 'note').capitalize()} wait for a theme",
                href=reverse("gather", args=[team.public_id]),
            )
        )
    if waiting := answers_waiting(team).count():
        rows.append(
            Row(
                text="Sent on from a huddle, no answer yet",
                detail=counted(waiting, "worry", "worries").capitalize(),
                href=reverse("huddles", args=[team.public_id]),
            )
        )
    return rows


def _next_window(window: Window) -> Row:
    return Row(
        text=f"{the_guide().window(window.way).title}: {window.where}",
        detail=window.who,
        href=reverse("window", args=[window.public_id]),
        when=weekday(window.planned_on),
    )
