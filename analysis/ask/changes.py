"""Drift as sentences: what pages changed of what was said, the same change of several pages told once."""

from analysis.ask.book import grouped
from analysis.ask.sentences import Named
from analysis.report.rows import Row

_CHANGED = {
    "number_changed": "Another figure",
    "qualifier_dropped": "The hedge or bound dropped",
    "qualifier_added": "A hedge or bound added",
    "qualifier_changed": "Another hedge or bound",
    "category_changed": "Another category",
    "side_changed": "Another side",
    "window_changed": "Another time, or another way of adding up",
    "place_changed": "Another place",
    "group_changed": "Another unit or group",
    "modality_changed": "Said more or less firmly",
    "movement_changed": "Another movement",
    "claimant_changed": "Another claimant",
    "figure_computed": "The outlet's own arithmetic",
}


def changes(drift: list[Row], named: Named) -> list[str]:
    """What pages changed, the same change of several pages in one sentence."""
    keyed = [
        row | {"_key": (row["kind"], row["field"], row["reference"], row["printed"], row["against"])} for row in drift
    ]
    told = (_change(those, named) for those in grouped(keyed, "_key").values())
    return list(dict.fromkeys(told))


def _change(those: list[Row], named: Named) -> str:
    row = those[0]
    kind, field, was, now = row["kind"], row["field_name"], row["reference_says"], row["printed_says"]
    if kind == "sources_differ":
        return f"Pages differ on {field}, and nothing tells which of them changed it: {now}."
    pages = named(one["source_id"] for one in those)
    if kind == "omitted":
        return f"Left out by pages read in full: {pages}."
    if kind == "not_known":
        return f"Not found on pages of which only a part was read: {pages}."
    if kind == "claimant_dropped":
        return f"No claimant is named by {pages}."
    held = " (held against the same page's own quotation)" if row["against"] == "own_quotation" else ""
    if kind == "increment_changed":
        return f"The word “another” or “further” {'dropped' if now == 'no' else 'added'} by {pages}{held}."
    if was is None:
        return f"{_CHANGED[kind]}: “{now}” by {pages}{held}."
    return f"{_CHANGED[kind]}: “{was}” is “{now}” at {pages}{held}."
