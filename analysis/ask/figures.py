"""A reported row, or a claim's reference values, in the words of a note and in the notation of the tables."""

from analysis.charts import wording
from analysis.report import words
from analysis.report.rows import Row

# What is measured, and how it reads behind the figure.
_SIZES = {
    "frontage_m": ("m", "wide"),
    "depth_m": ("m", "deep"),
    "area_km2": ("km2", "in area"),
    "distance_m": ("m", "in distance"),
    "share_pct": ("%", "of the place"),
}
UNITS = {field: unit for field, (unit, _) in _SIZES.items()} | {"count": "people", "ratio": ""}
# "an attack by Russia's side, repelled": who moves stands in the brackets.
MOVES = {
    "advance": "an advance by {}",
    "withdrawal": "a withdrawal by {}",
    "regrouping": "a regrouping by {}",
    "capture": "a capture by {}",
    "hold": "ground held by {}",
    "attack_repelled": "an attack by {}, repelled",
    "no_progress": "no progress by {}",
    "foothold": "a foothold of {}",
    "contested": "ground still fought over, {} moving",
}
CATEGORIES = {"casualties_as_worded": "casualties", "losses_as_worded": "losses"}


def plain(text: str) -> str:
    """The same with ordinary spaces, so that lines can be broken and searched."""
    return text.replace(words.NBSP, " ")


def side(word: str | None, group: str | None = None) -> str:
    """A side, with the unit or group that is meant."""
    name = "a side that is not stated" if word in (None, "unstated") else words.term(word)
    return f"{name} ({group})" if group else name


def movement(word: str, mover: str | None, group: str | None = None) -> str:
    """A movement: ("capture", "UA") -> "a capture by Ukraine’s side"."""
    return MOVES[word].format(side(mover, group))


def status(word: str, mover: str | None = None, extent: str | None = None) -> str:
    """A status of ground as contradictions write it: ("capture", "RU", "whole")."""
    said_of = movement(word, mover)
    return f"{said_of} ({words.term(extent)})" if extent else said_of


def quantity(row: Row, field: str) -> str | None:
    """A quantity in words; None where it is blank."""
    qualifier, stated = row[f"{field}_qualifier"], row[f"{field}_stated"]
    return plain(words.quantity(qualifier, stated, UNITS[field])) if qualifier else None


def said(row: Row) -> str | None:
    """What a row says, in words; of a claim, its reference values, and None if nothing settles them."""
    if "count" in row:
        return _people(row)
    return _ratio(row) if "ratio" in row else _ground(row)


def notation(row: Row) -> str:
    """The same as the cells of the table have it: "frontage_m 1730; depth_m 700"."""
    fields = [field for field in UNITS if row.get(field) is not None]
    return "; ".join(f"{field} {row[field]}" for field in fields) or str(row.get("movement") or "")


def _people(row: Row) -> str | None:
    number = quantity(row, "count")
    if number is None and row["category"] is None:
        return None
    category = row["category"] or "people"
    who = f"{'a further ' if row['is_further'] else ''}{number or 'an unstated number'} "
    kind = " (civilians)" if row["affected_kind"] == "civilian" else ""
    people = side(row["affected_side"], row.get("affected_group_name"))
    return who + CATEGORIES.get(category, words.term(category)) + f" on {people}{kind}"


def _ground(row: Row) -> str | None:
    if row["movement"] is None:
        return None
    sizes = [f"{quantity(row, field)} {label}" for field, (_, label) in _SIZES.items() if quantity(row, field)]
    moves = movement(row["movement"], row["moving_side"], row.get("group_name"))
    if row["is_further"]:
        article, _, rest = moves.partition(" ")
        moves = f"a further {rest}" if article in ("a", "an") else f"further {moves}"
    return f"{moves}, {wording.listed(sizes)}" if sizes else moves


def _ratio(row: Row) -> str | None:
    if row["ratio"] is None:
        return None
    return f"a ratio of {quantity(row, 'ratio')}: {_term(row, 'numerator')} to {_term(row, 'denominator')}"


def _term(row: Row, part: str) -> str:
    category, unit = row[f"{part}_category"], row[f"{part}_unit"]
    what = CATEGORIES.get(category, words.term(category)) if category else "people or things not agreed on"
    in_unit = f" in {unit}" if unit not in (None, "people") else ""
    return f"{what}{in_unit} on {side(row[f'{part}_side'], row.get(f'{part}_group_name'))}"
