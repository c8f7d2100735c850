"""The pieces that pages are made of, put into one another as pages do."""

import re

from django.template import engines

PARTS = '{% import "design/parts.html" as parts with context %}'


def made(text: str) -> str:
    return str(engines.all()[0].from_string(PARTS + text).render())


def test_details_stand_inside_a_call_block_of_another_piece() -> None:
    page = made(
        '{% call parts.sheet("Outside") %}before {% call parts.details("More") %}within{% endcall %} after{% endcall %}'
    )
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).strip()
    assert words == "before More within after"


def test_details_stand_inside_details() -> None:
    page = made(
        '{% call parts.details("Outer") %}{% call parts.details("Inner") %}deep{% endcall %}{% endcall %}'
    )
    assert page.count("<details") == page.count("</details>") == 2
    assert page.index("Outer") < page.index("Inner") < page.index("deep")


def test_what_somebody_typed_keeps_its_lines_in_details() -> None:
    typed = "<textarea>first\nsecond\n  third</textarea>"
    assert typed in made('{% call parts.details("More") %}' + typed + "{% endcall %}")


def test_details_may_begin_open() -> None:
    assert " open>" in made('{% call parts.details("More", open=true) %}x{% endcall %}')
    assert " open" not in made('{% call parts.details("More") %}x{% endcall %}')
