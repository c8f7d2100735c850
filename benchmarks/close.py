"""How long it takes from the close of many rounds to all their releases ready, and how that grows.

    python benchmarks/close.py [--teams 125,250,500] [--answers 24]

For each number of teams, an installation of its own on SQLite: every team has a round whose time is over, with made-up
answers in its urn. Then one worker does what `fanlight work --once` does: the clock ticks, urns are opened, answers
shuffled and counted, releases decided and attacked, keys destroyed, the free pages emptied, the queue worked off.

It prints the time for all and for each, and how the time for each grows, and ends with status 1 when it grows by more
than half from one number of teams to the next.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import timedelta

MOST = 1.5  # times as much time for each team as with fewer teams


def installation(folder: str) -> None:
    os.environ.update(
        FANLIGHT_DATA=folder,
        FANLIGHT_SECRET_KEY="only-for-a-benchmark-" * 3,
        FANLIGHT_HTTPS="no",
        FANLIGHT_ADDRESS="http://localhost",
        FANLIGHT_EMAIL_URL="smtp://localhost",
    )
    from fanlight.commands import _django

    _django.start()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill(teams: int, answers: int) -> None:
    """Teams with a round each whose time is over, opened and answered by the real actions."""
    from django.utils import timezone

    from fanlight.people.actions import add_organisation, add_person, add_team
    from fanlight.people.models import OrganisationKind
    from fanlight.responses.actions import put_in_urn
    from fanlight.site.demo_rounds import form_for
    from fanlight.surveys.actions import book_debrief, open_round, plan_round
    from fanlight.surveys.models import Round

    dice, now = random.Random(teams), timezone.now()
    lead = add_person(email="lead@example.org", name="Lead Example", by=None)
    place = add_organisation(name="A trust", kind=OrganisationKind.NHS_TRUST, by=None)
    for number in range(teams):
        team = add_team(organisation=place, name=f"Ward {number}", by=None)
        opens, closes = now - timedelta(days=1), now + timedelta(days=1)
        round = plan_round(
            team=team, instrument_id="fanlight-six", people=30, opens_at=opens, closes_at=closes, by=lead
        )
        book_debrief(round=round, at=closes + timedelta(days=2), place="Here", facilitator="Fay", by=lead)
        round = open_round(round=round, by=lead)
        for _ in range(answers):
            put_in_urn(round=round, form=form_for(round.instrument, {}, dice))
    Round.objects.update(closes_at=now - timedelta(seconds=1))


def close_all() -> float:
    """Seconds from the worker's start to its end: all releases ready, the urns tidied, the queue empty."""
    from django_tasks_db.models import DBTaskResult

    from fanlight.commands import work
    from fanlight.surveys.keys import rounds_with_files
    from fanlight.surveys.models import Round, State

    start = time.perf_counter()
    work.run(argparse.Namespace(once=True))
    taken = time.perf_counter() - start
    left = Round.objects.exclude(state=State.RELEASED).count()
    undone = DBTaskResult.objects.exclude(status="SUCCESSFUL").count()
    if left or undone or rounds_with_files():
        raise SystemExit(f"{left} rounds are not released, {undone} tasks not done, or a key is still there")
    return taken


def one(teams: int, answers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        installation(folder)
        fill(teams, answers)
        print(close_all())


def measured(teams: int, answers: int) -> float:
    """In a process of its own, since Django knows one database."""
    command = [sys.executable, __file__, "--one", str(teams), "--answers", str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teams", default="125,250,500")
    parser.add_argument("--answers", type=int, default=24)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one, options.answers)
        return 0
    before, worst = 0.0, 0.0
    print(f"{'teams':>6} {'all, s':>8} {'each, ms':>9} {'growth of each':>15}")
    for teams in map(int, options.teams.split(",")):
        taken = measured(teams, options.answers)
        each = taken / teams
        growth = each / before if before else 1.0
        worst, before = max(worst, growth), each
        print(f"{teams:>6} {taken:>8.1f} {1000 * each:>9.1f} {growth:>15.2f}")
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    raise SystemExit(main())
