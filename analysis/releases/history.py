"""What changed from release to release, and since the last: `reports/changes.csv` and the changelog are made of it.

Manifests hold marks, not text. What stood in a cell is found by trying the texts that may have stood there against its
mark: what stands now, what corrections say stood there, and what `FREE_MOVES` allows to be left. A blank `old` or
`new` beside a filled `field` may therefore mean that nobody remembers; for corrected cells it does not happen, because
`check` compares corrections with the marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from analysis.releases import compare
from analysis.releases.compare import Difference, State
from analysis.releases.manifest import Manifest
from schemas.corrections import FREE_MOVES
from schemas.fingerprint import mark

UNRELEASED = "unreleased"
COLUMNS = (
    "release", "change", "table", "row_id", "field", "old", "new", "reason_code", "decided_on", "correction_id",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A difference, the release that brought it, and the ids of the corrections that tell it, in their order."""

    release: str
    what: Difference
    correction_ids: tuple[str, ...] = ()


def changes(manifests: Sequence[Manifest], raws: Mapping[str, pd.DataFrame]) -> list[Change]:
    """All changes after the first release, the newest release last; `raws` is the ledger now, as text.

    What is not yet in any release is `unreleased`. The first release changed nothing: it has nothing before it.
    """
    if not manifests:
        return []
    now = compare.of_text(raws)
    states = [(one["version"], compare.of_snapshots(one["ledger"])) for one in manifests]
    states.append((UNRELEASED, compare.in_marks(now)))
    return [change for (_, older), (release, newer) in pairwise(states) for change in _step(release, older, newer, now)]


def _step(release: str, older: State, newer: State, now: State) -> Iterator[Change]:
    told = _corrections_between(older, newer, now)
    for found in compare.differences(older, newer):
        if found.change != "changed":
            yield Change(release, found)
            continue
        ids = tuple(
            row["correction_id"] for row in told if (row["row_id"], row["field"]) == (found.row_id, found.field)
        )
        read = replace(found, old=_text(found, found.old, now), new=_text(found, found.new, now))
        yield Change(release, compare.named(read), ids)


def _corrections_between(older: State, newer: State, now: State) -> list[dict[str, str]]:
    """The corrections that the newer state has and the older has not; a correction never changes once published."""
    earlier = older["corrections"].rows if "corrections" in older else {}
    later = newer["corrections"].rows if "corrections" in newer else {}
    return [row for row_id, row in now["corrections"].rows.items() if row_id in later and row_id not in earlier]


def _text(found: Difference, known: str, now: State) -> str:
    """The text with this mark among those that may have stood in the cell; empty if none has it."""
    rows = now[found.table].rows if found.table in now else {}
    candidates = [rows[found.row_id].get(found.field, "")] if found.row_id in rows else []
    for row in now["corrections"].rows.values():
        if (row["row_id"], row["field"]) == (found.row_id, found.field):
            candidates += [row["old"], row["new"]]
    for move in FREE_MOVES:
        if move.column == found.field:
            candidates += [move.old, *move.new]
    return next((text for text in candidates if mark(found.field, text) == known), "")


def as_frame(found: Sequence[Change], raws: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Changes as a table, newest release first; reason and day are those of the last correction of the cell."""
    told = compare.of_text(raws)["corrections"].rows
    rows = []
    for change in found:
        last = told[change.correction_ids[-1]] if change.correction_ids else {}
        about = {"release": change.release, "correction_id": " ".join(change.correction_ids)}
        rows.append(vars(change.what) | about | {name: last.get(name, "") for name in ("reason_code", "decided_on")})
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    releases = list(dict.fromkeys(frame["release"]))[::-1]
    return frame.sort_values("release", key=lambda names: names.map(releases.index), kind="stable", ignore_index=True)
