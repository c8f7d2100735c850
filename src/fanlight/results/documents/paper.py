"""The document as one HTML file that needs nothing else: no script, no other file, no network."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from fanlight.design.mark import Step, fanlight_mark
from fanlight.results.documents.document import NO_ORDER, Document
from fanlight.results.documents.watching import Watch, nobody_watches, watched
from fanlight.results.pages.answered import answered
from fanlight.results.pages.charted import key_of
from fanlight.results.pages.laid_out import (
    HOW_TO_READ,
    HOW_WE_CHOOSE,
    NOTHING_STANDS_OUT,
    findings_on_page,
    themes_on_page,
)
from fanlight.results.pages.prompting import questions_for


@cache
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("fanlight.results"), PackageLoader("fanlight.design")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        answered=answered,
        findings_on_page=findings_on_page,
        themes_on_page=themes_on_page,
        questions_for=questions_for,
        how_to_read=HOW_TO_READ,
        how_we_choose=HOW_WE_CHOOSE,
        nothing_stands_out=NOTHING_STANDS_OUT,
        no_order=NO_ORDER,
        key_of=key_of,
        mark=fanlight_mark(Step.TALK, size=56),
    )
    return made


def page(document: Document, watch: Watch = nobody_watches) -> bytes:
    template = _environment().get_template("results/report.html")
    return template.render(document=document, groups=watched(document.shown, watch)).encode()
