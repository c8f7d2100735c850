"""What a facilitator may ask about something that stood out: the guide's prompts, or plain ones where it has none."""

from fanlight.guide.queries import Focus, load_guide
from fanlight.results.pages.reading import Finding, Reading

STRENGTH = (
    "When did this go well lately, and who or what made it so?",
    "What do we do here that a newcomer would notice?",
    "How do we keep it when we are short of people?",
)
WORTH_TALKING_ABOUT = (
    "When is it like this, and when is it different?",
    "What makes it hard to do otherwise?",
    "What could we try for one week, with what we have?",
)


def questions_for(finding: Finding, reading: Reading) -> tuple[str, ...]:
    """Questions that open a conversation about a finding; none of them asks who.

    Findings of one focus share their questions; each begins with another.
    """
    is_strength = finding in reading.strengths
    beside = reading.strengths if is_strength else reading.worth_talking_about
    before = [each for each in beside[: beside.index(finding)] if each.focus == finding.focus]
    questions = _questions(finding.focus, is_strength=is_strength)
    start = len(before) % len(questions)
    return questions[start:] + questions[:start]


def _questions(focus: str | None, *, is_strength: bool) -> tuple[str, ...]:
    if focus:
        prompts = load_guide().debrief.prompts_for(Focus(focus))
        return prompts.strength if is_strength else prompts.worth_talking_about
    return STRENGTH if is_strength else WORTH_TALKING_ABOUT
