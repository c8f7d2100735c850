"""Made-up forms, one for each kind of field and one for each page that asks something."""

from django import forms

from fanlight.design.forms import ScaleSelect

ANSWERS = (
    ("1", "Strongly disagree"),
    ("2", "Disagree"),
    ("3", "Neither"),
    ("4", "Agree"),
    ("5", "Strongly agree"),
    ("rather-not", "I’d rather not say"),
    ("na", "Does not apply"),
)


def statement(words: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=words,
        choices=ANSWERS,
        widget=ScaleSelect(apart=("rather-not", "na")),
        error_messages={"required": f"Choose an answer for “{words}”"},
    )


class Communication(forms.Form):
    """One focus of a round."""

    decided = statement("I hear what was decided while I was off")
    handover = statement("A handover tells me what I need to know")
    questions = statement("If I do not understand, I can ask again")
    changes = statement("Changes are explained before they happen")
    surprise = statement("Things that matter often reach me by chance")


class SignIn(forms.Form):
    """An address, and no more."""

    email = forms.EmailField(
        label="E-mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": "Type your e-mail address"},
    )


class Everything(forms.Form):
    """Every kind of field."""

    title = forms.CharField(
        label="What do you want to try?", help_text="A few words that the team will know it by"
    )
    first = forms.CharField(
        label="The first step",
        help_text="Something doable within a week",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    who = forms.CharField(label="Who takes it forward?", required=False)
    on = forms.DateField(
        label="When do you look again?",
        help_text="For example 4/12/2026",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    focus = forms.ChoiceField(
        label="Which focus is it about?",
        choices=[("t", "Teamwork"), ("c", "Communication")],
        widget=forms.RadioSelect,
    )
    parts = forms.MultipleChoiceField(
        label="What does it change?",
        choices=[
            ("p", "People and teams"),
            ("t", "Tasks"),
            ("e", "Equipment"),
            ("o", "How work is organised"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    team = forms.ChoiceField(label="Team", choices=[("6", "Ward 6"), ("7", "Ward 7")])
    shared = forms.BooleanField(label="Other teams may read about it")
    secret = forms.CharField(
        label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )
    file = forms.FileField(label="A picture of the whiteboard", required=False)
    helping = statement("It is easy to ask for help")
