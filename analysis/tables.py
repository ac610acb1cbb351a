r"""The one door to data files: read a table with the line numbers of its rows, write it in one dialect.

The dialect: UTF-8 without a byte-order mark, comma, `\n`, minimal quoting, one header row. Every module that reads
or writes a table does it here. A ledger frame has the index `line`: the line of the file on which the row begins
(the header is line 1), which stays true after a quoted line break.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

ROOT = Path(__file__).resolve().parent.parent
LEDGER = "ledger"
SERIES = "series"


class NotATable(ValueError):
    """A file cannot be read as what it should be at all; `line` says where, `do` what to do about it."""

    def __init__(self, line: int, says: str, value: str, do: str) -> None:
        super().__init__(f"line {line}: {says}: {value!r}: {do}")
        self.line, self.says, self.value, self.do = line, says, value, do


@dataclass(frozen=True)
class BadRow:
    """A row that has too many or too few cells."""

    line: int
    says: str
    value: str


def read_raw(path: Path) -> tuple[pd.DataFrame, list[BadRow]]:
    """Read a CSV file as text: blank cells are empty strings, the index `line` holds line numbers.

    Rows of the wrong length are left out of the frame and returned beside it.

    Raises:
        NotATable: not UTF-8, no header, a column named twice, or a quotation mark that is never closed.
    """
    reader = csv.reader(io.StringIO(_decode(path), newline=""), strict=True)
    rows, lines, bad = [], [], []
    header = next(reader, [])
    _refuse_bad_header(header)
    begins = reader.line_num + 1
    try:
        for row in reader:
            if len(row) == len(header):
                rows.append(row)
                lines.append(begins)
            elif row:
                bad.append(BadRow(begins, f"{len(row)} cells where the header has {len(header)}", row[0]))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise NotATable(begins, "quotation marks do not match", str(error), "double each mark inside a cell") from error
    return pd.DataFrame(rows, columns=header, index=pd.Index(lines, name="line", dtype="int64"), dtype="str"), bad


def read_yaml(path: Path) -> object:
    """Read a YAML file; an origin file is one.

    Raises:
        NotATable: not UTF-8, or not YAML.
    """
    try:
        return yaml.safe_load(_decode(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        says = str(getattr(error, "problem", None) or error)
        raise NotATable(line, "not YAML", says, "write one field a line, as name: value") from error


def _decode(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        raise NotATable(1, "begins with a byte-order mark", path.name, "save the file as UTF-8 without BOM")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotATable(line, "not UTF-8", repr(data[error.start : error.end]), "save the file as UTF-8") from error


def _refuse_bad_header(header: list[str]) -> None:
    if not header:
        raise NotATable(1, "no header", "", "begin the file with the names of the columns")
    for name in header:
        if header.count(name) > 1:
            raise NotATable(1, "a column stands twice", name, "remove one of the two")


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write a frame in the project's dialect; the index is left out.

    Missing values become empty cells, booleans true and false, floats their shortest form. The file appears whole
    or not at all.
    """
    write_text(as_csv(frame), path)


def as_csv(frame: pd.DataFrame) -> str:
    """A frame as the text of a file in the project's dialect."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(zip(*(_texts(frame[name]) for name in frame.columns), strict=True))
    return text.getvalue()


def write_text(text: str, path: Path) -> None:
    r"""Write UTF-8 text with `\n` endings; the file appears whole or not at all."""
    write_bytes(text.encode("utf-8"), path)


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file through a temporary neighbour, so that no half-written one is left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    temporary.replace(path)


def _texts(series: pd.Series) -> Iterable[str]:
    missing = series.isna()
    return ["" if blank else _text(value) for value, blank in zip(series.tolist(), missing.tolist(), strict=True)]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def path_of(data: Path, table: str, folder: str = LEDGER, ending: str = ".csv") -> Path:
    """Where a table of the ledger, or a series with `folder=SERIES`, lies below the data folder."""
    return data / folder / f"{table}{ending}"
