"""`claims show`, `cite` and `stats` on the published data: what a reader is told, and how it is set."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import cli, published
from analysis.ask import book, cite, facts, stats
from analysis.ask.note import note

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("3ab-2023-05-21", "kirby-2023-05-01", "andriivka-2023-09")


@pytest.fixture(scope="module")
def known():
    return book.read()


@pytest.fixture(scope="module")
def found(known):
    return {one: facts.gather(known, one) for one in EXAMPLES}


def told(facts_of_one, width=100):
    """The note as one line, so that a sentence is found wherever its lines break."""
    return " ".join(note(facts_of_one, width).split())


def test_the_first_statement(found):
    text = told(found["3ab-2023-05-21"])
    for fact in (
        "Third Separate Assault Brigade (Ukraine’s side) said this on 21 May 2023, in a post on Telegram.",
        "1,730 m wide and 700 m deep [frontage_m 1730; depth_m 700]",
        "23 killed on Russia’s side [count 23]",
        "more than 40 wounded on Russia’s side [count >40]",
        "The hedge or bound dropped: “more than 40” is “40” at Gazeta.ua",
        "one root: Third Separate Assault Brigade",
        "https://euromaidanpress.com/2023/05/21/ukrainian-forces-keep-advancing-on-flanks-around-bakhmut/",
        "“23 Russian troops were killed in action” (body; reviewed)",
    ):
        assert fact in text


def test_the_white_house_estimate(found):
    text = told(found["kirby-2023-05-01"])
    for fact in (
        "The figures are those of United States intelligence",
        "more than 20,000 killed on Russia’s side [count >20000]",
        "more than 100,000 casualties on Russia’s side [count >100000]",
        "Nothing settles the figure or status",
        "Pages differ on count",
        "Dmitry Peskov, 2 May 2023 (peskov-2023-05-02) denies John Kirby, 1 May 2023",
    ):
        assert fact in text
    assert len(found["kirby-2023-05-01"]["sources"]) >= 25


def test_andriivka(found):
    text = told(found["andriivka-2023-09"])
    for fact in (
        "Place: Andriivka.",
        "Hanna Maliar (Ukraine’s side) said this on 14 September 2023",
        "Third Separate Assault Brigade, 14 September 2023 (3ab-2023-09-14) denies Hanna Maliar",
        "Hanna Maliar, 14 September 2023 (maliar-2023-09-14-correction) corrects Hanna Maliar",
        "The two exclude each other.",
        "ground held by Russia’s side",
    ):
        assert fact in text


@pytest.mark.parametrize("one", EXAMPLES)
def test_nothing_is_said_to_be_so(found, one):
    """The ledger's own sentences never call a claim confirmed or true; they may tell who is said to bear it out."""
    text = told(found[one])
    for said_by in ("supports", "contradicts"):
        assert said_by in text
    quoted = re.sub(r"“[^”]*”|confirmed by [A-Z]", "", text)
    assert not re.search(
        r"\b(confirmed|verified|true|false(ly)?|admitted)\b", quoted.replace("was verified independently", "")
    )


@pytest.mark.parametrize("one", EXAMPLES)
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(found, one, width):
    """Only an address or an id that does not fit goes past the edge, alone on its line, so that it can be copied."""
    for line in note(found[one], width).splitlines():
        assert len(line) <= width or len(line.lstrip(" -").split()) == 1, line


@pytest.mark.parametrize("one", EXAMPLES)
def test_every_row_and_address_is_told(found, one):
    text = told(found[one])
    for source in found[one]["sources"]:
        assert source["url"] in text
    for claim in found[one]["claims"]:
        assert claim["claim_id"] in text
        assert all(
            report["printed"] is None or " ".join(report["printed"].split()) in text for report in claim["reports"]
        )


