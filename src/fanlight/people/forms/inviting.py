"""Forms that let people in by e-mail: one address on each line, a name before it if you like."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from fanlight.design.lines import OneLine
from fanlight.people.forms.plain import PlainForm, email_field
from fanlight.people.roles import PURPOSE, Role

MOST = 50
ONE_PERSON = re.compile(r'(?:"?(?P<name>[^"<>]*?)"?\s*<)?\s*(?P<email>[^\s<>@,;]+@[^\s<>@,;]+)\s*>?')


class Addressee(NamedTuple):
    """Whom a letter goes to."""

    email: str
    name: str


class AddressesField(forms.CharField):
    """Several people: `Bob Hughes <bob@example.org>` or `bob@example.org`, as mail programs copy them."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "none"})
        super().__init__(widget=widget, max_length=20_000, **options)

    def clean(self, value: str) -> tuple[Addressee, ...]:
        parts = [part.strip() for part in re.split(r"[\n;]", super().clean(value))]
        found: dict[str, Addressee] = {}
        problems: list[str] = []
        for part in filter(None, _commas_apart(parts)):
            person = _read(part)
            if person is None:
                problems.append(f"“{part[:80]}” is not an e-mail address we can read. Try name@example.org.")
            else:
                found.setdefault(person.email, person)
        if len(found) > MOST:
            problems.append(f"These are {len(found)} addresses. Send them in lots of {MOST} at most.")
        if problems:
            raise ValidationError(problems[:5])
        return tuple(found.values())


def _commas_apart(parts: Iterable[str]) -> Iterable[str]:
    """`a@x, b@x` are two people; `Hughes, Bob <bob@x>` is one."""
    for part in parts:
        pieces = part.split(",")
        yield from map(str.strip, pieces) if all("@" in piece for piece in pieces) else [part]


def _read(part: str) -> Addressee | None:
    match = ONE_PERSON.fullmatch(part)
    if match is None:
        return None
    email = match["email"].lower()
    try:
        validate_email(email)
    except ValidationError:
        return None
    return Addressee(email, " ".join((match["name"] or "").split())[:100])


def role_choices(roles: Iterable[Role]) -> list[tuple[str, str]]:
    order = list(Role)
    return [(role.value, f"{role.label}. {PURPOSE[role]}") for role in sorted(roles, key=order.index)]


class InviteForm(PlainForm):
    """People to invite to a team."""

    people = AddressesField(
        label="E-mail addresses",
        help_text="One on each line. A name may stand before it: Bob Hughes <bob@example.org>.",
        error_messages={"required": "Type at least one e-mail address."},
    )
    role = forms.ChoiceField(
        label="They come in as", widget=forms.RadioSelect, error_messages={"required": "Choose a role."}
    )

    def __init__(self, data: Any = None, *, roles: Iterable[Role]) -> None:
        super().__init__(data, initial={"role": Role.MEMBER.value})
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]

    @property
    def chosen_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class InviteToOrganisationForm(PlainForm):
    """One person for a role in an organisation."""

    email = email_field(help_text="Your own, if you take the role yourself.")
    name = OneLine(label="Name", max_length=100, required=False)
    role = forms.ChoiceField(
        label="They come in as", widget=forms.RadioSelect, error_messages={"required": "Choose a role."}
    )

    def __init__(self, data: Any = None, *, roles: Iterable[Role]) -> None:
        super().__init__(data)
        self.fields["role"].choices = role_choices(roles)  # type: ignore[attr-defined]

    @property
    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "role": Role(self.cleaned_data["role"])}
