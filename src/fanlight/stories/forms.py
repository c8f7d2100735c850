"""What is typed in about a story."""

from typing import Any, cast

from django import forms

from fanlight.design.recognisable import Kind
from fanlight.guide.queries import Focus, Setting
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import SETTINGS
from fanlight.people.forms import WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers, as_seen
from fanlight.people.models import Team
from fanlight.stories.models import Readers, Story, TriedToo

LONGEST = 3000


def text(label: str, hint: str, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=LONGEST, required=required, widget=forms.Textarea
    )


class StoryForm(WithoutNames):
    """Five short texts."""

    LOOKS_FOR = frozenset(Kind)

    title = forms.CharField(label="A title", help_text="What somebody would look for.", max_length=120)
    focus = forms.ChoiceField(
        label="Which focus is it most about?",
        help_text="So that other teams find it.",
        error_messages={"required": "Choose the focus that is nearest."},
    )
    setting = forms.ChoiceField(label="Where do you work?")
    situation = text(
        "How was it?", "What happened day by day, and why it mattered. Without names, beds or dates."
    )
    tried = text("What did you try?", "The first small step, and what you changed on the way.")
    happened = text("What happened?", "What you saw or counted. “Nothing changed” is worth telling.")
    surprised = text("What surprised you?", "", required=False)
    tell_you = text(
        "What would you tell another team?", "What you would do again, and what not.", required=False
    )

    field_order = (
        "title",
        "focus",
        "setting",
        "situation",
        "tried",
        "happened",
        "surprised",
        "tell_you",
        "as_it_is",
    )

    def __init__(self, data: Any = None, *, team: Team, **kwargs: Any) -> None:
        super().__init__(data, team=team, **kwargs)
        titles = [("", "Choose one"), *((one.id.value, one.title) for one in the_guide().chapters)]
        places = [(setting.value, words) for setting, words in SETTINGS.items()]
        cast(forms.ChoiceField, self.fields["focus"]).choices = titles
        cast(forms.ChoiceField, self.fields["setting"]).choices = places

    def clean_focus(self) -> Focus:
        return Focus(self.cleaned_data["focus"])

    def clean_setting(self) -> Setting:
        return Setting(self.cleaned_data["setting"])

    @property
    def told(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "as_it_is"}


class ChangeStoryForm(StoryForm, NoticesOthers):
    """The same texts in other words; two who write at once see both."""

    @classmethod
    def of(cls, story: Story, data: Any = None) -> "ChangeStoryForm":
        names = [name for name in (*cls.field_order, "version") if name != "as_it_is"]
        return cls(data, team=story.team, initial={name: getattr(story, name) for name in names})


class ShareForm(NoticesOthers):
    """Who may read it, in the words that stand there now."""

    readers = forms.ChoiceField(label="Who may read it?", choices=Readers.choices, widget=forms.RadioSelect)
    all_agree = forms.BooleanField(
        label="Everybody who is in this story, patients and families too, has read it and agrees",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("readers") not in {None, Readers.TEAM.value} and not cleaned.get("all_agree"):
            self.add_error(
                "all_agree", "Ask everybody who is in it first. One no is enough to keep it in the team."
            )
        return cleaned

    @classmethod
    def of(cls, story: Story, data: Any = None) -> "ShareForm":
        return cls(data, initial={"readers": story.readers, "version": story.version})

    @property
    def chosen(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "readers": Readers(said["readers"]),
            **{name: said[name] for name in ("version", "all_agree")},
        }


class TriedForm(WithoutNames, NoticesOthers):
    """We tried this too. Whoever says it for a team sees first what a colleague has said for it."""

    LOOKS_FOR = frozenset(Kind)

    team_id = forms.ChoiceField(label="Which of your teams?", widget=forms.RadioSelect)
    words = forms.CharField(
        label="What would you add?",
        help_text="In a sentence or two, without names. Everybody who may read the story reads it.",
        max_length=300,
        required=False,
        widget=forms.Textarea,
    )

    field_order = ("team_id", "words", "as_it_is")

    def __init__(self, data: Any = None, *, teams: list[Team], said: TriedToo | None) -> None:
        self.teams = {team.public_id: team for team in teams}
        chosen = self.teams.get((data or {}).get("team_id", ""), teams[0])
        super().__init__(data, team=chosen, initial=as_seen(said or TriedToo(), ("words",)))
        if len(teams) == 1:
            del self.fields["team_id"]
        else:
            choices = [(team.public_id, team.name) for team in teams]
            cast(forms.ChoiceField, self.fields["team_id"]).choices = choices
