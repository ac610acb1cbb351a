"""Figures, days and lists in words, as titles, labels, notes and alternative texts print them."""

from collections.abc import Iterable

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_BEFORE = {
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "at_least": "at least ",
    "up_to": "up to ",
    "less_than": "less than ",
}
_BETWEEN = {"either": " or "}


def number(value: float) -> str:
    """A figure with thousands separated: 1730 -> "1,730", 0.045 -> "0.045"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def quantity(qualifier: str, stated: tuple[float, ...]) -> str:
    """A quantity as it is worded: ("more_than", (40,)) -> "more than 40", ("several_dozen", ()) -> "several dozen"."""
    if not stated:
        return qualifier.replace("_", " ")
    return _BEFORE.get(qualifier, "") + _BETWEEN.get(qualifier, " to ").join(map(number, stated))


def distance(metres: float) -> str:
    """Metres below a kilometre, kilometres from there on: 700 -> "700 m", 2600 -> "2.6 km"."""
    return f"{number(metres)} m" if metres < 1000 else f"{number(metres / 1000)} km"


def day(edtf: str) -> str:
    """An EDTF date of a day, month or year: "2023-05-21" -> "21 May 2023", "2023-05" -> "May 2023"."""
    year, *rest = edtf.rstrip("~?%").split("-")
    words = [year] + [MONTHS[int(part) - 1] if place == 0 else str(int(part)) for place, part in enumerate(rest)]
    return " ".join(reversed(words))


def short_day(edtf: str) -> str:
    """The same for a narrow column: "2023-05-21" -> "21 May 23", "2023-05" -> "May 23"."""
    *before, month, year = day(edtf).split(" ") if "-" in edtf else ["", edtf]
    return " ".join([*before, month[:3], year[2:]]).strip()


def month(edtf: str) -> str:
    """The month of an EDTF date: "2023-05-21" -> "May 2023"."""
    return day(edtf[:7])


def listed(words: Iterable[str], last: str = "and") -> str:
    """A list in a sentence: "a", "a and b", "a, b and c"."""
    *rest, final = words
    return f"{', '.join(rest)} {last} {final}" if rest else final


def counted(n: int, one: str, many: str = "") -> str:
    """A number with its noun: (1, "source") -> "1 source", (1490, "row") -> "1,490 rows"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """The same with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
