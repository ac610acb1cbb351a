"""The dataset described once; the data package, Croissant, the report and the citation all take it from here."""

from dataclasses import dataclass

NAME = "frontline-claims"
TITLE = "Frontline Claims"
DESCRIPTION = (
    "Who claimed what at the front in Russia's war on Ukraine: advances and casualties as reported, with claimants, "
    "sources and the words they used. A claim is not a fact; a blank means not stated."
)
KEYWORDS = ("Russia's war on Ukraine", "claims", "casualties", "front line", "Bakhmut", "source attribution")
CREATOR = "Frontline Claims contributors"
GROUND = "The front in Ukraine, above all Bakhmut and its flanks"
LEDGER_SOURCES = "The pages that the ledger cites, one a row of sources.csv, each with its address"
METHOD = (
    "Public pages are read, and each claim is recorded as each page prints it. Nothing is verified, summed or averaged "
    "over claimants; what the rules work out is marked as derived."
)


@dataclass(frozen=True)
class Licence:
    """A licence by its SPDX id, with its title and address."""

    name: str
    title: str
    path: str


CC_BY = Licence("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/")
ODBL = Licence(
    "ODbL-1.0", "Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"
)

MIT = Licence("MIT", "MIT licence", "https://opensource.org/license/mit")

# Coordinates of settlements come from OpenStreetMap, whose licence carries over to the table that holds them.
_LICENCE_OF = {"places": ODBL}


_BY_NAME = {licence.name: licence for licence in (CC_BY, ODBL, MIT)}


def licence_of(table: str, origin: str = "") -> Licence:
    """The licence of one published table; `origin` is the one that the origin file of a series gives."""
    return _BY_NAME[origin] if origin else _LICENCE_OF.get(table, CC_BY)


def citation(version: str) -> str:
    """How to cite a version of the data."""
    return f"{CREATOR} ({version.split('.')[0]}). {TITLE}, version {version} [data set]. {CC_BY.name}."
