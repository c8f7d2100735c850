"""A small questionnaire for tests: six items, each its own composite, one of them worded negatively."""

import tomllib

from fanlight.measure.instruments import Instrument, parse

CODES = ("T1", "C1", "J1", "P1", "I1", "V1")


def pack() -> str:
    """The questionnaire as TOML."""
    items = "\n".join(
        f'  {{ code = "{code}", scale = "agreement", is_negative = {str(code == "J1").lower()} }},'
        for code in CODES
    )
    composites = "\n".join(
        f'[[composites]]\ncode = "composite-{code.lower()}"\ntitle = "Composite {code}"\nitems = ["{code}"]'
        for code in CODES
    )
    options = ", ".join(f'{{ code = {code}, label = "{code}" }}' for code in range(1, 6))
    return f"""
id = "six-questions"
version = "3"
title = "Six questions"
owner = "nobody"
licence = "public domain"
source = "made up"
permission = "operator_records_it"
languages = ["en"]
items = [
{items}
]

[[scales]]
id = "agreement"
options = [{options}]
favourable = [4, 5]
does_not_apply = {{ code = 9, label = "Does not apply" }}
rather_not_say = {{ code = 8, label = "Rather not say" }}

{composites}
"""


def instrument() -> Instrument:
    return parse(tomllib.loads(pack()), file="six-questions.toml")
