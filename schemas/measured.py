"""The derived tables that rest on the series: what maps showed, losses beside each other, rounding and delays.

`MEASURED` holds them in the order in which they are published. A ratio is always the first figure named over the
second, from the least to the most that both intervals allow; a blank bound is no bound.
"""

from schemas.columns import Column
from schemas.made import CLAIM, DerivedTable, count, day, flag, ids, number, own, ref, text, whole, word

_MAP_CHECK = (
    own("map_check_id", "The claim and the mapper."),
    ref("claim_id", "claims", "The claim."),
    word("mapper", "mapper", "Whose maps."),
    word("mapper_side", "side", "The mapper's side."),
    flag("is_own_map", "True where the mapper itself is the claimant."),
    *CLAIM,
    text("movement", "The movement as pages have it; several are separated by '; '."),
    word("gaining_side", "side", "The side that gains ground if it is so.", required=False),
    ids("place_ids", "places", "Every place that a page names."),
    word("located_by", "located_by", "How it was brought to a point."),
    ids("located_place_ids", "places", "The settlements whose points stand for it."),
    flag("is_pinned_down", "True where all pages name the same settlements and mean these, not ground around them."),
    word("days_from", "map_days_from", "Where the days are from.", required=False),
    day("first_day", "First day on which it can have happened."),
    day("last_day", "Last such day."),
    day("snapshot_before", "Day of the last sound map before the first day, within map_days_before."),
    day("snapshot_after", "Day of the first sound map on or after the last day, within map_days_after."),
    text("missing_days", "Days between the two of which there is no sound map, separated by spaces."),
    text("layer_changes", "Change of each layer in the whole box between the two maps, in km2, separated by '; '."),
    number(
        "for_gain_km2",
        "km2",
        "Greatest change of one ground in the whole box that speaks for the gaining side, no sum.",
    ),
    number("against_gain_km2", "km2", "Greatest such change that speaks for the other side."),
    whole("n_pairs", "", "Pairs of sound maps in a row within map_usual_days of the claim."),
    whole("n_pairs_for_gain", "", "Those of them in which the box changed in favour of the gaining side anyway."),
    number("radius_km", "km", "The radius around the points within which settlements are looked at."),
    whole("n_settlements", "", "Settlements within it that have a layer on these maps."),
    text(
        "settlements_changed",
        "Those whose layer changed from the map before to map_days_after after the last day: from, to, first day.",
    ),
    number("rectangle_km2", "km2", "Frontage times depth, as claimed: an upper bound of the ground gained."),
    word("verdict", "map_verdict", "How the maps stand to the claim."),
    word("rests_on", "map_rests_on", "What the verdict rests on.", required=False),
    word("reason", "map_reason", "Why it cannot be told, or what limits it.", required=False),
    text("says", "The same in sentences."),
)


def _increment(span: str) -> tuple[Column, ...]:
    of = f"of the running total over the {span}"
    return (
        whole("increment_low", "people", f"Least increment {of} that the transcriptions allow; killed and wounded."),
        whole("increment_high", "people", f"Greatest such increment {of}."),
        text("increment_note", "Days at which the total is blank or transcriptions disagree, and what was done."),
    )


def _against(span: str) -> tuple[Column, ...]:
    return (
        word("beside", "beside", "What the increment is set beside."),
        number("beside_low", "people", f"At least so many in the {span}."),
        number("beside_high", "people", f"At most so many in the {span}, by that list, estimate or average."),
        number("ratio_low", "", "Least increment over most of the other."),
        number("ratio_high", "", "Greatest increment over least of the other."),
        flag("omit_from_trend", "True where an anomaly tells to leave the days out of a trend."),
        text("anomalies", "Kinds of anomaly of either series on these days, separated by spaces."),
        text("not_like_for_like", "Why the two are not the same thing counted twice."),
    )


