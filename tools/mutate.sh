#!/usr/bin/env bash
# Mutation testing of disclosure control: changes one thing at a time in the code and asks whether a test notices.
# Half an hour or more on two cores. Works on a copy, with fewer examples for each property, and needs the extra `mutation`.
# Results stay in the folder that is printed: `python -m mutmut results` and `python -m mutmut show NAME` there.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-$here/.venv/bin/python}
folder=$(mktemp -d -t mutate-XXXXXX)
mkdir -p "$folder/src/fanlight" "$folder/tests/measure"
cp "$here/src/fanlight/__init__.py" "$folder/src/fanlight/"
cp -r "$here/src/fanlight/measure" "$folder/src/fanlight/"
cp "$here"/tests/measure/{disclosure_worlds,test_disclosure_{trees,answers,figures,known_attacks,released,attack}}.py "$folder/tests/measure/"
cat > "$folder/tests/conftest.py" <<'END'
from hypothesis import HealthCheck, settings

settings.register_profile(
    "mutate", max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("mutate")
END
cat > "$folder/pyproject.toml" <<'END'
[tool.pytest.ini_options]
pythonpath = ["src", "tests"]
[tool.mutmut]
source_paths = ["src/"]
only_mutate = [
  "src/fanlight/measure/disclosure/withholding.py",
  "src/fanlight/measure/disclosure/attack.py",
  "src/fanlight/measure/disclosure/inferred.py",
  "src/fanlight/measure/disclosure/again.py",
  "src/fanlight/measure/disclosure/policy.py",
  "src/fanlight/measure/disclosure/figures.py",
]
also_copy = ["src", "tests"]
pytest_add_cli_args = ["-q", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = ["tests/"]
END
echo "In $folder"
cd "$folder" && exec "$python" -m mutmut run --max-children 2 "$@"
