"""The contract: what a cell, a row, a table and the whole ledger may be.

Nothing in this package reads or writes a file, and nothing in it names a side, a place or a claimant.
`MODELS` maps the name of each ledger table to its pandera model, in the order in which people fill them in; `SERIES`
does so for each series, `TABLES` for both.
"""

from schemas.actors import Actors
from schemas.advances import Advances
from schemas.casualties import Casualties
from schemas.claims import Claims
from schemas.corrections import Corrections
from schemas.coverage import Coverage
from schemas.events import Events
from schemas.places import Places
from schemas.proportions import Proportions
from schemas.relations import Relations
from schemas.series import SERIES
from schemas.sources import Sources
from schemas.statements import Statements

MODELS = {
    "sources": Sources,
    "actors": Actors,
    "places": Places,
    "events": Events,
    "statements": Statements,
    "claims": Claims,
    "advances": Advances,
    "casualties": Casualties,
    "proportions": Proportions,
    "relations": Relations,
    "corrections": Corrections,
    "coverage": Coverage,
}

TABLES = MODELS | SERIES

REPORT_TABLES = ("advances", "casualties", "proportions")
