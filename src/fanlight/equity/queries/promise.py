"""What the people of an organisation are told before they answer, from the round's own facts. Frozen at opening."""

from typing import Any

from fanlight.design.english import moment
from fanlight.equity.models import FairRound
from fanlight.measure.disclosure import Policy


def promise_for(round: FairRound) -> list[dict[str, Any]]:
    policy = Policy(minimum=round.minimum or 0)
    title = str(round.about["title"]).lower()
    return [
        {
            "heading": "Why we ask about you",
            "sentences": [
                round.purpose,
                f"We ask one thing: your {title}. You may leave it out, and everything else too.",
            ],
        },
        {
            "heading": "What is kept",
            "sentences": [
                f"Until {moment(round.closes_at)} your answers lie sealed, and nobody can read them.",
                "At the close a program counts them, keeps the counts that may be shown, and deletes every answer. "
                f"Nobody ever sees your answers beside your {title}.",
                "Your name, your account, your address on the network, your device and the time are never kept.",
                "Which team you work in is not asked and not kept. Nothing is shown of any team.",
            ],
        },
        {
            "heading": "Who sees what, and when",
            "sentences": [
                "Whoever has this link sees the same results, at the same moment. Nobody sees them before.",
                "Results are of the whole organisation, and of groups within it. They are never used to rank anybody.",
            ],
        },
        {
            "heading": "What is held back",
            "sentences": [rule.promise for rule in policy.thresholds()],
        },
        {
            "heading": "What cannot be prevented",
            "sentences": [
                "The link is the same for everybody, so it cannot stop somebody from answering twice. "
                "Somebody who sends many forms knows what stands in them, and could tell more of what the others said.",
                "Whoever controls the running server could watch what is sent to it.",
            ],
        },
    ]
