"""How the day of a series is read by claims that repeat it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Repeated:
    """`figure` and `wording` are columns of the series; `category` is what its publisher calls it, in the
    ledger's vocabulary.

    `affected_side` is whose losses it counts. `signs` turns a word of the wording into the sign of the notation.
    """

    figure: str
    wording: str
    category: str
    affected_side: str
    signs: dict[str, str] = field(default_factory=lambda: {"about": "~", "more": ">"})
