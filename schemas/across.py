"""Rules that span rows and tables: the third pass.

`faults` takes the typed frames of ledger and series by name (index: line numbers; a table that could not be read is
missing) and returns every fault. A rule that lacks a table or column it needs says nothing: its absence is a fault of
an earlier pass.
"""

from collections.abc import Callable, Iterable
from datetime import date

from schemas import MODELS, REPORT_TABLES, SERIES
from schemas.columns import Column, columns_of
from schemas.fault import Fault
from schemas.frames import Frames, cells, rows, values
from schemas.series.across import RULES as SERIES_RULES
from schemas.window import parse_date, parse_window

_COLUMNS: dict[str, list[Column]] = {table: columns_of(model) for table, model in (MODELS | SERIES).items()}
_OWN_ID = {table: next(c.name for c in _COLUMNS[table] if c.own_id) for table in MODELS}
_KEYS = {name: [column.name for column in _COLUMNS[name] if column.key] for name in SERIES}
_POINT = {name: key[0] for name, key in _KEYS.items() if len(key) == 1}
_BREAK = "remove or correct one link of the ring"
_MEASURES = {
    "advances": {"ground_status", "frontage_and_depth", "distance", "area", "share_of_place"},
    "casualties": {"people"},
    "proportions": {"ratio", "share"},
}


def faults(frames: Frames) -> list[Fault]:
    """Every fault that shows only when rows are seen together."""
    return [fault for rule in RULES for fault in rule(frames)]


def ids_are_unique(frames: Frames) -> Iterable[Fault]:
    """An id stands once in the whole ledger; the second row that has it is at fault."""
    first: dict[str, str] = {}
    for table in (name for name in _OWN_ID if name in frames):
        for line, row_id in cells(frames[table], _OWN_ID[table]):
            if row_id in first:
                yield Fault(
                    table,
                    line,
                    _OWN_ID[table],
                    f"id stands already at {first[row_id]}",
                    row_id,
                    "give the row an id of its own, or remove it if it is a copy",
                )
            else:
                first[row_id] = f"{table}:{line}"


def references_exist(frames: Frames) -> Iterable[Fault]:
    """An id that refers to a row of another table must stand there."""
    known = {table: set(values(frames[table], own)) for table, own in _OWN_ID.items() if table in frames}
    for table, frame in frames.items():
        for column in _COLUMNS[table]:
            if not column.refers_to or any(target not in known for target in column.refers_to):
                continue
            targets = set().union(*(known[target] for target in column.refers_to))
            where = " or ".join(column.refers_to)
            for line, cell in cells(frame, column.name):
                for one in cell.split(" "):
                    if one not in targets:
                        yield Fault(
                            table,
                            line,
                            column.name,
                            f"no such row in {where}",
                            one,
                            f"correct the id, or add the row to {where} first",
                        )


def nothing_leads_back_to_itself(frames: Frames) -> Iterable[Fault]:
    """Parents form no cycle; nor do the pages from which pages took a claim, over all claims together.

    Every link of a ring is at fault, for any of them may be the wrong one.
    """
    for table, own, up in (
        ("actors", "actor_id", "parent_actor_id"),
        ("places", "place_id", "parent_place_id"),
        ("events", "event_id", "parent_event_id"),
    ):
        yield from _rings([(table, up, *row) for row in rows(frames, table, own, up)])
    yield from _rings(
        [
            (table, "via_source_id", *row)
            for table in REPORT_TABLES
            for row in rows(frames, table, "source_id", "via_source_id")
        ]
    )


def _rings(links: list[tuple[str, str, int, str, str]]) -> Iterable[Fault]:
    """One fault for each link (table, column, line, from, to) whose end leads back to its start."""
    onward: dict[str, set[str]] = {}
    for *_, start, end in links:
        onward.setdefault(start, set()).add(end)
    for table, column, line, start, end in links:
        if start in _reachable(end, onward):
            yield Fault(table, line, column, f"leads back to {start} itself", end, _BREAK)


def _reachable(start: str, onward: dict[str, set[str]]) -> set[str]:
    reached, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(onward.get(here, ()))
    return reached


