"""Every controlled word of the ledger with its definition; they print in the codebook.

A word is added here when rows ask for it, never in a cell alone.
"""

SIDE = {
    "UA": "Ukraine: its state, armed forces and those who speak for them.",
    "RU": "Russia: its state, armed forces, occupation authorities, and formations that fight for it.",
    "third_party": "Neither: another state, an international body, or an outlet or group elsewhere.",
    "unstated": "The source or the actor itself does not tell.",
}

AFFECTED_SIDE = {
    "UA": "People of Ukraine's side.",
    "RU": "People of Russia's side, Wagner and other formations included.",
    "third_party": "People of neither side, such as foreign civilians.",
    "both": "People of both sides counted together.",
    "unstated": "The source does not tell whose people.",
}

AFFECTED_KIND = {
    "military": "Soldiers, fighters and others under arms.",
    "civilian": "Civilians.",
    "mixed": "Soldiers and civilians counted together.",
    "unstated": "The source does not tell.",
}

CATEGORY = {
    "killed": "Dead, by the source's own word.",
    "wounded": "Wounded.",
    "captured": "Taken prisoner or surrendered.",
    "missing": "Missing.",
    "killed_and_wounded": "Killed and wounded as one figure.",
    "killed_or_captured": "Killed or captured as one figure.",
    "casualties_as_worded": "'Casualties': killed, wounded and perhaps missing or captured; the source does not say.",
    "losses_as_worded": "'Losses' (vtraty, poteri, Verluste): the dead or all casualties; the source does not say.",
}

TERM = CATEGORY | {
    "strength": "People engaged, sent, present or belonging to a group, not a loss.",
    "recruits": "People recruited or mobilised.",
    "ground_gained": "Ground gained, in the unit given.",
    "time": "A stretch of time, in the unit given.",
    "equipment": "Weapons or vehicles.",
    "artillery_fire": "Shells or strikes fired.",
}

UNIT = {
    "people": "People.",
    "km": "Kilometres.",
    "m": "Metres.",
    "km2": "Square kilometres.",
    "day": "Days.",
    "month": "Months.",
    "pieces": "Pieces of equipment, or shells.",
}

ACTOR_KIND = {
    "person": "A named individual who speaks for a body or for themselves.",
    "unit": "A military unit, brigade or smaller.",
    "formation": "An army group, operational command, corps or branch of service.",
    "armed_force": "The whole armed forces of a state or region.",
    "armed_group": "An armed organisation outside a state's regular forces.",
    "ministry": "A ministry or department of state.",
    "government": "A presidential office, cabinet, regional or occupation authority, or another body of state.",
    "state": "A state as a whole.",
    "intelligence_service": "An intelligence service.",
    "international_body": "An international organisation or one of its parts.",
    "monitor": "A body that maps, counts or analyses the war.",
    "news_outlet": "A newspaper, magazine or news site.",
    "news_agency": "A news agency whose reports others carry.",
    "broadcaster": "A television or radio broadcaster.",
    "channel": "A blog, Telegram or video channel of one author or of nobody named.",
    "platform": "A platform or archive on which others publish.",
    "unnamed": "People whom sources quote but do not name.",
    "people": "A category of people; only ever a group that is affected or moves.",
}

PLACE_KIND = {
    "settlement": "A city, town, village or suburb with a name of its own.",
    "part_of_settlement": "A district, block or street of a settlement.",
    "vicinity": "The surroundings of a settlement.",
    "flank": "A side of a front around a settlement.",
    "direction": "An operational direction or axis, as the General Staffs use the word.",
    "sector": "A stretch of the front or area of responsibility.",
    "district": "A raion or hromada.",
    "oblast": "An oblast or a comparable region.",
    "country": "A country.",
    "theatre": "The whole front, or the whole war.",
    "feature": "A reservoir, road, mine, height or other feature.",
}

