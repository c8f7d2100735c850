"""Say where the keys of the open rounds are, put missing copies back, or give a lost round up.

Only rounds whose answers are still sealed need a key. docs/how-to/keep-the-keys.md says how to keep a second copy.
"""

import argparse

from fanlight.commands import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--repair", action="store_true", help="copy each key into the folder where it is missing"
    )
    parser.add_argument(
        "--give-up",
        metavar="ROUND",
        help="delete the sealed answers of a closed round whose key is lost for good",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask before answers are deleted")


def run(options: argparse.Namespace) -> int:
    from fanlight.commands import _django

    _django.start(needs_key=False)
    if options.give_up:
        return _give_up(options.give_up, is_sure=options.yes)
    return _list(repair=options.repair)


def _list(*, repair: bool) -> int:
    from fanlight.surveys.keys import copy_key, folders_without, has_key
    from fanlight.surveys.queries import rounds_with_an_urn

    rounds = list(rounds_with_an_urn())
    lost = 0
    for round in rounds:
        if not has_key(round):
            lost += 1
            print(f"✗ {round.public_id}  {round.team}: the key is lost, the answers cannot be read")
            continue
        if repair and folders_without(round):
            try:
                copy_key(round)
            except OSError as problem:
                raise Refused(
                    f"{problem.filename} cannot be written: {problem.strerror}. Nothing was lost."
                ) from None
        missing = folders_without(round)
        print(f"{'✗' if missing else '✓'} {round.public_id}  {round.team}: {_words(missing)}")
    if not rounds:
        print("No round is open or waiting for its release, so no key is needed.")
    return 1 if lost else 0


def _words(missing: tuple[object, ...]) -> str:
    return (
        f"the key is here, but not in {missing[0]} (--repair puts it there)" if missing else "the key is here"
    )


def _give_up(public_id: str, *, is_sure: bool) -> int:
    from fanlight.responses.actions import give_up_urn
    from fanlight.surveys.models import Round
    from fanlight.surveys.queries import round_called

    try:
        round = round_called(public_id)
    except Round.DoesNotExist:
        raise Refused(f"there is no round {public_id}. Run `fanlight keys` for a list.") from None
    if not is_sure:
        print(f"The sealed answers of {round} will be deleted unread. Nothing can bring them back.")
        if input("Type yes to go on: ").strip().lower() != "yes":
            raise Refused("nothing was changed.")
    try:
        forms = give_up_urn(round=round, by=None)
    except ValueError as problem:
        raise Refused(f"{problem}; round {public_id} is left as it is.") from None
    print(f"Deleted: {forms} sealed answers. The team’s page says that this round could not be read.")
    return 0
