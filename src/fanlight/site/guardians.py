"""Before a guardian's role ends, whoever is about to end it reads what else ends. Only the site knows both ends."""

from fanlight.people.pages.parting import QUESTIONS
from fanlight.people.roles import Role
from fanlight.speakup.pages.parting import what_ends_with_guardian


def say_what_ends_with_a_guardian() -> None:
    QUESTIONS[Role.GUARDIAN] = what_ends_with_guardian