PRECISION = {
    "point": "The coordinates are the settlement's or feature's own point.",
    "approximate": "The coordinates stand for an area.",
    "none": "No coordinates are given.",
}

COORDINATES_FROM = {
    "openstreetmap": "OpenStreetMap contributors (ODbL).",
    "wikidata": "Wikidata (CC0).",
    "geonames": "GeoNames (CC BY 4.0).",
}

PLACE_SCOPE = {
    "point": "A spot: a building, a height, a position.",
    "part_of_settlement": "A part of a settlement.",
    "settlement": "One settlement.",
    "vicinity": "The surroundings of a settlement.",
    "flank": "A flank of the front around a settlement.",
    "direction": "An operational direction or axis.",
    "sector": "A stretch of the front wider than a direction, or a group of forces' area.",
    "several_settlements": "Several settlements together.",
    "oblast": "An oblast or several.",
    "front_wide": "The whole front, for a day or a period.",
    "war_wide": "The whole war.",
    "unstated": "The source names no place.",
}

EVENT_KIND = {
    "incident": "One strike, fight or flight, of hours or a few days.",
    "settlement_status": "Who holds a settlement or a part of it.",
    "movement": "A movement of forces over days or weeks.",
    "daily_losses": "Losses of one day.",
    "running_losses": "Losses over a period or since a start: a battle, an offensive, the war.",
}

CHANNEL = {
    "telegram": "A post on Telegram.",
    "facebook": "A post on Facebook.",
    "social_other": "A post on another social network.",
    "briefing": "A briefing or press conference.",
    "interview": "An interview or remarks to an outlet.",
    "television": "Remarks on air, including the joint telethon.",
    "press_release": "A written announcement on an official site.",
    "speech": "A speech or address.",
    "report": "A published report, bulletin or dataset.",
    "leak": "Documents published against the author's will.",
    "unknown": "Sources do not tell, or differ.",
}

BASIS = {
    "own_observation": "What the claimant says it saw or did itself.",
    "imagery_geolocated": "Pictures or video with the place worked out.",
    "intercept": "Intercepted communication.",
    "document": "Documents.",
    "named_individuals": "A count of people known by name: a floor.",
    "statistical_estimate": "An estimate by a stated statistical method.",
    "unstated": "The claimant gives no basis.",
}

DATE_BASIS = {
    "page": "The page states it.",
    "url": "The address contains it.",
    "crawl": "Only the day on which the page was stored is known: the page is no younger than that.",
    "unknown": "Not known.",
}

STATED_ON_BASIS = {
    "page": "A source states the day.",
    "publication": "Taken from the day of the earliest publication.",
    "label": "Taken over from the gathering notes; not yet checked against a page.",
    "unknown": "Not known.",
}

MEDIUM = {
    "news_report": "A news report.",
    "official_statement": "A statement on the claimant's own site.",
    "social_post": "A post on a social network or forum.",
    "broadcast": "A broadcast or its recording.",
    "briefing": "The transcript or record of a briefing.",
    "leak": "A leaked document.",
    "dataset": "A dataset.",
    "analysis": "An analysis or assessment.",
    "reference_work": "An encyclopaedia article.",
}

READ = {
    "full": "The whole page was read.",
    "partial": "Only a part of the page was read: what it leaves out is not known.",
}

ORIGIN = {
    "own": "The publisher's own reporting, or the claimant's own publication.",
    "wire": "A news agency's report.",
    "republished": "Taken over from another publisher.",
    "machine_translated": "A machine translation of another page.",
    "spun": "Reworded by machine or for search engines.",
    "unknown": "Not known.",
}

MEASURE = {
    "ground_status": "Who holds a place, or whether a movement took place.",
    "frontage_and_depth": "One movement with its width or depth or both.",
    "distance": "How far a force moved or a line lies from somewhere.",
    "area": "An area.",
    "share_of_place": "A share of a place held or taken.",
    "people": "A number of people.",
    "ratio": "A ratio between two numbers.",
    "share": "A share of a number.",
}

