"""The rules of the house as functions over a folder, so that each can be shown a broken house and seen to complain."""

import ast
import re
from pathlib import Path

MOST_LINES = 300
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "misc", "base", "managers", "services", "types"}
ROOMS = {
    "__init__",
    "models",
    "access",
    "queries",
    "actions",
    "forms",
    "pages",
    "documents",
    "views",
    "urls",
    "tasks",
}

# Rooms that one app has and others do not, each with its reason. The list may only shrink, or say why it grew.
ROOMS_OF_THEIR_OWN = {
    "audit/data_map": "what is kept about whom is read by the promise page and by the tests alike",
    "audit/fields": "the record and its subjects share one way of naming things",
    "audit/erasing": "what was deleted must be gone from the disk too, whoever deleted it",
    "people/roles": "the one table of who may do what",
    "people/adapter": "allauth looks for its adapter in a class of its own",
    "people/letters": "what people are sent by e-mail is neither page nor action",
    "people/notices": "allauth's own sentences, each in our words, in one table",
    "people/templatetags": "Django looks there for the tag that puts allauth's own pages into our frame",
    "people/spreadsheet": "what a file says, before anybody asks what it means",
    "people/proof": "showing that an address is one's own keeps nothing, so it is neither model nor action",
    "surveys/promise": "the promise is made from the live configuration and frozen with the round",
    "surveys/calendar": "a calendar file is a format of its own, neither page nor form",
    "surveys/reminding": "the words and times of messages to a team are neither page nor action",
    "surveys/keys": "the private half of a round's key lies in files, not in a model",
    "responses/urn": "sealing is the promise itself and stands apart to be read alone",
    "responses/erasing": "emptying free pages is neither a read nor a deed, and differs by database",
    "responses/slips": "what a code looks like and what is kept of it, apart from who may make or spend one",
    "responses/twice": "the check by second entry is a value between two pages, which knows neither",
    "responses/signs": "one sign on paper and one key on the keyboard: neither form nor page",
    "responses/guessing": "a limit in this process's memory is no row, no form and no page",
    "responses/visit": "what a browser carries between pages is neither form nor model",
    "speakup/sealing": "sealing is the promise itself and stands apart, without Django, to be read and attacked alone",
    "speakup/cleaning": "taking out of files what they tell is bytes in, bytes out, and knows nothing of the app",
    "speakup/visit": "what a person carries between pages lies sealed in the page: neither form nor model",
    "speakup/receiving": "taking files in without their touching a disk is Django's upload handler, none of the rooms",
    "results/shapes": "the bridge between questionnaires and disclosure control, which know nothing of each other",
    "improvement/pasting": "what a paste of figures says, before anybody asks what is kept",
    "team/letters": "what people are sent by e-mail is neither page nor action",
    "team/taking_on": "the one table by which features that are strangers to each other lead to the board",
    "results/counts": "the only reader of answers, named so in the import rules",
    "api/routes": "addresses for programs are declared with what they answer, in the library's own way",
    "api/shapes": "what is answered is described once, for the interface and for its description alike",
    "results/comments": "the only reader of comments that nobody has judged yet, named so in the import rules",
}
NOT_APPS = {"measure", "commands", "site", "design"}


def source_files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.py") if "migrations" not in path.parts)


def too_long(root: Path) -> list[str]:
    """Files past the limit: a file that no one can hold in mind should be split by verb."""
    counts = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in source_files(root))
    return [f"{path.relative_to(root)}: {count} lines" for path, count in counts if count > MOST_LINES]


def badly_named(root: Path) -> list[str]:
    """Names that say nothing: a thing with no better name has not been understood yet."""
    return [str(path.relative_to(root)) for path in source_files(root) if path.stem in FORBIDDEN_NAMES]


def strange_rooms(package: Path, own: dict[str, str] = ROOMS_OF_THEIR_OWN) -> list[str]:
    """Files and packages of an app that are none of the rooms of the house."""
    found = []
    for app in sorted(path for path in package.iterdir() if path.is_dir() and path.name not in NOT_APPS):
        packages = [init.parent for init in app.glob("*/__init__.py") if init.parent.name != "migrations"]
        for path in sorted([*app.glob("*.py"), *packages]):
            room = f"{app.name}/{path.stem}"
            if path.stem not in ROOMS and room not in own:
                found.append(room)
    return found


def room(package: Path, name: str) -> list[Path]:
    """The files of one room in every app: a file, or a folder once it has grown."""
    return sorted([*package.glob(f"*/{name}.py"), *package.glob(f"*/{name}/*.py")])


def long_views(package: Path, most: int = 15) -> list[str]:
    """Views that do more than fetch, ask, and answer: rules belong into access, actions and pages."""
    found = []
    for path in room(package, "views"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                statements = sum(isinstance(inner, ast.stmt) for inner in ast.walk(node)) - 1
                if statements > most:
                    found.append(f"{path.relative_to(package)} {node.name}: {statements} statements")
    return found


def reached_by_name(package: Path) -> list[str]:
    """`get_model(` reaches a table around the import rules."""
    return [
        str(path.relative_to(package))
        for path in source_files(package)
        if "get_model(" in path.read_text(encoding="utf-8")
    ]


def writes_in_views(package: Path) -> list[str]:
    """Views that load or save rows themselves: loading is for access and queries, saving for actions."""
    pattern = re.compile(r"\.objects\b|\.save\(|\.delete\(\)")
    found = []
    for path in room(package, "views"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(package)}:{number}")
    return found


OUTSIDE_ADDRESS = re.compile(
    r"""(?:@import|url\(|src=|href=|action=|srcset=)\s*["'(]*\s*(?:https?:)?//(?!\{)[\w.-]+""", re.IGNORECASE
)


def outside_addresses(
    root: Path, suffixes: tuple[str, ...] = (".html", ".css", ".scss", ".js", ".svg")
) -> list[str]:
    """Anything a page would fetch from another host. A link marked rel="external" is only followed."""
    found = []
    for path in sorted(p for p in root.rglob("*") if p.suffix in suffixes and "node_modules" not in p.parts):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if OUTSIDE_ADDRESS.search(line) and 'rel="external"' not in line:
                found.append(f"{path.relative_to(root)}:{number}")
    return found


def actions_without_an_actor(package: Path) -> list[str]:
    """Public functions in actions that take positional arguments: every write is a verb with named parts."""
    found = []
    for path in room(package, "actions"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            is_action = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if is_action and node.args.args and node.name != "record":
                found.append(f"{path.relative_to(package)} {node.name}")
    return found
