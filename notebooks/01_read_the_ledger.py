# %% [markdown]
# # Read the ledger
#
# What is in the published tables, how a claim differs from a report, and how to follow one number to its sources.
#
# **Inputs** `data/published/*.csv`, described in `data/published/CODEBOOK.md` · **Outputs** none; this page only reads.
#
# Three sentences settle most questions. A claim is not a fact: the ledger records that it was made. A source is not a
# claimant: outlets carry, claimants claim. A blank means *not stated*: it is never zero and never a midpoint.

# %%
import pandas as pd

from analysis import published

pd.set_option("display.max_colwidth", 60)
advances = published.load("reported_advances")
casualties = published.load("reported_casualties")
proportions = published.load("reported_proportions")
reports = {"advances": advances, "casualties": casualties, "proportions": proportions}

# %% [markdown]
# ## What a row is
#
# One row of a `reported_…` table is one claim **as one source reports it**. The same claim carried by twenty outlets
# is twenty rows, one claim, one statement. That is why nothing may be summed over rows.

# %%
pd.DataFrame(
    {
        "reported rows": {name: len(frame) for name, frame in reports.items()},
        "claims": {name: frame["claim_id"].nunique() for name, frame in reports.items()},
        "statements": {name: frame["statement_id"].nunique() for name, frame in reports.items()},
        "sources": {name: frame["source_id"].nunique() for name, frame in reports.items()},
    }
)

# %% [markdown]
# ## Who claims, and who carries
#
# `stated_by_side` is the side of the claimant, never of the outlet. Statements whose claimant no source names are
# counted as *not named*.

# %%
rows = pd.concat(reports.values(), keys=reports.keys(), names=["table", "row"]).reset_index("table")
side = rows["stated_by_side"].fillna("not named")
pd.crosstab(side, rows["table"]).rename_axis(index="side of the claimant", columns=None)

# %% [markdown]
# ## How figures are worded
#
# A quantity keeps the words of its source. `count` holds them in one cell, `count_low` and `count_high` hold the bounds
# that they imply, and `count_qualifier` names the wording. *About* implies no bounds; *more than 40 people* is at least
# 41. A missing bound is left missing.

# %%
worded = casualties["count_qualifier"].fillna("no figure").value_counts()
examples = casualties.dropna(subset="count").groupby("count_qualifier")["count"].first()
pd.DataFrame({"rows": worded, "for example": examples}).sort_values("rows", ascending=False).fillna("")

# %% [markdown]
# ## One statement, followed to its sources
#
# The ledger began with one statement, the first row of `statements.csv`. These are its claims about people, as each
# source prints them. `arithmetic` would say if an outlet had worked a figure out itself; `entry_status` says whether
# the page has been read again for this row.

# %%
first = published.load("statements").iloc[0]
first[["statement_id", "claimant_name", "stated_on", "channel", "summary"]].to_frame("the first statement")

# %%
of_first = casualties[casualties["statement_id"] == first["statement_id"]]
columns = ["claim_id", "publisher_name", "category", "count", "window", "entry_status"]
of_first[columns].fillna("not stated").sort_values(columns[:2]).reset_index(drop=True)

# %% [markdown]
# And the ground it says was gained. `is_further` is true where the source says *another* or *a further*.

# %%
ground = advances[advances["statement_id"] == first["statement_id"]].dropna(subset="depth_m")
columns = ["publisher_name", "frontage_m", "depth_m", "is_further", "place_names", "published_on", "source_id"]
ground[columns].astype("str").fillna("not stated").reset_index(drop=True)

# %% [markdown]
# ## What is not known
#
# Share of blank cells in the columns that readers ask for first. A blank is an answer: the source, or our reading of
# it so far, does not say.

# %%
asked = ["stated_on", "published_on", "window", "place_ids", "claimant_id", "via_actor_id"]
blank = rows.groupby("table")[asked].agg(lambda column: column.isna().mean())
(blank * 100).round(1).rename_axis("per cent blank")

# %% [markdown]
# ## How far rows have been checked
#
# `imported` rows come from gathering notes and have not been read again against their page: use them to find claims,
# not to prove what a page prints.

# %%
pd.crosstab(rows["entry_status"], rows["table"]).rename_axis(columns=None)
