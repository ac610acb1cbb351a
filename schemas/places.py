"""`places`: one row is one place."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.table import Table


class Places(Table):
    """Settlements, areas and features that claims name; joined on the id, never on the name."""

    place_id: Series[str] = c.own_id("Id of the place; homonyms carry a word that tells them apart.")
    name_en: Series[str] = c.text("Name in English.", required=True)
    name_uk: Series[str] = c.text("Name in Ukrainian.")
    name_ru: Series[str] = c.text("Name in Russian.")
    kind: Series[str] = c.word("place_kind", "What kind of place it is.")
    lat: Series[float] = c.number("Latitude in degrees north, WGS 84.", ge=-90, le=90)
    lon: Series[float] = c.number("Longitude in degrees east, WGS 84.", ge=-180, le=180)
    precision: Series[str] = c.word("precision", "What the coordinates stand for.")
    coordinates_from: Series[str] = c.word("coordinates_from", "Where the coordinates come from.", required=False)
    wikidata: Series[str] = c.text("Wikidata item.")
    katottg: Series[str] = c.text("Code in Ukraine's register of administrative units (KATOTTG).")
    parent_place_id: Series[str] = c.ref("places", "The place this one is a part or the surroundings of.")
    aliases: Series[str] = c.text("Other names and spellings, separated by '; '.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule(
        "lat",
        "lon",
        "precision",
        "coordinates_from",
        says="coordinates, their precision and their origin belong together",
        do="fill lat, lon and coordinates_from, or leave all three blank with precision none",
    )
    def coordinates_are_whole(cls, df: pd.DataFrame) -> Series[bool]:
        given = df["precision"] != "none"
        parts = [filled(df[name]) == given for name in ("lat", "lon", "coordinates_from")]
        return parts[0] & parts[1] & parts[2]

    @row_rule("wikidata", says="not a Wikidata item", do="write Q and digits, e.g. Q706857")
    def wikidata_is_item(cls, df: pd.DataFrame) -> Series[bool]:
        return df["wikidata"].fillna("Q1").str.fullmatch(r"Q\d+")

    @row_rule("katottg", says="not a KATOTTG code", do="write UA and 17 digits, or leave blank")
    def katottg_is_code(cls, df: pd.DataFrame) -> Series[bool]:
        return df["katottg"].fillna("UA" + "0" * 17).str.fullmatch(r"UA\d{17}")
