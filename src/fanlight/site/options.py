"""What an operator can set: every `FANLIGHT_…` variable, its type, its default and what it is for.

The table below is the only place where an option is declared. `read()` refuses unknown names and unreadable values,
and lists every problem at once. A secret may be given as a file: `FANLIGHT_SECRET_KEY_FILE=/run/secrets/key`.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PREFIX = "FANLIGHT_"


class BadOptions(Exception):  # noqa: N818 (plural: it carries every problem found)
    """The settings cannot be used. The message lists each problem on a line of its own."""


def _yes_or_no(text: str) -> bool:
    answers = {
        "yes": True,
        "true": True,
        "1": True,
        "on": True,
        "no": False,
        "false": False,
        "0": False,
        "off": False,
    }
    try:
        return answers[text.strip().lower()]
    except KeyError:
        raise ValueError("say yes or no") from None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _group_size(text: str) -> int:
    size = int(text)
    if size < 5:
        raise ValueError("the smallest group ever shown cannot be below 5")
    return size


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("begin it with https:// (or http://)")
    return text.rstrip("/")


def _guide_folder(text: str) -> Path:
    """The folder, if what is in it can be used: better to refuse the start than every reader."""
    from fanlight.guide.queries import load_guide  # only those who set it wait for the guide

    load_guide(overrides=Path(text))
    return Path(text)


@dataclass(frozen=True)
class Issuer:
    """An OpenID Connect issuer: an organisation's own sign-in."""

    id: str
    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    domains: tuple[
        str, ...
    ] = ()  # addresses it may vouch for; without any, those that it says it has checked


ISSUER_KEYS = {"id", "name", "issuer", "client_id", "client_secret"}


