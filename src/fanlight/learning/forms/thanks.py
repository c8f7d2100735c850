"""What is typed to thank somebody, and what that person decides."""

from collections.abc import Sequence
from typing import Any

from django import forms

from fanlight.design.lines import OneLine
from fanlight.design.recognisable import Passage, recognisable
from fanlight.learning.forms.about import AboutAnEvent
from fanlight.learning.models import Whom
from fanlight.people.forms import PlainForm
from fanlight.people.models import Team, User

TEAM, CARD = Whom.TEAM.value, Whom.CARD.value
FEW = 8


class ThanksForm(AboutAnEvent):
    """A minute: for whom, what, and with or without a name."""

    whom = forms.ChoiceField(label="Whom would you like to thank?")
    what = OneLine(
        label="What did they do, and what did it change?",
        help_text="As you would say it to them. Leave out patients’ names.",
        max_length=500,
        widget=forms.Textarea,
    )
    made_possible = OneLine(
        label="What made it possible?",
        help_text="A tool that worked, time that was given, somebody who covered.",
        max_length=300,
        required=False,
    )
    more_of = OneLine(label="What could we do more of?", max_length=200, required=False)
    signed = forms.ChoiceField(label="With your name?", widget=forms.RadioSelect)

    field_order = ("whom", "what", "made_possible", "more_of", "signed", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team, people: Sequence[User], sender: User) -> None:
        super().__init__(data, team=team)
        self.people, self.sender = {user.public_id: user for user in people}, sender
        whom = self.fields["whom"]
        choices = [
            (TEAM, f"Everybody in {team.name}"),
            *((user.public_id, user.name) for user in people),
            (CARD, "Somebody without an account, or in another team: I hand them a card"),
        ]
        if len(choices) > FEW:
            choices = [("", "Choose"), *choices]
        whom.widget = forms.Select() if len(choices) > FEW else forms.RadioSelect()
        whom.choices = choices  # type: ignore[attr-defined]
        self.fields["signed"].choices = [  # type: ignore[attr-defined]
            ("yes", f"Yes, signed {sender.name}"),
            ("no", "No, without a name"),
        ]

    def _found(self) -> list[Passage]:
        """Names may stand in it of whom it is for: that is how one says thank you.

        Somebody from another team is not told by our questions who is in this one.
        """
        if not self.people:
            return [passage for passage in recognisable(self._written()) if passage.kind in self.LOOKS_FOR]
        reader = self.people.get(str(self.cleaned_data.get("whom", "")))
        own = set(reader.name.split()) if reader else set()
        return [passage for passage in super()._found() if not own.issuperset(passage.words.split())]

    @property
    def said(self) -> dict[str, Any]:
        """What the action takes."""
        chosen = self.cleaned_data
        whom = Whom(chosen["whom"]) if chosen["whom"] in {TEAM, CARD} else Whom.PERSON
        return {
            "whom": whom,
            "reader": self.people[chosen["whom"]] if whom is Whom.PERSON else None,
            "what": chosen["what"],
            "made_possible": chosen["made_possible"],
            "more_of": chosen["more_of"],
            "signed": self.sender.name if chosen["signed"] == "yes" else "",
        }


class ShareForm(PlainForm):
    """How to be called on the wall. Empty: nobody is named."""

    shown_as = OneLine(
        label="How shall we call you on the wall?",
        help_text="Your name, your job, or nothing: then it says “somebody in the team”.",
        max_length=60,
        required=False,
    )
