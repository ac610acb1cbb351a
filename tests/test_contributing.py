"""What meets a contributor: the forms, the workflow and the hooks, checked with the schemas their readers use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
WORKFLOW = ROOT / ".github/workflows/check.yml"


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-issue-forms", [form for form in FORMS if form.name != "config.yml"]),
        ("github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("github-workflows", [WORKFLOW]),
        ("citation-file-format", [ROOT / "CITATION.cff"]),
    ],
)
def test_each_file_is_valid_by_its_schema(schema, files):
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_error_in_the_data_needs_its_source():
    asked = {field.get("id"): field for field in read(ROOT / ".github/ISSUE_TEMPLATE/data-error.yml")["body"]}
    assert asked["source"]["validations"]["required"] and asked["words"]["validations"]["required"]


def test_the_workflow_annotates_tests_and_knows_no_secret():
    text = WORKFLOW.read_text(encoding="utf-8")
    runs = [step.get("run", "") for step in read(WORKFLOW)["jobs"]["check"]["steps"]]
    assert any("claims check" in run and "--format github" in run for run in runs) and "make test" in runs
    assert "secrets." not in text and read(WORKFLOW)["permissions"] == {"contents": "read"}
    assert all(re.search(r"@v\d", action) for action in re.findall(r"uses: (\S+)", text))


def test_hooks_use_the_environment_of_the_project_alone():
    (local,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    hooks = {hook["id"]: hook for hook in local["hooks"]}
    assert set(hooks) == {"ruff-check", "ruff-format", "claims-check", "notebooks-without-outputs"}
    started = [hook["entry"].split()[0] for hook in hooks.values() if hook["language"] == "system"]
    assert set(started) == {".venv/bin/ruff", ".venv/bin/claims"}


@pytest.mark.parametrize(("path", "is_refused"), [("notebooks/a.ipynb", True), ("reports/notebooks/a.ipynb", False)])
def test_a_notebook_that_could_hold_outputs_is_refused(path, is_refused):
    hooks = read(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert bool(re.search(hooks[-1]["files"], path)) == is_refused


def test_notebooks_are_kept_without_outputs():
    assert not list((ROOT / "notebooks").glob("*.ipynb"))