MOVEMENT = {
    "advance": "Forces move forward.",
    "withdrawal": "Forces leave ground.",
    "regrouping": "Forces are said to move to other positions; the claimant does not call it a withdrawal.",
    "capture": "A place passes into the hands of the side that moves.",
    "hold": "The side that holds a place keeps it.",
    "attack_repelled": "An attack fails; the side that moves is the attacker.",
    "no_progress": "The side that moves gains nothing.",
    "foothold": "The side that moves has entered a place and consolidates there.",
    "contested": "The place is fought over; neither side holds it.",
}

EXTENT = {
    "whole": "The whole place.",
    "some_sections": "Some sections or positions.",
    "across_sections": "A spread between places along a front, not uncertainty about one.",
    "unstated": "Not stated.",
}

GROUND_ACCUMULATION = {
    "single_action": "One action.",
    "period": "Over a period.",
    "running_total": "Since a start, up to a day.",
    "unstated": "Not stated.",
}

ACCUMULATION = {
    "incident": "In one incident.",
    "day": "In one day.",
    "rate_per_day": "A rate per day.",
    "rate_per_week": "A rate per week.",
    "rate_per_month": "A rate per month.",
    "period": "Over a period.",
    "running_total": "Since a start, up to a day.",
    "unstated": "Not stated.",
}

WINDOW_BASIS = {
    "stated": "The source states it.",
    "from_statement": "Worked out from the day of the statement ('yesterday').",
    "from_publication": "Worked out from the day of publication.",
    "unknown": "Not known; the window is blank or rests on the gathering notes alone.",
}

MODALITY = {
    "asserted": "Said as a fact.",
    "likely": "Said to be likely, probable or an estimate.",
    "conditional": "Said under a condition ('if it turns out').",
    "projected": "Said of the future, or as a plan.",
    "preliminary": "Said to be preliminary or still being established.",
}

WORDING = {
    "quotation": "In words quoted from the claimant.",
    "headline": "In the headline.",
    "lede": "In the lede.",
    "body": "In the body, in the outlet's words.",
    "unknown": "The page has not been read again for this row.",
}

ARITHMETIC = {
    "claimant": "The figure is the claimant's own.",
    "source": "The outlet worked the figure out, by a sum, a difference or a conversion.",
}

ENTRY_STATUS = {
    "imported": "Taken from the gathering notes; not yet read again against the page.",
    "reviewed": "Read again against the page.",
    "double_entered": "Entered twice independently and compared.",
}

STATUS = {
    "active": "Stands.",
    "superseded": "Replaced by another row; see corrections.",
    "withdrawn": "Withdrawn by us; see corrections.",
}

RELATION = {
    "denies": "Says that the other is untrue.",
    "disputes": "Says otherwise on the same matter.",
    "confirms": "Says that the other is true.",
    "corrects": "Corrects an earlier statement of the same claimant or body.",
    "retracts": "Takes an earlier statement of the same claimant or body back.",
    "supersedes": "Replaces an earlier statement of the same claimant or body.",
    "repeats": "Says again what the same claimant said before.",
}

SAID_BY = {
    "claimant": "The claimant makes the link.",
    "source": "A source makes the link.",
    "editor": "We make the link.",
}

REASON = {
    "transcription_error": "We typed the source wrongly.",
    "wrong_category": "We set a wrong category, measure or side.",
    "wrong_window": "We set a wrong window of time.",
    "wrong_claim": "We attached the row to a wrong claim, statement or event.",
    "source_reread": "Reading the page again showed what it prints.",
    "completed": "A blank was filled; nothing else was said before.",
    "reworded": "Our own words were made clearer; what they say is the same.",
    "duplicate": "The row said what another row says.",
    "out_of_scope": "The row does not belong to the ledger.",
}

