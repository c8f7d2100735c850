"""Invite the first administrator of an organisation, and set the organisation up if it is new.

Everything else is done in the browser. The link is printed, and sent by e-mail if that is set up. Doing it again makes
a new link; the old one stops working.
"""

import argparse

from fanlight.commands import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL", help="their e-mail address")
    parser.add_argument("--name", default="", help="their name")
    parser.add_argument("--organisation", required=True, metavar="NAME", help="the whole organisation’s name")
    parser.add_argument(
        "--kind",
        default="other",
        help="nhs_trust, care_provider, gp_practice, pharmacy or other (the default)",
    )


def run(options: argparse.Namespace) -> int:
    from fanlight.commands import _django

    _django.start()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from fanlight.people.actions import Refused as NotThisWay
    from fanlight.people.actions import invite_administrator
    from fanlight.people.letters import can_send_letters, link_of
    from fanlight.people.models import OrganisationKind

    try:
        validate_email(options.email)
    except ValidationError:
        raise Refused(f"“{options.email}” is not an e-mail address.") from None
    if options.kind not in OrganisationKind.values:
        raise Refused(f"--kind: “{options.kind}” is none of {', '.join(OrganisationKind.values)}.")
    kind = OrganisationKind(options.kind)
    try:
        invitation = invite_administrator(
            email=options.email, name=options.name, organisation_name=options.organisation, kind=kind, by=None
        )
    except NotThisWay as refusal:
        raise Refused(str(refusal)) from None
    print(
        f"{options.email} is invited to administer {options.organisation}. The link works once, for two weeks:"
    )
    print(link_of(invitation))
    print("It is sent by e-mail too." if can_send_letters() else "E-mail is not set up: pass it on yourself.")
    return 0
