"""The Jinja environment that every page is made with."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    Undefined,
    UndefinedError,
)
from jinja2.utils import missing

from fanlight.design import drawings, english, forms, frame, mark

# What may be asked for a name it does not have: the NHS components look up options that nobody gave.
_FORGIVING = (Mapping, str, list, tuple, Undefined, type(None), bool, int)


class Careful(ChainableUndefined):
    """Lenient where the NHS components need it, strict everywhere else.

    A name missing on a mapping is empty, as the components expect. A name missing on anything with a shape
    of its own (a page's dataclass, a form, a user) raises at once; so does printing a variable nobody passed.
    """

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]
        if obj is not missing and not isinstance(obj, _FORGIVING):
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        if self._undefined_obj is missing and self._undefined_name:
            self._fail_with_undefined_error()
        return super().__str__()

    def __html__(self) -> str:
        return str(self)


def csp_nonce(request: HttpRequest) -> str:
    """The nonce for this page's own scripts, or nothing where the middleware is off."""
    return str(getattr(request, "csp_nonce", "") or "")


def environment(*, loader: BaseLoader, **options: Any) -> Environment:
    """Build the environment. Django's Jinja2 backend passes the loader and its options."""
    options.pop("undefined", None)
    made = Environment(  # noqa: S701 (the options are Django's, which escapes)
        **{"autoescape": True, **options},
        loader=ChoiceLoader([loader, PackageLoader("nhsuk_frontend_jinja")]),
        undefined=Careful,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(english.FILTERS)
    made.globals.update(
        static=static,
        url=reverse,
        csp_nonce=csp_nonce,
        fanlight_mark=mark.fanlight_mark,
        fanlight_window=mark.fanlight_window,
        drawing=drawings.drawing,
        problems=forms.problems,
        empty_frame=frame.Frame(),
    )
    return made
