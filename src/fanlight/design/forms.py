"""How Django's forms are drawn: the field's widget chooses the NHS component.

Settings name `fanlight.design.forms.Renderer` as FORM_RENDERER; then `{{ form }}` and
`{{ field.as_field_group() }}` in a template give accessible components, and `problems(form)` gives the links
of an error summary.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.template import TemplateDoesNotExist
from django.utils.functional import cached_property

from fanlight.design.english import day


class Component(StrEnum):
    """The components that a field may be drawn with."""

    INPUT = "input"
    TEXTAREA = "textarea"
    SELECT = "select"
    RADIOS = "radios"
    SCALE = "scale"
    CHECKBOXES = "checkboxes"
    TICK = "tick"
    PLAIN = "plain"


class Explained(str):
    """The label of a choice, with a line below it that says what the choice means."""

    hint: str

    def __new__(cls, label: str, hint: str = "") -> "Explained":
        explained = super().__new__(cls, label)
        explained.hint = hint
        return explained


class ScaleSelect(forms.RadioSelect):
    """A statement's answers as a row of large targets. Choices in `apart` stand below the row, small."""

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Any = (), *, apart: Sequence[str] = ()
    ) -> None:
        super().__init__(attrs, choices)
        self.apart = tuple(apart)


# The first widget that fits decides, so the more special stand first.
_COMPONENTS: tuple[tuple[type[forms.Widget], Component], ...] = (
    (ScaleSelect, Component.SCALE),
    (forms.CheckboxSelectMultiple, Component.CHECKBOXES),
    (forms.RadioSelect, Component.RADIOS),
    (forms.Select, Component.SELECT),
    (forms.CheckboxInput, Component.TICK),
    (forms.Textarea, Component.TEXTAREA),
    (forms.FileInput, Component.PLAIN),
    (forms.widgets.Input, Component.INPUT),
)


NO_ADDRESS = "That is not an e-mail address we can read. It looks like name@example.org."

# What is said of a field that was left empty, where the form itself says nothing better.
MISSING = {
    Component.SELECT: "Choose one for “{}”",
    Component.RADIOS: "Choose an answer for “{}”",
    Component.SCALE: "Choose an answer for “{}”",
    Component.CHECKBOXES: "Tick at least one for “{}”",
    Component.TICK: "Tick “{}” to go on",
    Component.PLAIN: "Choose a file for “{}”",
}


