"""`actors`: one row is one claimant, unit, state, publisher or group of people."""

import pandas as pd
from pandera.typing import Series

from schemas import columns as c
from schemas.rules import row_rule
from schemas.table import Table


class Actors(Table):
    """Who claims, who carries, who fights and who is affected."""

    actor_id: Series[str] = c.own_id("Id of the actor.")
    name: Series[str] = c.text("Name in English.", required=True)
    kind: Series[str] = c.word("actor_kind", "What kind of actor it is.")
    side: Series[str] = c.word("side", "Side of the actor; an outlet is a party only where a party runs it.")
    country: Series[str] = c.text("Country, ISO 3166-1 alpha-2.")
    post: Series[str] = c.text("Office a person held in the period covered.")
    parent_actor_id: Series[str] = c.ref("actors", "The body a person speaks for, or the formation a unit belongs to.")
    control_group: Series[str] = c.text("One word for all actors under one control; blank where it is not known.")
    aliases: Series[str] = c.text("Other names and spellings met in sources, separated by '; '.")
    note: Series[str] = c.text("What the columns cannot hold.")

    @row_rule(
        "country", says="not a country code", do="write the two capital letters of ISO 3166-1, e.g. UA, or leave blank"
    )
    def country_is_code(cls, df: pd.DataFrame) -> Series[bool]:
        return df["country"].fillna("UA").str.fullmatch(r"[A-Z]{2}")

    @row_rule("post", "kind", says="only people hold a post", do="leave it blank, or set kind to person or unnamed")
    def post_is_held_by_people(cls, df: pd.DataFrame) -> Series[bool]:
        return df["post"].isna() | df["kind"].isin(["person", "unnamed"])
