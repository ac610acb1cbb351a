"""Stage `check`: nothing is published from a ledger that does not pass.

Three passes over `data/ledger` and `data/series`: how each cell is spelled, what each row may be (pandera), and what
must agree across tables; beside each series lies a whole origin file. Then a comparison with the newest manifest in
`data/releases`, if there is one. All problems are told in one run, each as
`file:line: column: what is wrong: 'value': what to do`.
Exit status 0 if there are none, 1 if there are, 2 if validation itself is switched off.

    python -m analysis.check                      check data/, write reports/validation.md and .json
    python -m analysis.check --data DIR           check another copy of data/; writes nothing
"""

import argparse
import difflib
import sys
from pathlib import Path

import pandas as pd
import pandera.errors

from analysis import problems, tables, validation_report
from analysis.problems import Problem, problem_of
from analysis.releases import manifest
from schemas import MODELS, SERIES, TABLES, across, released, released_columns
from schemas.cells import typed
from schemas.columns import Column, columns_of
from schemas.derived import ALL_TABLES
from schemas.fault import Fault
from schemas.rules import RULES
from schemas.series import origin


def check_ledger(data: Path) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Check every table and series below `data`; returns the typed frames by name and the problems in file order."""
    frames: dict[str, pd.DataFrame] = {}
    raws: dict[str, pd.DataFrame] = {}
    unread: set[str] = set()
    found: list[Problem] = []
    for table in TABLES:
        path = path_of(data, table)
        try:
            raw, bad_rows = tables.read_raw(path)
        except FileNotFoundError:
            found.append(Problem(str(path), 1, "", "the file is missing", path.name, "add it with at least its header"))
            continue
        except tables.NotATable as error:
            found.append(Problem(str(path), error.line, "", error.says, error.value, error.do))
            continue
        faults = [Fault(table, row.line, "", row.says, row.value, _COUNT_COMMAS) for row in bad_rows]
        unread |= {row.value for row in bad_rows}
        # Where an id stands twice nobody can tell which row was published: the double is told, the rest waits.
        if table in MODELS and (raw.empty or raw.iloc[:, 0].is_unique):
            raws[table] = raw
        frames[table], of_table = check_table(raw, table)
        found += [problem_of(fault, str(path)) for fault in faults + of_table]
    for fault in across.faults(frames):
        found.append(problem_of(fault, str(path_of(data, fault.table))))
    found += [problem for series in SERIES for problem in check_origin(data, series)]
    told = {(problem.file, problem.line, problem.column) for problem in found}
    found += [p for p in _release_problems(data, raws, frozenset(unread)) if (p.file, p.line, p.column) not in told]
    return frames, sorted(set(found))


def _release_problems(data: Path, raws: dict[str, pd.DataFrame], unread: frozenset[str]) -> list[Problem]:
    """Where the ledger or the published columns break with the newest release; nothing before the first."""
    last = manifest.newest(data / "releases")
    if last is None:
        return []
    found = []
    for fault in released.faults(last["version"], last["ledger"], raws, unread):
        found.append(problem_of(fault, str(path_of(data, fault.table))))
    columns = {name: [column.name for column in table.columns] for name, table in ALL_TABLES.items()}
    for fault in released_columns.faults(last["version"], last["published"], columns):
        found.append(problem_of(fault, str(data / "published" / f"{fault.table}.csv")))
    return found


def path_of(data: Path, table: str) -> Path:
    """Where the CSV of a ledger table or of a series lies."""
    return tables.path_of(data, table, tables.SERIES if table in SERIES else tables.LEDGER)


def check_origin(data: Path, series: str) -> list[Problem]:
    """What is wrong with the origin file beside a series."""
    path = tables.path_of(data, series, tables.SERIES, ".origin.yml")
    try:
        found = origin.faults(tables.read_yaml(path), series)
    except FileNotFoundError:
        do = "add it: whose figures, from where, on what terms, when, and what we did to them"
        return [Problem(str(path), 1, "", "the origin file is missing", path.name, do)]
    except tables.NotATable as error:
        return [Problem(str(path), error.line, "", error.says, error.value, error.do)]
    return [problem_of(fault, str(path)) for fault in found]


_COUNT_COMMAS = "count the commas; put a cell that contains one in double quotes"


def check_table(raw: pd.DataFrame, table: str) -> tuple[pd.DataFrame, list[Fault]]:
    """First and second pass over one table of text; returns the typed frame and the faults."""
    columns = columns_of(TABLES[table])
    faults = _header_faults(list(raw.columns), columns, table)
    frame, spelling = typed(raw, columns, table)
    faults += spelling
    unread = {(fault.line, fault.column) for fault in spelling}
    faults += _row_faults(frame, columns, table, unread)
    return frame, faults


def _header_faults(header: list[str], columns: list[Column], table: str) -> list[Fault]:
    names = [column.name for column in columns]
    missing = [
        Fault(table, 1, name, "the column is missing", name, "add it to the header and to every row")
        for name in names
        if name not in header
    ]
    unknown = [
        Fault(table, 1, name, "no such column in this table", name, _nearest(name, names, "remove it"))
        for name in header
        if name not in names
    ]
    if not missing and not unknown and header != names:
        return [
            Fault(table, 1, "", "the columns are out of order", ",".join(header), f"order them as {','.join(names)}")
        ]
    return missing + unknown


def _row_faults(frame: pd.DataFrame, columns: list[Column], table: str, unread: set[tuple[int, str]]) -> list[Fault]:
    """Validate with pandera; drop what only says again that a cell or column could not be read."""
    absent = {column.name for column in columns if column.name not in frame}
    whole = frame.reindex(columns=[column.name for column in columns])
    for column in columns:
        if column.name in absent:
            whole[column.name] = whole[column.name].astype(_DTYPES.get(column.kind, "str"))
    try:
        TABLES[table].validate(whole, lazy=True)
    except pandera.errors.SchemaErrors as error:
        by_name = {column.name: column for column in columns}
        cases = error.failure_cases.itertuples(index=False)
        faults = {_fault_of(case, by_name, whole, table): _reads(case) for case in cases}
        return [
            fault
            for fault, reads in faults.items()
            if not absent & reads and not any((fault.line, name) in unread for name in reads)
        ]
    return []


_DTYPES = {"flag": "boolean", "number": "float64", "integer": "Int64"}


def _reads(case: tuple) -> set[str]:
    """The columns that a failed check looks at."""
    return set(RULES[case.check].columns) if case.check in RULES else {case.column}


def _fault_of(case: tuple, columns: dict[str, Column], frame: pd.DataFrame, table: str) -> Fault:
    line = int(case.index)
    if case.check in RULES:
        rule = RULES[case.check]
        value = frame.at[line, rule.columns[0]]
        return Fault(table, line, rule.columns[0], rule.says, "" if pd.isna(value) else str(value), rule.do)
    column = columns[case.column]
    if case.check == "not_nullable":
        return Fault(table, line, column.name, "is empty", "", f"fill it: {column.description}")
    if column.words:
        do = _nearest(str(case.failure_case), list(column.words), f"write one of {', '.join(column.words)}")
        return Fault(
            table, line, column.name, f"not a word of the vocabulary {column.vocabulary}", case.failure_case, do
        )
    span = f"write a number from {column.minimum:g}" + ("" if column.maximum is None else f" to {column.maximum:g}")
    return Fault(table, line, column.name, "out of range", str(case.failure_case), span)


def _nearest(value: str, words: list[str], otherwise: str) -> str:
    close = difflib.get_close_matches(value, words, n=1)
    return f"perhaps {close[0]} is meant; else {otherwise}" if close else otherwise


def validation_is_on() -> bool:
    """True if a row that is known to be bad is refused: an environment variable can switch pandera off."""
    columns = columns_of(TABLES["coverage"])
    bad = pd.DataFrame([["" for _ in columns]], columns=[column.name for column in columns], index=[2], dtype="str")
    return bool(check_table(bad, "coverage")[1])


def main(argv: list[str] | None = None) -> int:
    """Run the stage, or check another copy of the data."""
    parser = argparse.ArgumentParser(prog="claims check", description="Check the ledger and the series.")
    parser.add_argument("--data", type=Path, help="another copy of data/ to check; nothing is written")
    parser.add_argument("--format", choices=problems.FORMATS, default="text", help="how problems are told")
    options = parser.parse_args(argv)
    if not validation_is_on():
        print("check: a row known to be bad was not refused: unset PANDERA_VALIDATION_ENABLED", file=sys.stderr)
        return 2
    frames, found = check_ledger(options.data or Path("data"))
    if found or options.format == "json":
        print(problems.render(found, options.format))
    if options.data is None:
        written = validation_report.write(frames, found, Path("reports"))
        print("\n".join(f"check: wrote {path}" for path in written), file=sys.stderr)
    rows = sum(len(frame) for frame in frames.values())
    print(f"check: {len(found)} problems in {rows:,} rows of {len(frames)} tables", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
