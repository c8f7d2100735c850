"""Look at, check, bring in and hand on questionnaires.

A questionnaire is called by its name on the shelf (fanlight-six) or by the path of a pack. Those that belong
to somebody else come without wording: add a wording file, which records who gave permission (--wording).
"""

import argparse
import sys
import textwrap
from pathlib import Path

from fanlight.commands import Refused
from fanlight.commands._output import write_text
from fanlight.commands._questionnaires import pack, read_foreign
from fanlight.measure.instruments import (
    Instrument,
    InvalidInstrument,
    Item,
    load,
    parse,
    read_toml,
    shelf,
    to_toml,
    with_wording,
)


def arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="list|show|check|export|import")
    listing = acts.add_parser("list", help="the questionnaires on the shelf, and which can be asked")
    listing.set_defaults(act_on=_list)
    show = acts.add_parser("show", help="one questionnaire: its items, scales, scoring and permission")
    show.set_defaults(act_on=_show)
    check = acts.add_parser("check", help="say what is wrong with packs or wording files")
    check.add_argument("files", nargs="+", metavar="FILE", type=Path)
    check.set_defaults(act_on=_check)
    export = acts.add_parser("export", help="write a questionnaire as FHIR or as a pack")
    export.add_argument("--format", required=True, choices=["fhir-r4b", "fhir-r5", "toml"])
    export.set_defaults(act_on=_export)
    bring = acts.add_parser("import", help="read a FHIR Questionnaire or an XLSForm, and write a pack")
    bring.add_argument("file", metavar="FILE", type=Path, help=".json (FHIR), .xlsx, .xls or .csv (XLSForm)")
    bring.set_defaults(act_on=_import)
    for act in (show, export):
        act.add_argument("key", metavar="KEY", help="a name on the shelf, or the path of a pack")
        act.add_argument("--wording", metavar="FILE", help="the wording file that belongs to it")
    for act in (export, bring):
        act.add_argument("--out", metavar="FILE", type=Path, help="where to write (otherwise to the screen)")


def run(options: argparse.Namespace) -> int:
    status: int = options.act_on(options)
    return status


def _list(_options: argparse.Namespace) -> int:
    for instrument in shelf():
        state = (
            "can be asked"
            if instrument.is_askable
            else "a scoring key: its wording and permission are needed"
        )
        _say(f"{instrument.id:<17}{instrument.title}, version {instrument.version}")
        _say(f"{'':<17}{len(instrument.items)} items, {state}")
    return 0


def _show(options: argparse.Namespace) -> int:
    instrument = pack(options.key, options.wording)
    _say(f"{instrument.title}, version {instrument.version} ({instrument.id})")
    for name, text in (
        ("Owner", instrument.owner),
        ("Licence", instrument.licence),
        ("Source", instrument.source),
        ("Notice", instrument.notice),
        ("Languages", ", ".join(instrument.languages)),
        ("Scoring", instrument.scoring.value),
        ("Before it can be asked", instrument.missing_permission or ""),
    ):
        if text:
            _say(textwrap.fill(f"{name}: {text}", width=110, subsequent_indent="  "))
    for scale in instrument.scales:
        answers = ", ".join(f"{option.code} {option.label}" for option in scale.every_option)
        _say(textwrap.fill(f"Scale {scale.id}: {answers}", width=110, subsequent_indent="  "))
    for composite in instrument.composites:
        _say(f"\n{composite.title} ({composite.code})" + (f"\n  {composite.why}" if composite.why else ""))
        for item in instrument.items_of(composite):
            _say(_line(instrument, item))
    if instrument.items_alone:
        _say("\nIn no composite")
        for item in instrument.items_alone:
            _say(_line(instrument, item))
    return 0


def _line(instrument: Instrument, item: Item) -> str:
    good = ", ".join(str(code) for code in sorted(instrument.positive_codes(item))) or "none"
    notes = f"worded negatively, good news: {good}" if item.is_negative else f"good news: {good}"
    return f"  {item.code:<6}{item.wording or '(no wording here)'}  [{item.scale}; {notes}]"


def _check(options: argparse.Namespace) -> int:
    wrong = 0
    for path in options.files:
        try:
            _say(f"{path.name}: {_verdict(path)}")
        except InvalidInstrument as error:
            print(error, file=sys.stderr)
            wrong += 1
    return 2 if wrong else 0


def _verdict(path: Path) -> str:
    """What a good file is good for. Raises InvalidInstrument for one that is not."""
    tables = read_toml(path)
    is_wording = "instrument" in tables
    if is_wording:
        instrument = with_wording(load(str(tables["instrument"])), tables, file=path.name)
    else:
        instrument = parse(tables, file=path.name)
    kind = f"wording for {instrument.id}" if is_wording else f"{instrument.id}, {len(instrument.items)} items"
    return f"{kind}. {instrument.missing_permission or 'It can be asked.'}"


def _export(options: argparse.Namespace) -> int:
    instrument = pack(options.key, options.wording)
    if options.format == "toml":
        write_text(to_toml(instrument), options.out)
    else:
        import json

        from fanlight.measure.instruments.exchange import FhirVersion, to_fhir

        version = FhirVersion(options.format.removeprefix("fhir-"))
        resource = to_fhir(instrument, version=version)
        write_text(json.dumps(resource, ensure_ascii=False, indent=2) + "\n", options.out)
    return 0


def _import(options: argparse.Namespace) -> int:
    if options.out and options.out.suffix != ".toml":
        raise Refused(f"{options.out.name}: what is written is a pack, so its name must end in .toml.")
    found = read_foreign(options.file)
    write_text(to_toml(found.instrument), options.out)
    for note in found.notes:
        print(f"- {note}", file=sys.stderr)
    count = len(found.instrument.items)
    print(f"{count} items read; {len(found.notes)} things to know.", file=sys.stderr)
    return 0


def _say(line: str) -> None:
    print(line)
