#!/usr/bin/env bash
# Mutation testing of disclosure control: changes one thing at a time in the code and asks whether a test notices.
#
#     tools/mutate.sh [FILE…]      FILE within measure/disclosure, such as attack.py or tables/cuts.py; all if none is named
#
# A minute for a small file, hours for all on two cores (CHILDREN=1 uses one). ONLY='*3' tries those changes whose number
# ends in 3, a tenth of all. Works on a copy, with a few examples for each property and without the slow tests, and needs the
# extra `mutation`. Results stay in the folder that is printed: `python -m mutmut results` and `python -m mutmut show NAME`
# there. At the end it prints, for each file, how many changes were noticed.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-$here/.venv/bin/python}
folder=$(mktemp -d -t mutate-XXXXXX)
mkdir -p "$folder/src/fanlight" "$folder/tests/measure" "$folder/tests/support"
cp "$here/src/fanlight/__init__.py" "$folder/src/fanlight/"
cp -r "$here/src/fanlight/measure" "$folder/src/fanlight/"
cp "$here"/tests/measure/{disclosure_worlds,table_worlds}.py "$here"/tests/measure/test_disclosure_*.py "$folder/tests/measure/"
cp "$here/tests/support/examples.py" "$folder/tests/support/"
rm "$folder/tests/measure/test_disclosure_reference.py" # its figures are kept outside this repository
cat > "$folder/tests/conftest.py" <<'END2'
import json
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "mutate",
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],  # that it fails is enough, the smallest example is not looked for
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutate")
LONGEST = 0.3  # seconds


def pytest_collection_modifyitems(items):
    """Those that take long are left out."""
    timed = Path("mutmut-stats.json")
    took = json.loads(timed.read_text())["duration_by_test"] if timed.exists() else {}
    items[:] = [item for item in items if took.get(item.nodeid, 0) < LONGEST]
END2
[ $# -gt 0 ] || set -- '*.py' 'tables/*.py'
{
  echo '[tool.pytest.ini_options]'
  echo 'pythonpath = ["src", "tests"]'
  echo 'markers = ["reference: not here"]'
  echo '[tool.mutmut]'
  echo 'source_paths = ["src/"]'
  echo 'only_mutate = ['
  printf '  "src/fanlight/measure/disclosure/%s",\n' "$@"
  echo ']'
  echo 'also_copy = ["src", "tests"]'
  echo 'timeout_multiplier = 2'
  echo 'pytest_add_cli_args = ["-q", "-x", "-p", "no:cacheprovider"]'
  echo 'pytest_add_cli_args_test_selection = ["tests/"]'
} > "$folder/pyproject.toml"
echo "In $folder"
cd "$folder"
"$python" -m mutmut run ${ONLY:+"$ONLY"} --max-children "${CHILDREN:-2}" > run.log 2>&1 || tail -c 300 run.log
"$python" -m mutmut results --all true | grep -v 'not checked' | sed -E 's/^ *fanlight\.measure\.disclosure\.(.*)\.[^.]*: (.*)$/\1.py \2/' | sort | uniq -c