class Field(forms.BoundField):
    """A bound field that knows its component and the component's parameters."""

    @cached_property
    def component(self) -> Component:
        fitting = (component for widget, component in _COMPONENTS if isinstance(self.field.widget, widget))
        return next(fitting, Component.PLAIN)

    @property
    def problems(self) -> list[str]:
        """What is wrong, each in a sentence that makes sense away from the field too."""
        return [self._in_words(error) for error in self.errors.as_data()]

    @property
    def problem(self) -> str:
        """What is wrong, in one text; empty if nothing is."""
        return " ".join(self.problems)

    def _in_words(self, error: ValidationError) -> str:
        if error.code == "required" and error.message == forms.Field.default_error_messages["required"]:
            return MISSING.get(self.component, "Fill in “{}”").format(self.label)
        if error.message == EmailValidator.message:
            return NO_ADDRESS
        return " ".join(str(message) for message in error.messages)

    @property
    def caption(self) -> str:
        """The label, marked where answering is optional; a field that is one of two says so by `says_optional`."""
        says_so = getattr(self.field, "says_optional", True)
        is_optional = says_so and not self.field.required
        is_optional = is_optional and self.component not in {Component.TICK, Component.SCALE}
        return f"{self.label} (optional)" if is_optional else str(self.label)

    @property
    def template_name(self) -> str:
        """A template for each component, so that a page loads no component it does not draw."""
        own: str | None = getattr(self.field, "template_name", None)
        return own or f"design/fields/{self.component}.html"

    @cached_property
    def options(self) -> list[dict[str, Any]]:
        """The choices, each with the identifier that the component gives it."""
        return [
            {
                "value": str(option["value"]),
                "text": str(option["label"]),
                "hint": {"text": option["label"].hint} if isinstance(option["label"], Explained) else None,
                "checked": option["selected"],
                "selected": option["selected"],
                "id": self.auto_id if place == 0 else f"{self.auto_id}-{place + 1}",
            }
            for place, option in enumerate(_flat(self._choices()))
        ]

    def _choices(self) -> Iterable[Any]:
        widget: Any = self.field.widget
        value = widget.format_value(self.value())
        groups: Iterable[Any] = widget.optgroups(self.html_name, value)
        return groups

    @property
    def parameters(self) -> dict[str, Any]:
        """What the NHS component takes."""
        return {
            "idPrefix": self.auto_id,
            "name": self.html_name,
            "hint": {"text": hint} if (hint := self._hint()) else None,
            "errorMessage": {"text": self.problem} if self.problem else None,
            "disabled": self.field.disabled,
            **self._own_parameters(),
        }

    def _hint(self) -> str:
        """What helps, and a day that stands in the box already in words: a browser may show its month first."""
        value = self.value()
        is_day = isinstance(self.field.widget, forms.DateInput) and isinstance(value, date)
        in_words = f"Set so far: {value:%A} {day(value)}." if is_day else ""
        return " ".join(words for words in (str(self.help_text), in_words) if words)

    def _own_parameters(self) -> dict[str, Any]:
        label = {"text": self.caption, "classes": "nhsuk-label--s"}
        single = {"id": self.auto_id, "label": label}
        match self.component:
            case Component.RADIOS | Component.CHECKBOXES:
                legend = {"text": self.caption, "classes": "nhsuk-fieldset__legend--s"}
                return {"fieldset": {"legend": legend}, "items": self.options}
            case Component.SELECT:
                return {**single, "items": self.options, "attributes": self._attributes()}
            case Component.TICK:
                tick = {
                    "value": "on",
                    "text": str(self.label),
                    "checked": bool(self.value()),
                    "id": self.auto_id,
                }
                return {"items": [tick]}
            case Component.TEXTAREA:
                return {**single, "value": self._shown(), "attributes": self._attributes()}
            case _:
                return {
                    **single,
                    "value": self._shown(),
                    "type": self._type(),
                    "width": self._width(),
                    "attributes": self._attributes(),
                }

    def _shown(self) -> str:
        shown = self.field.widget.format_value(self.value())
        keeps_quiet = (
            isinstance(self.field.widget, forms.PasswordInput) and not self.field.widget.render_value
        )
        return "" if shown is None or keeps_quiet else str(shown)

    def _type(self) -> str:
        return str(getattr(self.field.widget, "input_type", "text"))

    def _width(self) -> str | None:
        """How many letters are expected: dates and numbers get short boxes."""
        short = {forms.DateInput: "10", forms.TimeInput: "10", forms.NumberInput: "5"}
        return next((width for kind, width in short.items() if isinstance(self.field.widget, kind)), None)

    def _attributes(self) -> dict[str, Any]:
        """The widget's own attributes. Checks are the server's business, so `required` is not among them."""
        return {
            name: {"value": value, "optional": True}
            for name, value in self.field.widget.attrs.items()
            if name not in {"class", "required", "id", "rows", "cols"}
        }

    @property
    def row(self) -> list[dict[str, Any]]:
        """A scale's own answers."""
        apart = getattr(self.field.widget, "apart", ())
        return [option for option in self.options if option["value"] and option["value"] not in apart]

    @property
    def below_the_row(self) -> list[dict[str, Any]]:
        """Answers that are not on the scale."""
        apart = getattr(self.field.widget, "apart", ())
        return [option for option in self.options if option["value"] in apart]


def said_of(field: forms.BoundField) -> list[str]:
    """A field's problems, in our words if it is one of our fields."""
    return field.problems if isinstance(field, Field) else [str(error) for error in field.errors]


def _flat(groups: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for _, options, _ in groups:
        yield from options


def problems(form: forms.BaseForm) -> list[dict[str, str]]:
    """What an error summary lists: each problem with a link to the field that has it."""
    if not form.is_bound:
        return []
    first = next((field.auto_id for field in form if not field.is_hidden), "main")
    found = [{"text": str(error), "href": f"#{first}"} for error in form.non_field_errors()]
    for field in form:
        href = f"#{first if field.is_hidden else field.auto_id}"
        found += [{"text": words, "href": href} for words in said_of(field)]
    return found


class Renderer(TemplatesSetting):
    """Draws forms with our templates, and any widget we have no component for with Django's own."""

    form_template_name = "design/form.html"
    bound_field_class = Field
    _djangos_own = DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return self._djangos_own.get_template(template_name)
