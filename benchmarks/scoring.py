"""How long `fanlight score` takes, against what DuckDB needs to read the same Parquet file and count.

    python benchmarks/scoring.py [--people 100000] [--rounds 9] [--types TINYINT,INTEGER,BIGINT,DOUBLE]

The floor: DuckDB reads 32 columns and counts, for each, the valid and the favourable answers: the least that per cent
positive needs. Fanlight reads the same file and computes everything: counts, percentages, intervals, means, two
alphas with Feldt's interval, omega, r_wg(j), and looks for straight lines and items reversed twice.

Two comparisons, a round of one beside a round of the other, the best of the rounds compared:
- in one process: DuckDB's query, against reading, scoring and writing JSON as text; libraries are loaded before;
- whole processes: `python -c "import duckdb; …"`, against `python -m fanlight score … --format json --out FILE`.

It prints ratios and peak memory, and ends with status 1 when a whole process took more than three times as long.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does

import duckdb

from fanlight.commands._answers import read_answers
from fanlight.commands._score_formats import as_json
from fanlight.measure.instruments import Instrument, load
from fanlight.measure.scoring import score

KEY = "sops-hospital-2"
MOST = 3.0


def columns(instrument: Instrument) -> list[tuple[str, list[int]]]:
    """The 32 items of the composites, each with the codes that are favourable."""
    items = [item for one in instrument.composites for item in instrument.items_of(one)]
    return [(item.code, sorted(instrument.positive_codes(item))) for item in items]


def make_file(path: Path, instrument: Instrument, people: int, kind: str) -> None:
    """Answers that hang together, the same at every run: a person's lean and noise, both from hashes."""
    answers = []
    for place, (code, favourable) in enumerate(columns(instrument)):
        noise = f"(hash(i, {place}) % 1000) / 500.0 - 1"
        lean = "(hash(i) % 1000) / 400.0 - 1.25"
        sign = "-" if 1 in favourable else ""
        value = f"least(5, greatest(1, round(3.3 {sign or '+'} ({lean} + {noise}))))"
        answers.append(f"CASE WHEN hash(i, {place}, 1) % 100 >= 4 THEN {value}::{kind} END AS {code}")
    duckdb.sql(f"COPY (SELECT {', '.join(answers)} FROM range({people}) t(i)) TO '{path}' (FORMAT parquet)")


def floor_query(path: Path, instrument: Instrument) -> str:
    counts = (
        f"count({code}), sum(({code} IN ({', '.join(map(str, favourable))}))::INT)"
        for code, favourable in columns(instrument)
    )
    return f"SELECT count(*), {', '.join(counts)} FROM '{path}'"


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_process(path: Path, instrument: Instrument, rounds: int) -> tuple[float, float]:
    """Best seconds of DuckDB and of Fanlight, after one warm-up each."""
    query = floor_query(path, instrument)

    def floor() -> None:
        with duckdb.connect() as connection:
            connection.execute(query).fetchall()

    def ours() -> None:
        as_json(score(instrument, read_answers(path, instrument).codes), instrument)

    floor()
    ours()
    pairs = [(timed(floor), timed(ours)) for _ in range(rounds)]
    return min(one for one, _ in pairs), min(two for _, two in pairs)


def process(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one process."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed: {' '.join(command)[:200]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def whole_processes(path: Path, instrument: Instrument, rounds: int) -> tuple[list[float], list[float]]:
    """Best seconds and greatest megabytes, of DuckDB and of Fanlight."""
    floor = [sys.executable, "-c", f"import duckdb; duckdb.sql({floor_query(path, instrument)!r}).fetchall()"]
    target = str(path.with_suffix(".json"))
    ours = [sys.executable, "-m", "fanlight", "score", str(path), "--instrument", KEY, "--format", "json"]
    ours += ["--out", target]
    process(floor), process(ours)
    runs = [(process(floor), process(ours)) for _ in range(rounds)]
    seconds = [min(run[side][0] for run in runs) for side in (0, 1)]
    megabytes = [max(run[side][1] for run in runs) for side in (0, 1)]
    return seconds, megabytes


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--types", default="TINYINT,INTEGER,BIGINT,DOUBLE")
    options = parser.parse_args()
    instrument = load(KEY)
    print(
        f"{options.people:,} people × {len(columns(instrument))} items, {options.rounds} rounds, the best of each"
    )
    print(f"{'type':9} {'in one process: DuckDB':>22} {'Fanlight':>9} {'ratio':>6}", end="")
    print(f" {'whole: DuckDB':>14} {'Fanlight':>9} {'ratio':>6} {'peak MB: DuckDB':>16} {'Fanlight':>9}")
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.types.split(","):
            path = Path(folder) / f"{kind.lower()}.parquet"
            make_file(path, instrument, options.people, kind)
            floor, ours = in_process(path, instrument, options.rounds)
            (whole_floor, whole_ours), (memory_floor, memory_ours) = whole_processes(
                path, instrument, options.rounds
            )
            worst = max(worst, whole_ours / whole_floor)
            print(f"{kind:9} {floor * 1000:>19.0f} ms {ours * 1000:>6.0f} ms {ours / floor:>6.2f}", end="")
            print(f" {whole_floor * 1000:>11.0f} ms {whole_ours * 1000:>6.0f} ms", end="")
            print(f" {whole_ours / whole_floor:>6.2f} {memory_floor:>16.0f} {memory_ours:>9.0f}")
    print(f"Whole processes: {worst:.2f} times as long at worst; the aim is at most {MOST:.0f}.")
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
