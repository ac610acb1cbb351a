"""How a problem is told: for people, for programs, and as annotations on a pull request."""

import json
from dataclasses import asdict, dataclass

from schemas.fault import Fault

FORMATS = ("text", "json", "github")


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one file; `column` is empty where the whole row or file is meant."""

    file: str
    line: int
    column: str
    says: str
    value: str
    do: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.column}: " if self.column else "")
        return f"{where}{self.says}: {_shown(self.value)}: {self.do}"


def problem_of(fault: Fault, file: str) -> Problem:
    """The fault of a table as a problem of the file it came from."""
    return Problem(file, fault.line, fault.column, fault.says, fault.value, fault.do)


def render(problems: list[Problem], form: str) -> str:
    """All problems as `text` (one a line), `json` (one array) or `github` (workflow commands)."""
    if form == "json":
        return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)
    return "\n".join(_github(problem) if form == "github" else str(problem) for problem in problems)


def _shown(value: str) -> str:
    flat = value.replace("\n", "\\n")
    return f"'{flat[:117]}...'" if len(flat) > 120 else f"'{flat}'"


def _github(problem: Problem) -> str:
    title = _escaped(problem.column or "row", ",:")
    message = _escaped(f"{problem.says}: {_shown(problem.value)}: {problem.do}", "")
    return f"::error file={_escaped(problem.file, ',:')},line={problem.line},title={title}::{message}"


def _escaped(text: str, also: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (",", "%2C"), (":", "%3A")):
        if char in "%\r\n" or char in also:
            text = text.replace(char, code)
    return text
