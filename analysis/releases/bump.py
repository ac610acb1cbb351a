"""One version everywhere: the files that carry it by hand, and how it is set in them.

`params.yaml` is what the graph reads; `pyproject.toml`, `CITATION.cff` and the citation in `README.md` repeat it for
those who read nothing else. Texts are changed by line, so that comments and order stay.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from analysis import description

PARAMS, PYPROJECT, CITATION, README = (
    Path(name) for name in ("params.yaml", "pyproject.toml", "CITATION.cff", "README.md")
)


class CannotBump(ValueError):
    """A file does not carry its version where it is looked for."""


def current() -> str:
    """The version that `params.yaml` has."""
    return str(yaml.safe_load(PARAMS.read_text(encoding="utf-8"))["version"])


def texts(version: str, released_on: str) -> dict[Path, str]:
    """The four files with this version and day; writes nothing.

    Raises:
        CannotBump: a file has no line for it, or several.
    """
    lines = {
        PARAMS: {"version: ": version, "released_on: ": f'"{released_on}"'},
        PYPROJECT: {"version = ": f'"{version}"'},
        CITATION: {"version: ": f'"{version}"', "date-released: ": f'"{released_on}"'},
    }
    changed = {path: _set(path, values) for path, values in lines.items()}
    before, after = description.citation(current()), description.citation(version)
    readme = README.read_text(encoding="utf-8")
    if before not in readme:
        raise CannotBump(f"{README}: does not cite the data as {before!r}")
    return changed | {README: readme.replace(before, after)}


def _set(path: Path, values: Mapping[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for key, value in values.items():
        text, times = re.subn(rf"^{re.escape(key)}.*$", key + value, text, flags=re.MULTILINE)
        if times != 1:
            raise CannotBump(f"{path}: {times} lines begin with {key!r} where one is expected")
    return text
