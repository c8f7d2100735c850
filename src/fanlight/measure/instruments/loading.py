"""Take an instrument from the shelf that comes with Fanlight, or from a file."""

import tomllib
from functools import cache
from pathlib import Path

from fanlight.measure.instruments.instrument import Instrument
from fanlight.measure.instruments.parsing import parse
from fanlight.measure.instruments.reading import InvalidInstrument

SHELF = Path(__file__).parent / "shelf"


def shelf() -> tuple[Instrument, ...]:
    """Every instrument that comes with Fanlight, by id.

    >>> [instrument.id for instrument in shelf()][:2]
    ['fanlight-fair', 'fanlight-pulse']
    """
    return tuple(_on_shelf(path) for path in sorted(SHELF.glob("*.toml")))


def load(id_or_path: str | Path) -> Instrument:
    """The instrument with this id from the shelf, or the one in this TOML file.

    Errors: InvalidInstrument where there is no such thing, or where it cannot be read.

    >>> load("fanlight-six").is_askable
    True
    """
    on_shelf = SHELF / f"{id_or_path}.toml"
    if on_shelf.is_file():
        return _on_shelf(on_shelf)
    path = Path(id_or_path)
    if not path.is_file():
        known = ", ".join(sorted(found.stem for found in SHELF.glob("*.toml")))
        raise InvalidInstrument(f"There is no instrument or file called {id_or_path}. On the shelf: {known}.")
    return parse(read_toml(path), file=path.name)


@cache
def _on_shelf(path: Path) -> Instrument:
    """Read once: what comes with Fanlight does not change while it runs."""
    return parse(read_toml(path), file=path.name)


def read_toml(path: Path) -> dict[str, object]:
    """The tables of a TOML file. Errors: InvalidInstrument, with the line, where it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInstrument(f"{path.name}: this is not a TOML file we can read: {error}.") from None
    except OSError as error:
        raise InvalidInstrument(f"{path.name}: {error.strerror}.") from None