_WEEKLY = (
    own("week_id", "The week and what the increment is set beside."),
    Column("iso_week", "week", "ISO week.", required=True),
    day("first_day", "Monday."),
    day("last_day", "Sunday."),
    *_increment("week"),
    *_against("week"),
)
_MONTHLY = (
    own("month_id", "The month and what the increment is set beside."),
    Column("month", "date", "Month.", required=True),
    *_increment("month"),
    *_against("month"),
)
_WOUNDED = (
    own("pair_id", "The two claims."),
    ref("statement_id", "statements", "The statement that gives both."),
    ref("claimant_id", "actors", "Who said it."),
    word("claimant_side", "side", "The claimant's side.", required=False),
    ref("event_id", "events", "The event."),
    word("affected_side", "affected_side", "Whose people.", required=False),
    ref("affected_group_id", "actors", "Of which unit or group, where both say so."),
    word("accumulation", "accumulation", "How it adds up over time.", required=False),
    Column("window", "window", "When."),
    Column("window_start", "day", "First day of window; blank where it is open or not known."),
    Column("window_end", "day", "Last day of window; blank where it is open or not known."),
    ref("killed_claim_id", "claims", "The claim of the killed."),
    ref("wounded_claim_id", "claims", "The claim of the wounded."),
    text("killed", "The killed, as worded."),
    text("wounded", "The wounded, as worded."),
    text("killed_interval", "What the killed may be at least and at most."),
    text("wounded_interval", "What the wounded may be at least and at most."),
    number("wounded_per_killed_low", "", "Least wounded over most killed."),
    number("wounded_per_killed_high", "", "Most wounded over least killed."),
)
_ROUNDING = (
    own("rounding_id", "Whose figures, and which."),
    ref("claimant_id", "actors", "The claimant; blank for a series."),
    word("series", "series_name", "The series; blank for a claimant.", required=False),
    text("column", "The column of the series."),
    word("rounded_in", "rounded_in", "Which figures."),
    count("n", "Figures of ten or more."),
    number("share_0", "", "Share of them that end in 0; a tenth where nothing is rounded."),
    count("n_from_100", "Figures of 100 or more."),
    number("share_00", "", "Share of them that end in 00."),
    count("n_from_1000", "Figures of 1,000 or more."),
    number("share_000", "", "Share of them that end in 000."),
)
_DELAYS = (
    own("delay_id", "Which delay, of which pages."),
    word("delay", "delay", "From when to when."),
    word("by", "delay_by", "How the pages are grouped."),
    text("group", "The side or language; blank for all."),
    count("n", "Pages and days: a page counts once for one day of an event, or one statement."),
    count("n_left_out", "Pages and claims left out, because a day is not known, is no one day, or is worked out."),
    count("n_before", "Those of n in which the page is dated before the day."),
    number("days_least", "days", "Least delay."),
    number("days_q1", "days", "Lower quartile."),
    number("days_median", "days", "Median."),
    number("days_q3", "days", "Upper quartile."),
    number("days_most", "days", "Greatest delay."),
)
_NAMING = (
    own("naming_id", "The year of death and the list."),
    whole("year_of_death", "", "Year of death, by ISO weeks."),
    word("list", "beside", "The list."),
    day("list_on", "The end of the year of the list."),
    whole("years_later", "years", "Years from the end of the year of death to the list."),
    whole("n_named", "people", "Dead of that year on that list."),
    whole("n_named_now", "people", "Dead of that year on the present list."),
    number("share_of_named_now", "", "The former over the latter: at most the share of all dead, for the list grows."),
)

MEASURED = (
    DerivedTable(
        "map_check",
        "Map check",
        "One row is one claim about ground and one mapper: what the maps showed before and after. It never confirms.",
        _MAP_CHECK,
    ),
    DerivedTable(
        "losses_weekly",
        "Claimed losses beside named dead, by week",
        "One row is the increment of a claimed running total over a week, beside one list or estimate of the dead.",
        _WEEKLY,
    ),
    DerivedTable(
        "losses_monthly",
        "Claimed losses beside other figures, by month",
        "One row is the increment of a claimed running total over a month, beside one list or average.",
        _MONTHLY,
    ),
    DerivedTable(
        "killed_to_wounded",
        "Wounded per killed",
        "One row is one statement's figures of killed and wounded of one event, side and window, as an interval.",
        _WOUNDED,
    ),
    DerivedTable("rounding", "Rounding", "One row is one claimant or series: how many figures are round.", _ROUNDING),
    DerivedTable("delays", "Delays", "One row is one kind of delay for one group of pages.", _DELAYS),
    DerivedTable(
        "death_to_name",
        "From death to name",
        "One row is one year of death and one later list: how many of those now known by name it had.",
        _NAMING,
    ),
)
