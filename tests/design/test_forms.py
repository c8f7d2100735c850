import re
from datetime import date

import pytest
from django import forms

from fanlight.design.forms import Component, Renderer, ScaleSelect, problems
from fanlight.design.gallery.stage import StageRenderer, stage

ANSWERS = [
    ("1", "Strongly disagree"),
    ("2", "Disagree"),
    ("3", "Neither"),
    ("4", "Agree"),
    ("5", "Strongly agree"),
    ("na", "Does not apply"),
]


class Everything(forms.Form):
    name = forms.CharField(help_text="As on the poster")
    story = forms.CharField(widget=forms.Textarea(attrs={"rows": 4, "maxlength": 500}), required=False)
    focus = forms.ChoiceField(choices=[("a", "Teamwork"), ("b", "Civility")], widget=forms.RadioSelect)
    place = forms.ChoiceField(choices=[("x", "Ward 6"), ("y", "Ward 7")], initial="y")
    windows = forms.MultipleChoiceField(
        choices=[("a", "Huddle"), ("b", "Walkabout")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I have read the promise")
    secret = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    helping = forms.ChoiceField(
        label="It is easy to ask for help", choices=ANSWERS, widget=ScaleSelect(apart=["na"])
    )
    slip = forms.FileField(required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, initial="kept")


@pytest.fixture
def draw():
    made = stage()

    def form(*given, **options):
        return Everything(*given, renderer=StageRenderer(made), **options)

    return form


def test_the_widget_chooses_the_component(draw):
    chosen = {field.name: field.component for field in draw()}
    assert chosen == {
        "name": Component.INPUT,
        "story": Component.TEXTAREA,
        "focus": Component.RADIOS,
        "place": Component.SELECT,
        "windows": Component.CHECKBOXES,
        "agreed": Component.TICK,
        "secret": Component.INPUT,
        "helping": Component.SCALE,
        "slip": Component.PLAIN,
        "hidden": Component.INPUT,
    }


def test_every_link_of_the_error_summary_leads_to_a_field(draw):
    form = draw({})
    html = str(form)
    links = [problem["href"].removeprefix("#") for problem in problems(form)]
    assert len(links) == 8
    for link in links:
        assert re.search(rf'<(input|select|textarea)[^>]*\bid="{link}"', html), link


def test_a_form_that_was_not_sent_has_no_problems(draw):
    assert problems(draw()) == []


def test_a_form_sent_empty_has_problems(draw):
    assert problems(draw({}))


def test_what_was_typed_comes_back(draw):
    html = str(
        draw({"name": "Ward 6", "story": "It <helped>", "focus": "b", "windows": ["b"], "helping": "4"})
    )
    assert 'value="Ward 6"' in html
    assert "It &lt;helped&gt;" in html
    assert re.search(r'value="b"\s+checked', html)
    assert re.search(r'name="helping" value="4" checked', html)


def test_a_password_does_not_come_back(draw):
    html = str(draw({"secret": "open sesame"}))
    assert "open sesame" not in html
    assert 'type="password"' in html
    assert 'autocomplete="current-password"' in html


def test_the_browser_does_not_check_before_the_server_does(draw):
    assert "required" not in re.sub(r"This field is required", "", str(draw({})))


def test_fields_that_may_be_left_out_say_so(draw):
    html = str(draw())
    assert "Story (optional)" in html
    assert "Name (optional)" not in html


def test_answers_that_are_not_on_the_scale_stand_apart(draw):
    field = draw()["helping"]
    assert [option["value"] for option in field.row] == ["1", "2", "3", "4", "5"]
    assert [option["text"] for option in field.below_the_row] == ["Does not apply"]


def test_a_hidden_field_stays_hidden(draw):
    assert re.search(r'<input type="hidden" name="hidden" value="kept"', str(draw()))


def test_no_two_things_on_a_form_share_an_identifier(draw):
    found = re.findall(r'\bid="([^"]+)"', str(draw({})))
    assert len(found) == len(set(found))


def test_the_site_draws_forms_as_the_gallery_does():
    assert Renderer.bound_field_class is StageRenderer.bound_field_class


def test_a_day_that_stands_in_its_box_is_said_in_words():
    """A browser may write the month first: 12/10/2026 is no day that two people read alike."""

    class Look(forms.Form):
        on = forms.DateField(initial=date(2026, 12, 10), help_text="Two weeks is good.")

    [empty], [full] = Look(initial={"on": None}), Look()
    assert full.parameters["hint"]["text"] == "Two weeks is good. Set so far: Thursday 10 December 2026."
    assert empty.parameters["hint"]["text"] == "Two weeks is good."
