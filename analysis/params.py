"""The parameters in `params.yaml`, read in one place."""

from functools import lru_cache
from typing import Any

import yaml

from analysis.tables import ROOT


@lru_cache(maxsize=1)
def load() -> dict[str, Any]:
    """All parameters."""
    return yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))


def version() -> str:
    """Version of the data, `YYYY.MM.N`."""
    return str(load()["version"])


def released_on() -> str:
    """Day of release of that version, ISO 8601."""
    return str(load()["released_on"])