QUALIFIER = {
    "exact": "The figure as it stands; it may only mean that no hedge was printed.",
    "about": "About, around, some: no bounds are implied.",
    "nearly": "Nearly, almost, approaching: below the figure.",
    "more_than": "More than, over: above the figure.",
    "at_least": "At least, no fewer than.",
    "up_to": "Up to, as many as, at most.",
    "less_than": "Less than, fewer than.",
    "between": "From one figure to another.",
    "either": "One figure or another.",
    "several": "Several.",
    "dozens": "Dozens.",
    "several_dozen": "Several dozen.",
    "three_digit": "A number of three digits.",
    "hundreds": "Hundreds.",
    "several_hundred": "Several hundred.",
    "thousands": "Thousands.",
    "several_thousand": "Several thousand.",
    "tens_of_thousands": "Tens of thousands.",
}

COVERED_SIDE = {"UA": "Claimants of Ukraine's side.", "RU": "Claimants of Russia's side."}

REFERENCE_BASIS = {
    "own_publication": "The claimant's own publication prints it.",
    "series": "The day of a series that the claim repeats.",
    "quotation": "All direct quotations that state it agree; copies and translations by machine have no vote.",
    "none": "Nothing settles it; every printed value stands beside it with its count.",
}

DRIFT_KIND = {
    "number_changed": "Another figure.",
    "qualifier_dropped": "The figure without its 'more than', 'about', 'up to'.",
    "qualifier_added": "The figure with a hedge or bound that the reference does not have.",
    "qualifier_changed": "The figure with another hedge or bound.",
    "category_changed": "Another category of people, such as killed for killed and wounded; or another ratio's term.",
    "side_changed": "Another side's people or forces.",
    "window_changed": "Another time, or another way of adding up over time, such as a period's for a day's.",
    "place_changed": "Another place, or another part of it; a wider or narrower name of one place is no change.",
    "group_changed": "Another unit or group; a unit and the body it belongs to are no change.",
    "increment_changed": "'Another' or 'a further' was dropped or added.",
    "modality_changed": "Said more or less firmly.",
    "movement_changed": "Another movement, such as a capture for an advance.",
    "claimant_changed": "Put into the mouth of somebody else; a body and those who speak for it are no change.",
    "claimant_dropped": "No claimant is named.",
    "figure_computed": "The figure is the outlet's own sum, difference or conversion.",
    "omitted": "Left out by a page that was read in full.",
    "not_known": "Not found on a page of which only a part was read.",
    "sources_differ": "Pages differ and no reference tells which of them changed it.",
}

DRIFT_AGAINST = REFERENCE_BASIS | {
    "statement": "Who made the statement, as the ledger has it.",
    "own_quotation": "The same page's own quotation.",
}
DRIFT_AGAINST["none"] = "No reference; the values of pages are set side by side."

CONTRADICTION_KIND = {
    "figures": "Two claimants' figures for the same thing exclude each other.",
    "ground": "Two claimants' statuses of one place exclude each other.",
    "denies": "The first statement says that the other is untrue.",
    "disputes": "The first statement says otherwise on the same matter.",
    "revision": "The same claimant gave another figure or status later, or took the earlier back.",
    "not_comparable": "The two look alike and differ in one key: no contradiction.",
}

SERIES_NAME = {
    "general_staff_losses": "Ukraine's General Staff: Russian personnel losses (killed and wounded), total by day.",
    "named_dead": "Mediazona, BBC News Russian and Meduza: Russian dead known by name, by week of death.",
    "outside_estimates": "Dated estimates of the dead and of casualties, by third parties and by the parties.",
    "uk_mod_monthly": "UK Ministry of Defence: average daily Russian casualties, by month.",
    "control_area": "Area by mapper, day and layer in a box around Bakhmut.",
    "settlement_control": "Spells of one layer at the point of a settlement, by mapper.",
    "anomalies": "Known jumps, gaps and faults of the other series.",
}

TRANSCRIBED_WORDING = {
    "about": "The transcription has 'about'.",
    "more": "The transcription has 'more than'.",
}

