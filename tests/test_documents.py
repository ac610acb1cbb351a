"""What the documents say by hand must agree with the code."""

import re
from pathlib import Path

from analysis import description, params
from schemas.quantity import LEXICON, parse

ROOT = Path(__file__).resolve().parents[1]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_lexicon_in_methods_is_the_one_used():
    rows = re.findall(r"^\| (\w+) \| ([\d,]+) \| ([\d,]+) \|$", text_of("METHODS.md"), flags=re.M)
    assert {word: (int(low.replace(",", "")), int(high.replace(",", ""))) for word, low, high in rows} == LEXICON


def test_every_quantity_shown_to_contributors_can_be_read():
    table = text_of("METHODS.md").split("## Quantities")[1].split("### Lexicon")[0]
    cells = re.findall(
        r"`([^`]*[0-9][^`]*)`",
        "\n".join(
            row.split("|")[1].replace("\\", "|")
            for row in table.replace("\\|", "\\").splitlines()
            if row.startswith("|")
        ),
    )
    assert len(cells) >= 10
    for cell in cells:
        assert str(parse(cell)) == cell


def test_what_hedges_are_worth_is_printed_in_methods():
    worth = params.load()["evidence"]
    text = " ".join(text_of("METHODS.md").split())
    assert f"give or take {worth['about_pct']} %" in text
    assert f"from {worth['nearly_from_pct']} % of it on" in text


def test_how_far_maps_and_shares_reach_is_printed_in_methods():
    worth = params.load()["evidence"]
    text = " ".join(text_of("METHODS.md").split())
    assert worth["map_days_before"] == worth["map_days_after"]
    for words in (
        f"at most {worth['map_days_before']} days off",
        f"{worth['map_least_km2']} km² count as a change",
        f"within {worth['map_usual_days']} days, changed so anyway",
        f"no settlement within {worth['map_radius_km']} km changed",
        f"only from {worth['rounding_least_n']} figures on",
        f"appear from {worth['delays_least_n']} pages on",
    ):
        assert words in text, words


def test_the_readme_cites_as_the_data_does():
    assert description.citation(params.version()) in text_of("README.md")


def test_every_file_the_documents_link_to_exists():
    for name in ("README.md", "METHODS.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", text_of(name)):
            assert (ROOT / target).exists(), f"{name} links to {target}"


def test_report_and_chart_take_the_same_statement_as_their_case():
    known = params.load()
    assert known["report"]["first_statement"] == known["charts"]["first_statement"]["statement"]