def _issuers(text: str) -> tuple[Issuer, ...]:
    """A JSON list with one object for each issuer."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON (line {error.lineno}: {error.msg})") from None
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise ValueError('it has to be a list of objects: [{"id": …, "name": …, …}]')
    issuers = tuple(_issuer(one) for one in given)
    if len({one.id for one in issuers}) < len(issuers):
        raise ValueError("two issuers have the same id")
    return issuers


def _issuer(given: dict[str, Any]) -> Issuer:
    if missing := sorted(ISSUER_KEYS - set(given)):
        raise ValueError(f"an issuer needs {', '.join(missing)}")
    if strange := sorted(set(given) - ISSUER_KEYS - {"domains"}):
        raise ValueError(f"an issuer has no {', '.join(strange)}")
    if not re.fullmatch(r"[a-z0-9-]{1,40}", str(given["id"])):
        raise ValueError("an issuer’s id has only small letters, digits and hyphens")
    domains = given.get("domains", [])
    if not isinstance(domains, list) or not all(isinstance(one, str) and "@" not in one for one in domains):
        raise ValueError('domains is a list such as ["northfield.nhs.uk"]')
    values = {key: str(given[key]).strip() for key in ISSUER_KEYS}
    values["issuer"] = _web_address(values["issuer"])
    return Issuer(**values, domains=tuple(one.lower() for one in domains))


@dataclass(frozen=True)
class Option:
    """One variable: how its text becomes a value, what it is without one, and why anybody would set it."""

    name: str
    parse: Callable[[str], Any] = field(repr=False)
    default: Any
    purpose: str
    is_secret: bool = False

    @property
    def variable(self) -> str:
        return PREFIX + self.name

    @property
    def key(self) -> str:
        return self.name.lower()


OPTIONS = (
    Option(
        "SECRET_KEY",
        str,
        "",
        "Signs sign-ins and links. 50 random characters or more; needed outside the demo.",
        is_secret=True,
    ),
    Option(
        "ADDRESS",
        _web_address,
        "http://127.0.0.1:8000",
        "The address people type, for posters, e-mail and calendar files.",
    ),
    Option(
        "HOSTS",
        _names,
        ("127.0.0.1", "localhost", "[::1]"),
        "Host names that this installation answers to, with commas between.",
    ),
    Option("DATA", Path, Path(".fanlight"), "The folder for the SQLite database and other files."),
    Option(
        "SECRETS",
        Path,
        None,
        "The folder for the rounds’ keys. Keep it out of backups. Without it: `secrets` in DATA.",
    ),
    Option(
        "SECRETS_COPY",
        Path,
        None,
        "A second folder for the rounds’ keys, on another disk or machine, never where backups go.",
    ),
    Option(
        "DATABASE_URL",
        str,
        "",
        "postgres://user:password@host/name. Without it: SQLite in DATA.",
        is_secret=True,
    ),
    Option(
        "SPEAKUP_DATABASE_URL",
        str,
        "",
        "A database of its own for speaking up: sqlite:////path/file or postgres://… Without it: with the rest.",
        is_secret=True,
    ),
    Option(
        "SPEAK_UP",
        _yes_or_no,
        True,
        "Take concerns here. Say no to show only where else people can go.",
    ),
    Option(
        "HTTPS",
        _yes_or_no,
        True,
        "People reach this site by https only. Say no only for a trial on one computer.",
    ),
    Option("BEHIND_PROXY", _yes_or_no, False, "A proxy of yours ends https and sets X-Forwarded-Proto."),
    Option(
        "EMAIL_URL",
        str,
        "",
        "smtp://user:password@host:587 or smtps://…:465. Without it no mail is sent (the demo prints it).",
        is_secret=True,
    ),
    Option("EMAIL_FROM", str, "Fanlight <fanlight@localhost>", "The sender of e-mail."),
    Option(
        "GUIDE",
        _guide_folder,
        None,
        "A folder of your own dated facts, laid over the guide’s. See docs/reference/guide-content.md.",
    ),
    Option(
        "MINIMUM_GROUP",
        _group_size,
        11,
        "Nothing is shown about fewer people than this. It can be raised, never put below 5.",
    ),
    Option(
        "OIDC",
        _issuers,
        (),
        "Organisations’ own sign-in (OpenID Connect): a JSON list. See the how-to on single sign-on.",
        is_secret=True,
    ),
    Option(
        "DEMO", _yes_or_no, False, "Made-up teams and one-click sign-in. Never on a site with real people."
    ),
    Option("DEBUG", _yes_or_no, False, "Show Django’s error pages. Never on a site with real people."),
)


@dataclass(frozen=True)
class Settings:
    """The values read, by option."""

    secret_key: str
    address: str
    hosts: tuple[str, ...]
    data: Path
    secrets: Path
    secrets_copy: Path | None
    database_url: str
    speakup_database_url: str
    speak_up: bool
    https: bool
    behind_proxy: bool
    email_url: str
    email_from: str
    guide: Path | None
    minimum_group: int
    oidc: tuple[Issuer, ...]
    demo: bool
    debug: bool


def _text(option: Option, environment: Mapping[str, str], problems: list[str]) -> str | None:
    """The option's text: given directly, or as the contents of a file."""
    file_variable = option.variable + "_FILE"
    if file_variable not in environment:
        return environment.get(option.variable) or None
    if option.variable in environment:
        problems.append(f"{option.variable} and {file_variable} are both set: keep one.")
        return None
    try:
        return Path(environment[file_variable]).read_text(encoding="utf-8").strip()
    except OSError as error:
        problems.append(f"{file_variable}: the file cannot be read ({error.strerror}).")
        return None


def _unknown(environment: Mapping[str, str]) -> list[str]:
    known = {o.variable for o in OPTIONS} | {o.variable + "_FILE" for o in OPTIONS if o.is_secret}
    strangers = sorted(name for name in environment if name.startswith(PREFIX) and name not in known)
    return [f"{name} is not a setting of Fanlight. See docs/reference/settings.md." for name in strangers]


def read(environment: Mapping[str, str]) -> Settings:
    """Every option's value. Raises BadOptions with all the problems found."""
    problems = _unknown(environment)
    values: dict[str, Any] = {}
    for option in OPTIONS:
        text = _text(option, environment, problems)
        values[option.key] = option.default
        if text is None:
            continue
        try:
            values[option.key] = option.parse(text)
        except ValueError as error:
            shown = "the value" if option.is_secret else f"“{text}”"
            problems.append(f"{option.variable}: {shown} cannot be used: {error}.")
    if problems:
        raise BadOptions("\n".join(problems))
    values["secrets"] = values["secrets"] or values["data"] / "secrets"
    return Settings(**values)