def test_json_holds_the_same_facts(found, capsys):
    assert cli.main(["show", "3ab-2023-05-21", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == found["3ab-2023-05-21"]


def test_every_claim_statement_and_event_has_a_note(known):
    for table in book.SUBJECTS:
        for row in known.rows.tables[table][::7]:
            one = facts.gather(known, row[f"{table[:-1]}_id"])
            assert json.loads(json.dumps(one)) == one
            assert note(one, 80)


def test_a_number_of_people_has_no_unit_of_length(known):
    for row in facts.gather(known, "makiivka-strike-2023-01-01")["contradictions"]:
        for end in "ab":
            assert not re.search(r" (m|km²|%)$", row[f"says_{end}"] or "")


def test_a_map_check_is_told_where_the_data_have_one(known):
    says = "Nothing grew between the maps."
    row = {"claim_id": "3ab-2023-05-21-ground", "mapper": "isw", "verdict": "not_assessable", "says": says}
    checked = book.Book(known.rows, known.derived | {"map_check": [row]})
    assert says in told(facts.gather(checked, "3ab-2023-05-21"))


@pytest.mark.parametrize("command", ["show", "cite"])
def test_an_unknown_id_gets_the_nearest(command, capsys):
    assert cli.main([command, "kirby-2023-05"]) == 1
    told = capsys.readouterr()
    assert told.out == "" and "kirby-2023-05-01" in told.err


def test_the_note_does_not_depend_on_hash_seed_or_locale():
    def run(seed, locale):
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "COLUMNS": "80", "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "analysis.cli", "show", "andriivka-2023-09"]
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout

    assert run("0", "C") == run("1", "C.UTF-8")


def test_the_reader_commands_do_not_load_pandera():
    program = "import sys, analysis.ask.show, analysis.ask.cite, analysis.ask.stats; print('pandera' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


_TEX = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}


def read_bibtex(entry):
    """The fields of one entry, as TeX would set them; braces must match."""
    assert entry.startswith("@misc{frontline-claims:") and entry.endswith("\n}")
    fields = {}
    for name, value in re.findall(r"^  (\w+) = \{(.*)\},$", entry, flags=re.M):
        for written, sign in _TEX.items():
            value = value.replace(written, sign)
        bare = re.sub(r"\\[{}]", "", value)
        assert bare.count("{") == bare.count("}") and not re.search(r"(?<!\\)[&%$#_]", value)
        fields[name] = re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)[{}]", "", value))
    return fields


@pytest.mark.parametrize(
    ("one", "page"),
    [
        ("3ab-2023-05-21", "reports/statements/3ab-2023-05-21.html"),
        ("3ab-2023-05-21-killed", "reports/statements/3ab-2023-05-21.html#3ab-2023-05-21-killed"),
        ("andriivka-2023-09", "data/published/events.csv"),
        ("chart:first_statement", "reports/charts/first_statement/chart.svg"),
    ],
)
def test_a_citation_names_version_id_and_page(known, one, page):
    citation = cite.of(known, one)
    fields = read_bibtex(citation.bibtex())
    for text in (citation.text(), " ".join(fields.values())):
        assert known.version in text and page in text and one.removeprefix("chart:") in text
    assert fields["title"] == citation.title


def test_a_source_is_cited_with_its_address(known):
    row = next(row for row in known.rows.tables["sources"] if row["title"] and "_" in row["url"])
    citation = cite.of(known, row["source_id"])
    assert row["url"] in citation.text() and row["url"] in read_bibtex(citation.bibtex())["howpublished"]


def test_what_tex_reads_as_a_command_is_escaped():
    odd = cite.Citation("source", "x", r"50 % of A&B_c #1 {d} $e", "p", "2026.1.0", "2026")
    assert read_bibtex(odd.bibtex())["title"] == odd.title


def test_stats_count_what_is_published():
    counted = stats.stats()
    assert json.loads(json.dumps(counted)) == counted
    reported = sum(
        len(published.load(name)) for name in ("reported_advances", "reported_casualties", "reported_proportions")
    )
    assert counted["reported_rows"] == reported == sum(counted["reported_rows_by_entry_status"].values())
    assert sum(counted["statements_by_side"].values()) == counted["rows"]["statements"]
    for told in counted["weeks"].values():
        assert told["in_span"] == len(stats.weeks(stats.FIRST, stats.LAST))
        assert "2023-W20" not in told["without_statement_or_coverage"]


def test_stats_are_set_within_the_width():
    assert all(len(line) <= 80 for line in stats.report(stats.stats(), 80).splitlines())


def test_the_excerpt_in_the_readme_is_what_the_command_prints(found):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = re.search(r"<!-- claims show 3ab-2023-05-21-wounded -->\n```\n(.*?)```", readme, flags=re.S)
    printed = note(facts.gather(book.read(), "3ab-2023-05-21-wounded"), 100)
    assert excerpt and excerpt[1] in printed
