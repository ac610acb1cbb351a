"""A fault: one thing that is wrong, where it stands, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """`line` is the line of the file on which the row begins (the header is line 1); `column` may be empty."""

    table: str
    line: int
    column: str
    says: str
    value: str
    do: str