def published_after_what_it_tells(frames: Frames) -> Iterable[Fault]:
    """A source cannot tell of what begins after its publication, unless as a projection, nor of what was said later."""
    published = {row: parse_date(day).end for _, row, day in rows(frames, "sources", "source_id", "published_on")}
    said = {row: parse_date(day).start for _, row, day in rows(frames, "statements", "statement_id", "stated_on")}
    said_of = {claim: said.get(row) for _, claim, row in rows(frames, "claims", "claim_id", "statement_id")}
    for table in REPORT_TABLES:
        late = set()
        for line, source, cell, modality in rows(frames, table, "source_id", "window", "modality"):
            begins, day = _begins(cell), published.get(source)
            if day and begins > day and modality != "projected":
                late.add(line)
                yield Fault(
                    table,
                    line,
                    "window",
                    f"begins after its source {source} was published ({day})",
                    cell,
                    "correct the window, or the source's published_on",
                )
        for line, claim, source in rows(frames, table, "claim_id", "source_id"):
            stated, day = said_of.get(claim), published.get(source)
            if stated and day and day < stated and line not in late:
                yield Fault(
                    table,
                    line,
                    "source_id",
                    f"published on {day}, before the claim was stated ({stated})",
                    source,
                    "correct the claim_id, the statement's stated_on, or the source's published_on",
                )


def _begins(cell: str) -> date:
    """First possible day of what is told; for "as of", the first day of that date."""
    return parse_window(cell.removeprefix("../")).start


def measure_fits_table(frames: Frames) -> Iterable[Fault]:
    """A claim's measure and the table of its reports belong together."""
    measure = {claim: word for _, claim, word in rows(frames, "claims", "claim_id", "measure")}
    for table, allowed in _MEASURES.items():
        for line, claim in rows(frames, table, "claim_id"):
            if claim in measure and measure[claim] not in allowed:
                yield Fault(
                    table,
                    line,
                    "claim_id",
                    f"the claim's measure is {measure[claim]}",
                    claim,
                    f"report it in another table, or set the measure to one of {', '.join(sorted(allowed))}",
                )


def rows_are_not_repeated(frames: Frames) -> Iterable[Fault]:
    """Two rows that differ in nothing but their id say the same thing twice."""
    for table in REPORT_TABLES:
        frame = frames.get(table)
        if frame is None or "report_id" not in frame:
            continue
        rows = frame[~frame["report_id"].duplicated()]
        for line in rows.index[rows.drop(columns="report_id").duplicated()]:
            yield Fault(
                table,
                int(line),
                "report_id",
                "differs from an earlier row in nothing but its id",
                str(rows.at[line, "report_id"]),
                "remove the row, or say where on the page it stands (wording)",
            )


def groups_are_no_persons(frames: Frames) -> Iterable[Fault]:
    """Nobody is named as killed, wounded, captured or missing: an affected group is never a person."""
    persons = {actor for _, actor, kind in rows(frames, "actors", "actor_id", "kind") if kind == "person"}
    for table in REPORT_TABLES:
        for column in ("affected_group_id", "numerator_group_id", "denominator_group_id", "group_id"):
            for line, group in rows(frames, table, column):
                if group in persons:
                    yield Fault(
                        table,
                        line,
                        column,
                        "names a person",
                        group,
                        "name the unit or group; a person affected is told by rank and post in the note",
                    )


def series_refs_exist(frames: Frames) -> Iterable[Fault]:
    """A reference to a series names one, and a day, week or month that stands in it.

    Only a series whose rows one column tells apart can be referred to.
    """
    known = {name: set(values(frames[name], key)) for name, key in _POINT.items() if key in frames.get(name, ())}
    for table, frame in frames.items():
        for column in (c for c in _COLUMNS[table] if c.kind == "ref"):
            for line, cell in cells(frame, column.name):
                name, _, point = cell.partition(":")
                if name not in _POINT:
                    do = f"name one of {', '.join(_POINT)}"
                    yield Fault(table, line, column.name, "no series that can be referred to", cell, do)
                elif name in known and point not in known[name]:
                    do = f"write a {_POINT[name]} that stands there"
                    yield Fault(table, line, column.name, f"no such row in {name}", cell, do)


RULES: tuple[Callable[[Frames], Iterable[Fault]], ...] = (
    ids_are_unique,
    references_exist,
    nothing_leads_back_to_itself,
    published_after_what_it_tells,
    measure_fits_table,
    rows_are_not_repeated,
    groups_are_no_persons,
    series_refs_exist,
    *SERIES_RULES,
)
