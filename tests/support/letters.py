"""The post: what was put in the queue is sent, and what was sent can be read."""

import re

from django.conf import settings
from django.core import mail
from django_tasks_db.models import DBTaskResult


def deliver() -> list[mail.EmailMessage]:
    """Do the waiting tasks, and give back everything that was sent since the test began."""
    for task in DBTaskResult.objects.filter(status="READY").order_by("enqueued_at"):
        task.task.call(*task.args_kwargs["args"], **task.args_kwargs["kwargs"])
        task.delete()
    return list(mail.outbox)


def link_in(letter: mail.EmailMessage) -> str:
    """The address in a letter, without the site's own."""
    found = re.search(rf"{re.escape(settings.FANLIGHT.address)}(/\S+)", str(letter.body))
    assert found, letter.body
    return found[1]


def code_in(letter: mail.EmailMessage) -> str:
    """The code that stands on a line of its own."""
    found = re.search(r"^([A-Z0-9]{2,4}(?:-[A-Z0-9]{2,4})*)$", str(letter.body), re.MULTILINE)
    assert found, letter.body
    return found[1]
