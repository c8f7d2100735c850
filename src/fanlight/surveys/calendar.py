"""The debrief as a calendar file, for everybody's own calendar."""

from datetime import UTC, timedelta

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from fanlight.surveys.models import Round

LENGTH = timedelta(minutes=45)


def debrief_calendar(round: Round) -> bytes:
    """An .ics file with the debrief and, if there is one, the second meeting. It has no list of guests."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fanlight//Fanlight//EN")
    calendar.add("version", "2.0")
    meetings = [at for at in (round.debrief_at, round.second_debrief_at) if at]
    for number, at in enumerate(meetings, start=1):
        event = Event()
        event.add("uid", f"{round.public_id}-{number}@{settings.FANLIGHT.address.split('//')[-1]}")
        event.add("dtstamp", timezone.now().replace(microsecond=0))
        # A zone by its name would need its rules in the file beside it.
        event.add("dtstart", at.astimezone(UTC))
        event.add("dtend", at.astimezone(UTC) + LENGTH)
        event.add("summary", f"{round.whose}: we talk about our results")
        event.add("location", round.debrief_place)
        whom = f"With {round.debrief_facilitator}. " if round.debrief_facilitator else ""
        event.add("description", f"{whom}{round.title}.")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
