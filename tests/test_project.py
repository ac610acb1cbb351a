"""The project's own files: the lock, what is committed, the packages, and what stages depend on."""

import ast
import re
import shlex
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path

import jupytext
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FIRST_PARTY = ("schemas", "analysis")
NOTEBOOKS = {".py", ".md", ".ipynb"}

# Neither matches its own spelling here.
MACHINE_PATH = re.compile(r"(?<![\w.%~-])/(?:work|root|tmp|home|Users|opt/pypi)/")
REGISTRY_HOST = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian")


# --- the lock ---------------------------------------------------------------------------------------------


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def lock_entries() -> list[str]:
    """One string a requirement, its continuation lines joined."""
    return [line for line in text_of("requirements.lock").replace("\\\n", " ").splitlines() if line.strip()]


def test_lock_holds_no_address():
    assert not re.search(r"\w+://|--(?:extra-)?index-url|--find-links", text_of("requirements.lock"))


def test_every_line_of_the_lock_is_pinned_and_hashed():
    entries = lock_entries()
    loose = [e for e in entries if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", e)]
    assert entries and not loose


def test_lock_holds_every_requirement_of_the_project():
    project = tomllib.loads(text_of("pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[\w.-]+", w)[0].lower().replace("_", "-") for w in wanted}
    locked = {e.split("==")[0] for e in lock_entries()}
    assert names - locked == set()


# --- what is committed ------------------------------------------------------------------------------------


def project_files(git_dir: Path) -> list[Path]:
    """Every file that is, or would be, committed; by an empty index, so that an archive will do too."""
    subprocess.run(["git", "init", "--quiet", "--bare", git_dir], check=True)
    git = ["git", f"--git-dir={git_dir}", f"--work-tree={ROOT}"]
    command = [*git, "ls-files", "-z", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    return [ROOT / name for name in listing.stdout.split("\0") if name]


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["path", "host"])
def test_committed_text_names_no_machine(tmp_path, pattern):
    files = project_files(tmp_path / "empty.git")
    assert ROOT / "pyproject.toml" in files
    found = []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a PDF
        for number, line in enumerate(text.splitlines(), 1):
            if match := pattern.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {match[0]}")
    assert not found


@pytest.mark.parametrize(
    ("text", "is_path"),
    [
        ("open('|root|a.csv')", True),
        ("file:||||home|me|a.csv", True),
        ("|tmp|x|", True),
        ("https:||example.org|home|news", False),
        ("data|work|", False),
    ],
)
def test_paths_of_a_machine_are_told_from_addresses(text, is_path):
    assert bool(MACHINE_PATH.search(text.replace("|", "/"))) == is_path


def test_one_version_everywhere():
    pyproject = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    params = yaml.safe_load(text_of("params.yaml"))["version"]
    citation = yaml.safe_load(text_of("CITATION.cff"))["version"]
    assert pyproject == params == citation


def test_every_package_is_listed():
    listed = tomllib.loads(text_of("pyproject.toml"))["tool"]["setuptools"]["packages"]
    folders = {p.parent for top in FIRST_PARTY for p in (ROOT / top).rglob("*.py")}
    assert sorted(listed) == sorted(".".join(f.relative_to(ROOT).parts) for f in folders)


# --- what a stage imports is what it depends on -----------------------------------------------------------


def module_file(root: Path, name: str) -> Path | None:
    """The file of a first-party module, or None if there is no such module."""
    path = root.joinpath(*name.split("."))
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((c for c in candidates if name.split(".")[0] in FIRST_PARTY and c.is_file()), None)


def imported_names(tree: ast.AST, package: str) -> set[str]:
    """Dotted names that a piece of code may import, `from a import b` as both `a` and `a.b`."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            names.update([base, *(f"{base}.{alias.name}" for alias in node.names)])
    return names


def with_packages(name: str) -> list[str]:
    """`a.b.c` -> `a`, `a.b`, `a.b.c`: importing a module runs the packages above it."""
    parts = name.split(".")
    return [".".join(parts[: i + 1]) for i in range(len(parts))]


def reached_files(root: Path, start: set[str]) -> set[Path]:
    """Files of all first-party modules that these names lead to, by imports anywhere in the code."""
    todo, files = {n for name in start for n in with_packages(name)}, {}
    while todo:
        name = todo.pop()
        file = module_file(root, name)
        if file is None or name in files:
            continue
        files[name] = file
        package = name if file.name == "__init__.py" else name.rpartition(".")[0]
        found = imported_names(ast.parse(file.read_text(encoding="utf-8")), package)
        todo |= {n for one in found if one for n in with_packages(one)}
    return set(files.values())


def notebook_imports(path: Path) -> set[str]:
    """Names imported by the code cells of a notebook, in any of jupytext's formats."""
    lines = [x for c in jupytext.read(path).cells if c.cell_type == "code" for x in c.source.splitlines()]
    code = "\n".join(x for x in lines if not x.lstrip().startswith(("%", "!")))
    return imported_names(ast.parse(code), "")


def stages(root: Path) -> dict[str, dict]:
    """Each stage of dvc.yaml by name; one made by foreach or matrix counts once, by its template."""
    declared = yaml.safe_load((root / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    return {name: stage.get("do", stage) for name, stage in declared.items()}


def started_modules(root: Path, stage: dict) -> set[str]:
    """First-party modules that the commands of a stage start with `python -m`."""
    commands = stage["cmd"] if isinstance(stage["cmd"], list) else [stage["cmd"]]
    words = [word for command in commands for word in shlex.split(command)]
    started = {after for flag, after in pairwise(words) if flag == "-m"}
    started = {s for s in started if s.split(".")[0] in FIRST_PARTY}
    return started | {f"{s}.__main__" for s in started if module_file(root, f"{s}.__main__")}


def undeclared(root: Path, stage: dict) -> list[str]:
    """First-party files that a stage, or a notebook it depends on, imports and its deps do not cover."""
    deps = [root / dep for dep in stage.get("deps", [])]
    outside = [d for d in deps if d.relative_to(root).parts[0] not in FIRST_PARTY]
    files = [f for d in outside for f in (d.rglob("*") if d.is_dir() else [d])]
    books = [f for f in files if f.relative_to(root).parts[0] == "notebooks" and f.suffix in NOTEBOOKS]
    names = started_modules(root, stage).union(*(notebook_imports(b) for b in books))
    reached = {f for f in reached_files(root, names) if not is_only_a_docstring(f)}
    covered = {f for f in reached if any(d == f or d in f.parents for d in deps)}
    return sorted(str(f.relative_to(root)) for f in reached - covered)


def is_only_a_docstring(file: Path) -> bool:
    """Whether there is nothing in this file that could change an output."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return all(isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant) for n in body)


def test_stages_start_modules_that_exist():
    started = {name: started_modules(ROOT, stage) for name, stage in stages(ROOT).items()}
    modules = {module for found in started.values() for module in found}
    assert modules
    assert {m for m in modules if module_file(ROOT, m) is None} == set()


def test_stages_depend_on_what_they_import():
    missing = {name: undeclared(ROOT, stage) for name, stage in stages(ROOT).items()}
    assert {name: files for name, files in missing.items() if files} == {}


@pytest.fixture
def small_project(tmp_path):
    """A stage that imports straight, from within a function, relatively, by a package and by a notebook."""
    texts = {
        "analysis/__init__.py": '"""Stages."""',
        "analysis/run.py": "import json\nfrom schemas import words\nfrom .tools import read\n",
        "analysis/tools.py": "def read():\n    import analysis.deep.inner\n",
        "analysis/deep/__init__.py": "VALUE = 1\n",
        "analysis/deep/inner.py": "from ..other import x\n",
        "analysis/other.py": "x = 1\n",
        "analysis/by_notebook.py": "y = 1\n",
        "schemas/__init__.py": "",
        "schemas/words.py": "",
        "notebooks/01-first.py": "# %%\nfrom analysis import by_notebook\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_an_undeclared_import_is_found(small_project):
    stage = {"cmd": "python -m analysis.run --all", "deps": ["analysis/run.py", "notebooks"]}
    assert undeclared(small_project, stage) == [
        "analysis/by_notebook.py",
        "analysis/deep/__init__.py",
        "analysis/deep/inner.py",
        "analysis/other.py",
        "analysis/tools.py",
    ]


def test_a_declared_folder_covers_what_is_in_it(small_project):
    stage = {"cmd": ["echo", "python -m analysis.run"], "deps": ["analysis"]}
    assert undeclared(small_project, stage) == []
