"""What a team's home says of a thank-you that waits for whoever is looking."""

from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.parts import Row


def thanks_rows(waiting: int) -> tuple[Row, ...]:
    """Only the person whom it is for sees this."""
    if not waiting:
        return ()
    words = f"{capital(counted(waiting, 'thank-you'))} for you to read"
    return (Row(text=words, detail="Only you see this.", href=reverse("thanks")),)
