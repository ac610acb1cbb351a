"""`reports/corrections.html`: every correction with its reason, its release, and what it touched."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from jinja2 import Template

from analysis.releases import pages
from analysis.releases.history import UNRELEASED
from analysis.releases.manifest import Manifest
from analysis.releases.touched import touched
from schemas.vocabulary import REASON


def render(
    published: Mapping[str, pd.DataFrame],
    charts: list[dict[str, Any]],
    manifests: Sequence[Manifest],
    base: str | Template = "page.html",
    **calls: Any,
) -> str:
    """The page as HTML; `published` are the published tables as text.

    `base` is a template with the blocks `head` and `content`; `calls` are what it needs besides.
    """
    told = [_correction(row, published, charts, manifests) for row in published["corrections"].to_dict("records")]
    # The newest first; of one day, the last in the file first.
    newest_first = sorted(reversed(told), key=lambda one: one["decided_on"], reverse=True)
    template = pages.environment().get_template("corrections.html")
    return template.render(corrections=newest_first, base=base, unreleased=UNRELEASED, **calls)


def _correction(
    row: dict[str, str],
    published: Mapping[str, pd.DataFrame],
    charts: list[dict[str, Any]],
    manifests: Sequence[Manifest],
) -> dict[str, Any]:
    return row | {
        "reason": REASON[row["reason_code"]],
        "release": release_of(row["correction_id"], manifests),
        "touched": touched(row["row_id"], row["field"], published, charts),
    }


def release_of(correction_id: str, manifests: Sequence[Manifest]) -> str:
    """The first release that has a correction."""
    having = (
        one["version"] for one in manifests if correction_id in one["ledger"].get("corrections", {"rows": {}})["rows"]
    )
    return next(having, UNRELEASED)