MAPPER = {
    "deepstate": "DeepState: Ukrainian, works with the military; independent of a brigade's claim, not neutral.",
    "isw": "Institute for the Study of War, Washington: its daily assessment, from published sources of both sides.",
    "liveuamap": "Liveuamap, as archived by the Neue Zürcher Zeitung: coarse, and often the map of an earlier day.",
}

LAYER = {
    "occupied": "DeepState: occupied by Russia.",
    "liberated": "DeepState: retaken by Ukraine after an occupation.",
    "unknown": "DeepState: the grey zone; not known who holds it.",
    "occupied_and_unknown": "DeepState: the layers occupied and unknown overlap there.",
    "ru_control": "ISW: assessed as controlled by Russia.",
    "ru_advance": "ISW: assessed Russian advance; until 2023-05-19 with the ground that is only claimed.",
    "ru_claimed": "ISW: claimed as Russian controlled; a layer of its own since 2023-05-20.",
    "ua_counteroffensive_claimed": "ISW: claimed Ukrainian counteroffensive.",
    "nochange": "Liveuamap: held by Russia, as before.",
    "gains": "Liveuamap: newly held by Russia.",
    "losses": "Liveuamap: newly lost by Russia.",
    "none": "In none of the mapper's layers; for DeepState that is ground held by Ukraine throughout.",
}

# Which layers a mapper has; the same word never means the ground of two mappers, but for "none".
LAYERS_OF = {
    "deepstate": ("occupied", "liberated", "unknown", "occupied_and_unknown", "none"),
    "isw": ("ru_control", "ru_advance", "ru_claimed", "ua_counteroffensive_claimed", "none"),
    "liveuamap": ("nochange", "gains", "losses", "none"),
}

# For whose gain a layer speaks: where it grows, and where it shrinks; blank where it speaks for nobody. Layers with the
# same two are one ground, so that a village that passes from one to the other is no change. Newly lost ground leaves
# its layer when it is no longer new, retaken ground when it is no longer marked: that they shrink tells nothing. Layers
# of claimed ground repeat claims, and the grey zone grows at either side's cost.
LAYER_SPEAKS = {
    "occupied": ("RU", "UA"),
    "occupied_and_unknown": ("", ""),
    "liberated": ("UA", ""),
    "unknown": ("", ""),
    "ru_control": ("RU", "UA"),
    "ru_advance": ("RU", "UA"),
    "ru_claimed": ("", ""),
    "ua_counteroffensive_claimed": ("", ""),
    "nochange": ("RU", "UA"),
    "gains": ("RU", "UA"),
    "losses": ("UA", ""),
    "none": ("", ""),
}

# The side on which a mapper stands; where the ledger has it as an actor, that actor's side.
MAPPER_SIDE = {"deepstate": "UA", "isw": "third_party", "liveuamap": "unstated"}

MAP_VERDICT = {
    "consistent": "The map changed in favour of the side that is said to have gained ground. It confirms nothing.",
    "no_change_seen": "The map did not change in favour of either side.",
    "contrary_change": "The map changed in favour of the other side only.",
    "not_assessable": "The maps cannot tell; the reason stands beside it.",
}

MAP_REASON = {
    "no_gain_claimed": "The claim says that ground was held or fought over: no change of the map is to be expected.",
    "unsettled": "Pages differ on the movement or on who moves.",
    "not_asserted": "Said of the future or under a condition.",
    "no_place": "No page names a place that has a point, or lies in one that has.",
    "no_days": "Neither the claim nor its statement has a day.",
    "outside_maps": "The place lies outside the box in which areas were measured, and has no point on this map.",
    "no_snapshot": "No sound map is near enough before the first day, or after the last.",
    "layers_redrawn": "The mapper drew or named its layers anew between the two maps.",
    "already_shown": "The map before shows the place in the hands of the side that is said to have gained it.",
    "in_part": "The points of some of the places changed so, those of others did not.",
}

