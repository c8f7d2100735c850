"""A look for whatever may tell who is meant."""

from fanlight.design.recognisable import Kind
from fanlight.people.forms import PlainForm, WithoutNames


class AboutAnEvent(WithoutNames, PlainForm):
    """A form about an event: dates and beds may tell who is meant as well as names do. Jobs are what we say instead."""

    LOOKS_FOR = frozenset(Kind) - {Kind.ROLE}
