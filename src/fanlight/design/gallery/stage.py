"""A stage for templates without a site: our environment and form renderer, and nothing else of Django's."""

from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.forms.renderers import BaseRenderer
from jinja2 import Environment, FileSystemLoader

from fanlight.design.environment import environment
from fanlight.design.forms import Renderer

DESIGN = Path(__file__).resolve().parents[1]


def ready() -> None:
    """Django's forms want settings; outside a site they get the least that will do."""
    if not settings.configured:
        settings.configure(USE_I18N=False, USE_TZ=True)
        django.setup()


def stage(*folders: Path) -> Environment:
    """Our environment over the design's templates and the folders given. Links need no site."""
    made = environment(loader=FileSystemLoader([DESIGN / "templates", *folders]), auto_reload=False)
    made.globals.update(static=lambda path: f"static/{path}", url=lambda name, **_: f"#{name}", csrf_input="")
    return made


class _Drawn:
    """A template as Django's form renderer calls it."""

    def __init__(self, made: Environment, name: str) -> None:
        self.template = made.get_template(name)

    def render(self, context: dict[str, Any], request: object = None) -> str:  # noqa: ARG002 (Django's signature)
        return self.template.render(context)


class StageRenderer(BaseRenderer):
    """Draws forms as on the site, with a stage's environment."""

    form_template_name = Renderer.form_template_name
    bound_field_class = Renderer.bound_field_class

    def __init__(self, made: Environment) -> None:
        self.made = made

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("design/"):
            return _Drawn(self.made, template_name)
        return Renderer._djangos_own.get_template(template_name)
