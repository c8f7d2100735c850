"""The demo's guardian, and two people who have spoken up: one anonymously and unanswered, one in confidence."""

from datetime import timedelta

from django.utils import timezone

from fanlight.people.actions import give_organisation_role
from fanlight.people.actions.changed import version_of
from fanlight.people.models import Organisation, User
from fanlight.people.roles import Role
from fanlight.speakup.actions.guarding import ABOUT, add_action, answer, note_consent, set_about
from fanlight.speakup.actions.holding import make_keys, open_desk
from fanlight.speakup.actions.speaking import Spoken, say_more, speak_up
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import new_receipt

PASSPHRASE = "four calm geese by the mill"  # noqa: S105 (the demo is open to all)


def let_people_speak_up(*, hospital: Organisation, guardian: User) -> None:
    """A desk where somebody listens, with one concern that is new and one that is under way."""
    give_organisation_role(organisation=hospital, user=guardian, role=Role.GUARDIAN, by=None)
    gil = make_keys(desk=open_desk(organisation=hospital), passphrase=PASSPHRASE, by=guardian)
    words = "We are two short on every night, and the form says that all is well. Somebody will get hurt."
    speak_up(desk=gil.desk, receipt=new_receipt(), spoken=Spoken(way=Way.ANONYMOUS, words=words))
    words = "Somebody senior shouts at people in front of patients. Everybody looks away, and so do I."
    spoken = Spoken(way=Way.CONFIDENTIAL, words=words, name="A healthcare assistant; ring me on the ward")
    known = speak_up(desk=gil.desk, receipt=new_receipt(), spoken=spoken)
    known = answer(
        opened=known,
        words="Thank you for telling me. That takes courage. Would it help if I spoke with their manager without "
        "naming you?",
        by=gil,
    )
    known = set_about(
        opened=known,
        version=version_of(row=known.guarded, fields=ABOUT),
        categories=["bullying"],
        group="assistants",
        theme="Shouting",
        by=gil,
    )
    known = note_consent(
        opened=known, recipient="The head of nursing", purpose="to speak with them", is_given=True, by=gil
    )
    known = add_action(
        opened=known,
        what="Speak with them",
        owner="The head of nursing",
        due=timezone.localdate() + timedelta(days=9),
        by=gil,
    )
    say_more(opened=known, words="Yes, please do. It happened again on the night of the audit.")
