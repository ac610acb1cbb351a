"""`sources`: one row is one document that can be cited."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import filled, row_rule
from schemas.table import Table


class Sources(Table):
    """Documents that carry claims; a page that was edited later is another row."""

    source_id: Series[str] = c.own_id("Id of the source: publisher and date.")
    publisher_id: Series[str] = c.ref("actors", "Who published the document.", required=True)
    title: Series[str] = c.text("Title as the document prints it; blank where not known.")
    url: Series[str] = c.url("Address of the document.", required=True)
    archive_url: Series[str] = c.url("Address of an archived copy, where one is known.")
    published_on: Series[str] = c.edtf_date("Day (or month) of publication.")
    published_on_basis: Series[str] = c.word("date_basis", "How the day of publication is known.")
    language: Series[str] = c.text("Language of the document, ISO 639-1.", required=True)
    medium: Series[str] = c.word("medium", "What kind of document it is.")
    read: Series[str] = c.word("read", "How much of it was read.")
    origin: Series[str] = c.word("origin", "Whose reporting the document is.")
    origin_actor_id: Series[str] = c.ref("actors", "The agency or publisher it was taken from.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule(
        "published_on_basis",
        "published_on",
        says="a date of publication and 'unknown' exclude each other",
        do="give the date and how it is known, or leave the date blank and write unknown",
    )
    def date_has_basis(cls, df: pd.DataFrame) -> Series[bool]:
        return filled(df["published_on"]) == (df["published_on_basis"] != "unknown")

    @row_rule(
        "language",
        says="not a language code",
        do="write the two lower-case letters of ISO 639-1, e.g. uk, en, ru",
    )
    def language_is_code(cls, df: pd.DataFrame) -> Series[bool]:
        return df["language"].fillna("en").str.fullmatch(r"[a-z]{2}")
