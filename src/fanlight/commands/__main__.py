"""Find the verb, read its options, run it."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

import fanlight
from fanlight import commands


def verbs() -> list[str]:
    """The names of the verbs: the public files of this folder."""
    found = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return sorted(name for name in found if not name.startswith("_"))


def verb_module(name: str) -> ModuleType:
    return importlib.import_module(f"fanlight.commands.{name}")


def build_parser(names: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these verbs. Reading a verb takes time, so only those that may be meant are read."""
    parser = argparse.ArgumentParser(prog="fanlight", description=fanlight.__doc__)
    parser.add_argument("--version", action="version", version=f"fanlight {fanlight.__version__}")
    subparsers = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name in names:
        module = verb_module(name)
        words = (module.__doc__ or "").strip()
        subparser = subparsers.add_parser(name, help=words.splitlines()[0], description=words)
        module.arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if argv is None else argv
    known = verbs()
    meant = [word for word in words[:1] if word in known] or known
    options = build_parser(meant).parse_args(words)
    try:
        status: int = options.run(options)
    except commands.Refused as refusal:
        print(f"fanlight {options.verb}: {refusal}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever was reading (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