MAP_RESTS_ON = {
    "points": "The layer at the points of the settlements named.",
    "box": "The area of layers in the whole box: it does not tell where in it they changed.",
}

LOCATED_BY = {
    "own_point": "Every place that pages name has a point of its own.",
    "parents_point": "A place is an area; the point is that of the settlement it lies in or around.",
    "none": "No place has a point.",
}

MAP_DAYS_FROM = {
    "window": "The claim's own window.",
    "statement": "The claim states no window: the day of the statement stands for it.",
}

BESIDE = {
    "named_end_2022": "People known by name at the end of 2022.",
    "named_end_2023": "People known by name at the end of 2023.",
    "named_end_2024": "People known by name at the end of 2024.",
    "named_end_2025": "People known by name at the end of 2025.",
    "named_now": "People known by name in the present list.",
    "probate": "The probate-based estimate.",
    "daily_average": "The body's average casualties a day.",
}

_CLAIMED = "The increment counts killed and wounded, as one party claims them of the other, by day of report"
_OF_NAMES = f"{_CLAIMED}; the list counts only dead known by name, by week of death: a floor that still grows."
NOT_LIKE_FOR_LIKE = dict.fromkeys(BESIDE, _OF_NAMES) | {
    "probate": f"{_CLAIMED}; the estimate is of deaths alone, by week of death, from an earlier state of the "
    "registers, and lies below the names in many weeks.",
    "daily_average": "Both count killed and wounded, but the body leans on the other's figures: that they are close "
    "supports neither. Its average is rounded to whole people, and its month may begin and end a day apart.",
}

ROUNDED_IN = {
    "claims": "The figures of a claimant's claims about people, one a claim; where pages differ, none.",
    "daily_increments": "The increments of a series from one day to the next.",
    "figures": "The figures of a series as they stand.",
}

DELAY = {
    "event_to_publication": "From the day of the event to the day on which the page was published.",
    "statement_to_publication": "From the day of the statement to the day on which the page was published.",
}

DELAY_BY = {
    "all": "All pages.",
    "publisher_side": "Pages of publishers of one side.",
    "language": "Pages in one language.",
}

ANOMALY_KIND = {
    "transcriptions_disagree": "Transcriptions of one publication have different figures for the day.",
    "single_transcription": "Only one transcription has the day.",
    "stale_figure": "The figure of an earlier day stands again.",
    "revision": "The publisher lowered an earlier total.",
    "incomplete_weeks": "The newest part of a list that is still being filled.",
    "names_added_at_once": "Many names came to the list within days.",
    "later_than_list": "A list holds deaths later than itself: they were dated anew afterwards.",
    "bounds_swapped": "The bounds of an interval stood the wrong way round.",
    "estimate_below_names": "An estimate lies below what is known by name.",
    "not_independent": "The figure follows another publisher's.",
    "computed_by_relay": "The relay worked the figure out; the body did not state it.",
    "repeats_series": "The figure stands in another series already.",
    "date_corrected": "The day was wrong where we took it from, and is corrected.",
    "date_doubtful": "The day is doubtful, and left as it was.",
    "address_doubtful": "The address is doubtful, and left out.",
    "no_snapshot": "The archive holds no map of the day.",
    "older_map_shown": "The archive shows the map of an earlier day.",
    "defective_map": "The map of the day is defective.",
    "layers_redrawn": "Ground moved between layers because they were drawn or named anew.",
    "point_flips_early": "The point of a settlement changes layer on another day than the settlement.",
}

LICENCE = {
    "MIT": "MIT licence.",
    "CC-BY-4.0": "Creative Commons Attribution 4.0.",
    "ODbL-1.0": "Open Data Commons Open Database License 1.0.",
    "terms": "The publisher's terms do not allow the data to be passed on; only facts derived from it are.",
    "unlicensed": "No licence is given; used for comparison, values not passed on.",
}
