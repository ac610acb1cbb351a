"""The report: every number is placed, every link leads somewhere, and nothing of the ledger becomes code."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from analysis import params, tables
from analysis.report import __main__ as stage
from analysis.report import charts, counts, rows, words
from analysis.report.calls import Calls
from analysis.report.guard import Guard
from analysis.report.marks import Placed, flat
from analysis.report.pages import TEMPLATES, Site, UntracedNumber

ROOT = Path(__file__).resolve().parents[1]
FIRST = params.load()["report"]["first_statement"]
KILLED = f"{FIRST}-killed"


def ledger(folder: Path = ROOT) -> rows.Rows:
    return rows.read(folder / "data/published", charts.read_sidecars(folder / "reports/charts"))


@pytest.fixture(scope="session")
def published() -> rows.Rows:
    return ledger()


@pytest.fixture(scope="session")
def site(published, tmp_path_factory) -> Path:
    """The whole site, built beside copies of what it links to; returns its `reports`."""
    home = tmp_path_factory.mktemp("site")
    for folder in ("data/published", "reports/charts", "reports/notebooks"):
        if (ROOT / folder).exists():
            shutil.copytree(ROOT / folder, home / folder)
    shutil.copy(ROOT / "METHODS.md", home)
    tables.write_text("", home / "reports/statements/gone.html")
    stage.build(Site(published, home / "reports", FIRST), home / "reports")
    return home / "reports"


# --- the guard --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def refused(published):
    """The numbers that the guard refuses in a piece of HTML."""
    guard = Guard(published)
    return lambda html, placed=None: [found.word for found in guard.untraced(html, placed or Placed())]


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<p>carried by 6 outlets</p>", "6"),
        ("<p>carried by six outlets</p>", "six"),
        ("<p>Twenty-three were killed.</p>", "Twenty-three"),
        ("<p>dozens, at least</p>", "dozens"),
        ("<p>half of them</p>", "half"),
        ("<p>twice as many</p>", "twice"),
        ("<p>two thirds</p>", "two"),
        ("<p>a tenfold rise</p>", "tenfold"),
        ("<p>½ of it</p>", "½"),
        ("<p>&#50;3 men</p>", "23"),
        ("<p>٤٠ men</p>", "٤٠"),
        ("<p>4<b>0</b></p>", "4"),
        ("<p>1,950 men</p>", "1,950"),
        ("<p>23. It goes on.</p>", "23"),
        ('<img src="x" alt="3 outlets">', "3"),
        ('<a href="x" title="3 outlets">x</a>', "3"),
        ('<p aria-label="3 outlets">x</p>', "3"),
        ('<meta name="description" content="3 outlets">', "3"),
        ("<script>3</script>", "3"),
        ('<p><span data-from="count-of:sources value">999</span></p>', "999"),
    ],
)
def test_an_untraced_number_is_refused(refused, html, word):
    assert refused(html)[:1] == [word]


@pytest.mark.parametrize(
    "html",
    [
        "<p>on 20 May 2023, from August 2022 to December 2023, on 18–21 May, in 2023, 2023-05-20</p>",
        "<p>the 72nd Separate Motor Rifle Brigade, the 72nd Brigade, the Third Separate Assault Brigade</p>",
        "<ol><li>1. It was said.</li></ol><h2>2. Losses</h2>",
        "<p>the first statement, a third party, second-hand</p>",
        "<p>km² and the word tense, someone, often, weight</p>",
        "<style>p { margin: 3px }</style><p id='n3' class='c4'><a href='x5'>x</a></p>",
    ],
)
def test_dates_units_ordinals_and_list_numbers_pass(refused, html):
    assert refused(html) == []


def test_a_mark_is_believed_only_with_the_text_a_call_placed(published, refused):
    calls = Calls(published, "index.html")
    placed = calls.figure("count-of:sources", "value", "source")
    assert refused(f"<p>{placed}</p>", calls.placed) == []
    forged = re.sub(r">[^<]+<", ">999 sources<", str(placed))
    assert refused(f"<p>{forged}</p>", calls.placed) == ["999"]


def test_an_untraced_word_fails_the_build_and_names_its_line(published, tmp_path):
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    page = tmp_path / "templates/index.html"
    page.write_text(
        page.read_text().replace("{% endblock %}", "<p>It was carried\nby six outlets.</p>\n{% endblock %}")
    )
    line = page.read_text().split("\n").index("by six outlets.</p>") + 1
    with pytest.raises(
        UntracedNumber, match=rf"templates/index\.html:{line}: untraced number 'six'.*figure\(id, field\)"
    ):
        list(Site(published, ROOT / "reports", FIRST, tmp_path / "templates").pages())


@pytest.mark.parametrize("text", ["by {{ 6 }} outlets", "{{ figure('no-such-row', 'count') }}", "{{ no_such_call }}"])
def test_the_stage_ends_with_an_error_and_writes_nothing(monkeypatch, tmp_path, capsys, text):
    (tmp_path / "reports").mkdir()
    for folder in ("data/published", "reports/charts"):
        (tmp_path / folder).parent.mkdir(exist_ok=True)
        (tmp_path / folder).symlink_to(ROOT / folder)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    page = tmp_path / "templates/index.html"
    page.write_text(page.read_text().replace("{% block content %}", "{% block content %}\n" + text))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(stage, "Site", lambda *given: Site(*given, tmp_path / "templates"))
    assert stage.main() == 1
    assert re.search(r"\n(templates|reports)/index\.html:\d+: ", capsys.readouterr().err)
    assert not (tmp_path / "reports/index.html").exists()


# --- the calls --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (("exact", "1730", "m"), "1,730\u00a0m"),
        (("exact", "0.045", "km2"), "0.045\u00a0km²"),
        (("more_than", "40", "people"), "more than 40"),
        (("at_least", "200..300", "people"), "at least 200 to 300"),
        (("about", "200..300", "people"), "about 200 to 300"),
        (("nearly", "100000", "people"), "nearly 100,000"),
        (("less_than", "100", "people"), "fewer than 100"),
        (("less_than", "100", "m"), "less than 100\u00a0m"),
        (("between", "350..2000", "people"), "from 350 to 2,000"),
        (("either", "70000..80000", "people"), "70,000 or 80,000"),
        (("more_than", "80", "%"), "more than 80%"),
        (("several_dozen", None, "people"), "several dozen"),
        (("three_digit", None, "people"), "a three-digit number"),
        ((None, None, "people"), "not stated"),
    ],
)
def test_a_quantity_is_said_as_it_is_worded(quantity, said):
    assert words.quantity(*quantity) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2023-05-20", "20 May 2023"),
        ("2023-05~", "about May 2023"),
        ("2023-05-18/2023-05-21", "18 May 2023 to 21 May 2023"),
        ("../2023-05-21", "as of 21 May 2023"),
        ("2022-02-24/..", "since 24 February 2022"),
    ],
)
def test_a_window_is_said_in_words(edtf, said):
    assert words.window(edtf) == said


def test_a_figure_links_to_its_row_and_a_count_to_how_it_was_counted(published):
    row = next(row for row in published.tables["reported_casualties"] if row["claim_id"] == KILLED)
    calls = Calls(published, "index.html")
    assert f'href="statements/{FIRST}.html#{row["report_id"]}"' in calls.figure(row["report_id"], "count")
    assert 'href="#how-count-of"' in calls.figure("count-of:sources")
    own = Calls(published, f"statements/{FIRST}.html")
    assert f'href="#{row["report_id"]}"' in own.figure(row["report_id"], "count")


def test_an_id_that_is_not_there_says_so(published):
    calls = Calls(published, "index.html")
    for wrong in (("no-such-row", "count"), (FIRST, "no_such_field"), ("no-such-count:x", "value")):
        with pytest.raises(rows.NoSuchCell):
            calls.figure(*wrong)


def test_every_computation_says_what_it_counts(refused):
    for name, count in counts.COUNTS.items():
        assert count.says and count.reads, name
        assert refused(f"<p>{count.says}</p>") == [], name


# --- what the pages say -----------------------------------------------------------------------------------


def text_of(page: str) -> str:
    """The words of a page without its drawings."""
    return flat(re.sub(r"<[^>]*>", "", re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)))


def test_a_changed_count_changes_the_sentence_and_the_alternative_text(tmp_path):
    shutil.copytree(ROOT / "data/published", tmp_path / "data/published")
    path = tmp_path / "data/published/reported_casualties.csv"
    frame, _ = tables.read_raw(path)
    columns = ["count", "count_low", "count_high", "count_stated"]
    before = frame.loc[frame["claim_id"] == KILLED, "count"].iloc[0]
    frame.loc[frame["claim_id"] == KILLED, columns] = "8642"
    tables.write(frame, path)
    for part in ("analysis", "params.yaml"):
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, tmp_path / part)
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-m", "analysis.charts"], cwd=tmp_path, env=env, check=True, capture_output=True)

    old, new = (next(Site(ledger(home), home / "reports", FIRST).pages())[1] for home in (ROOT, tmp_path))
    assert f"{before} killed" in text_of(old) and "8,642 killed" not in text_of(old)
    assert "8,642 killed" in text_of(new) and f"{before} killed" not in text_of(new)
    alt = re.search(r'<figure[^>]*id="chart-first_statement".*?aria-label="([^"]*)"', new, re.DOTALL)[1]
    assert "8,642" in alt and not re.search(rf"\b{before}\b", alt)


def test_hostile_cells_stay_text(published):
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    frames = {name: frame.copy() for name, frame in published.frames.items()}
    frames["sources"][["title", "url"]] = [evil, "javascript:alert(1)"]
    frames["claims"]["title"] = "</script>" + evil
    frames["statements"][["summary", "note"]] = evil
    frames["reported_casualties"]["note"] = evil
    hostile = Site(rows.Rows(frames, published.package, published.sidecars), ROOT / "reports", FIRST)
    pages = dict(hostile.pages())
    for path in ("index.html", f"statements/{FIRST}.html"):
        elements = parsed(pages[path]).elements
        scripts = [attributes for tag, attributes in elements if tag == "script"]
        assert all(one["type"] == "application/ld+json" for one in scripts)
        assert not [tag for tag, attributes in elements if tag == "img" or "onerror" in attributes]
        assert not [one for _, one in elements if "javascript" in (one.get("href") or "")]
    data = re.search(r"<script[^>]*>(.*?)</script>", pages[f"statements/{FIRST}.html"], re.DOTALL)[1]
    assert json.loads(data)["@graph"][0]["name"] == "</script>" + evil


def test_a_statement_page_holds_each_of_its_rows(site, published):
    for statement in published.tables["statements"]:
        page = parsed((site / f"statements/{statement['statement_id']}.html").read_text())
        claims = published.claims_of.get(statement["statement_id"], [])
        wanted = {report["report_id"] for claim in claims for report in published.reports_of.get(claim["claim_id"], [])}
        assert wanted | {claim["claim_id"] for claim in claims} <= set(page.ids)


def test_pages_of_statements_that_are_gone_go(site):
    assert not (site / "statements/gone.html").exists()


def test_the_index_describes_the_dataset_for_search_engines(site, published):
    text = (site / "index.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", text, re.DOTALL)[1])
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Dataset")
    assert 50 <= len(data["description"]) <= 5000
    for name in ("name", "creator", "license", "keywords", "version", "datePublished", "creditText"):
        assert data[name], name
    assert data["isAccessibleForFree"] is True and "url" not in data
    first, last = map(date.fromisoformat, data["temporalCoverage"].split("/"))
    assert first < last
    south, west, north, east = map(float, data["spatialCoverage"]["geo"]["box"].split())
    assert south < north and west < east
    assert {"count", "frontage_m", "ratio"} <= {one["name"] for one in data["variableMeasured"]}
    assert len(data["distribution"]) == len(published.tables)
    for file in data["distribution"]:
        content = (site / file["contentUrl"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert file["encodingFormat"] == "text/csv" and file["license"].startswith("https://")


# --- links ------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in ("a", "link") and "href" in attributes]


def parsed(text: str) -> Page:
    page = Page()
    page.feed(text)
    return page


def test_every_link_leads_somewhere(site):
    pages = {path: parsed(path.read_text()) for path in [site / "index.html", *(site / "statements").glob("*.html")]}
    ids = {path: set(page.ids) for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link["href"])
            if parts.scheme:
                assert parts.scheme in ("http", "https") and link["rel"] == "noopener", (path, link)
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or (
                parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]
            ):
                broken.append(f"{path.name}: {link['href']}")
    assert not broken


def test_no_id_stands_on_a_page_more_than_once(site):
    for path in [site / "index.html", *(site / "statements").glob("*.html")]:
        repeated = [one for one, n in Counter(parsed(path.read_text()).ids).items() if n > 1]
        assert not repeated, path.name


def test_the_dark_stylesheet_knows_every_colour_of_the_charts(site):
    dark = (site / "style.css").read_text().partition("prefers-color-scheme: dark")[2]
    light = (site / "style.css").read_text()
    used = set(re.findall(r"var\(--c-([0-9a-f]{6})", (site / "index.html").read_text()))
    assert used and {one for one in used if f"--c-{one}:" not in dark and f"--c-{one}: var(" not in light} == set()


# --- in a browser -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser():
    executable = shutil.which("chromium")
    if executable is None:
        why = "chromium is not installed: apt-get install chromium"
        pytest.fail(why) if os.environ.get("CI") == "true" else pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["index", "first", "denial", "list"])
def test_a_page_opens_from_disk(site, published, browser, kind, scheme):
    from axe_playwright_python.sync_playwright import Axe

    denial = published.tables["relations"][0]["from_statement_id"]
    path = {
        "index": "index",
        "first": f"statements/{FIRST}",
        "denial": f"statements/{denial}",
        "list": "statements/index",
    }
    requests, complaints = [], []
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((site / f"{path[kind]}.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "the stylesheet was not read"
    assert complaints == []
    # Axe itself asks for the stylesheet once more, which the page's security policy forbids.
    found = Axe().run(page)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "wider than the window"
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert [url for url in requests if not url.startswith("file:")] == []
