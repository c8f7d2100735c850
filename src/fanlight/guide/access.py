"""The door to a sitting: whoever has its code."""

from django.utils import timezone

from fanlight.guide.models import Sitting


def plain_code(text: str) -> str:
    """A code as somebody typed it, without its hyphens and capitals."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def sitting_with_code(code: str) -> Sitting | None:
    """The sitting that people join by this code; None once it is over."""
    return Sitting.objects.filter(code=plain_code(code), ends_at__gt=timezone.now()).first()
