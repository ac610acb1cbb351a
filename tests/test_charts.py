"""Charts: what is committed in reports/charts is whole and can be cited; signs, colours and bytes are as promised."""

import json
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from matplotlib.text import Text
from PIL import Image

from analysis import published, tables
from analysis.charts import around, bounds, dates, frame, layout, palette, provenance, wording
from analysis.charts.__main__ import CHARTS
from analysis.charts.bounds import Bound, Shape
from analysis.charts.chart import NARROW, WIDE, Chart, Size
from analysis.params import load as load_params

ROOT = Path(__file__).resolve().parents[1]
DRAWN = ROOT / frame.CHARTS
PUBLISHED = ROOT / published.PUBLISHED
DUBLIN_CORE = {"dc": "http://purl.org/dc/elements/1.1/", "svg": "http://www.w3.org/2000/svg"}


# --- what is committed ------------------------------------------------------------------------------------


def sidecar(name: str) -> dict:
    return json.loads((DRAWN / name / "chart.json").read_text(encoding="utf-8"))


def plotted(name: str) -> pd.DataFrame:
    return tables.read_raw(DRAWN / name / "chart.csv")[0]


def known_ids(table: str) -> set[str]:
    return set(published.load(table, PUBLISHED)[f"{table.removesuffix('s')}_id"])


@pytest.fixture(scope="module")
def known_reports() -> set[str]:
    names = ("reported_advances", "reported_casualties", "reported_proportions")
    return set().union(*(published.load(name, PUBLISHED)["report_id"] for name in names))


def test_every_chart_of_the_stage_is_there_and_no_other():
    assert {folder.name for folder in DRAWN.iterdir()} == set(CHARTS)


@pytest.mark.parametrize("name", CHARTS)
def test_a_sidecar_says_what_a_chart_needs(name):
    told = sidecar(name)
    for key in ("title", "subtitle", "alt", "notes", "source_line", "claim_ids", "source_ids", "version", "cite"):
        assert told[key], key
    assert told["licence"]["url"].startswith("https://creativecommons.org/")
    assert told["version"] == published.package(PUBLISHED)["version"]
    assert all(part in told["cite"] for part in (told["title"], told["version"], told["licence"]["url"]))
    assert {f.name for f in (DRAWN / name).iterdir()} == {*told["images"], told["data"], "chart.json"}


@pytest.mark.parametrize("name", CHARTS)
def test_titles_attribute(name):
    assert re.search(r"\b(said|says?|claims?|claimed|reports?|reported|carry)\b", sidecar(name)["title"])


@pytest.mark.parametrize("name", CHARTS)
def test_ids_of_a_sidecar_are_published(name):
    told = sidecar(name)
    assert set(told["claim_ids"]) <= known_ids("claims")
    assert set(told["source_ids"]) <= known_ids("sources")


@pytest.mark.parametrize("name", CHARTS)
def test_plotted_rows_are_those_of_the_sidecar(name, known_reports):
    rows, told = plotted(name), sidecar(name)
    assert set(rows["claim_id"]) == set(told["claim_ids"])
    sources = rows["source_ids"] if "source_ids" in rows else rows["source_id"]
    assert {one for cell in sources for one in cell.split(" ")} == set(told["source_ids"])
    reports = rows["report_ids"] if "report_ids" in rows else rows["report_id"]
    assert {one for cell in reports for one in cell.split(" ") if one} <= known_reports


@pytest.mark.parametrize("name", CHARTS)
def test_an_svg_carries_its_words(name):
    told = sidecar(name)
    for image in (i for i in told["images"] if i.endswith(".svg")):
        svg = ElementTree.parse(DRAWN / name / image).getroot()
        assert svg.get("role") == "img"
        assert svg.findtext("svg:title", namespaces=DUBLIN_CORE) == told["title"]
        assert svg.findtext("svg:desc", namespaces=DUBLIN_CORE) == told["alt"]
        assert svg.findtext(".//dc:source", namespaces=DUBLIN_CORE) == told["source_line"]
        assert told["licence"]["url"] in "".join(svg.find(".//dc:rights", DUBLIN_CORE).itertext())
        assert told["authors"][0] in "".join(svg.find(".//dc:creator", DUBLIN_CORE).itertext())
        assert svg.find(".//dc:date", DUBLIN_CORE) is None


@pytest.mark.parametrize("name", CHARTS)
def test_a_png_carries_its_words(name):
    told = sidecar(name)
    for image in (i for i in told["images"] if i.endswith(".png")):
        picture = Image.open(DRAWN / name / image)
        assert set(picture.info) == {"Title", "Author", "Description", "Copyright", "Source", "dpi"}
        assert (picture.info["Title"], picture.info["Source"]) == (told["title"], told["source_line"])
        assert told["licence"]["url"] in picture.info["Copyright"]


def test_only_the_frame_saves_a_figure():
    saving = re.compile(r"savefig|print_(?:png|svg|figure)|FigureCanvas")
    modules = [*(ROOT / "analysis").rglob("*.py"), *(ROOT / "notebooks").glob("*.py")]
    assert [str(m.relative_to(ROOT)) for m in modules if saving.search(m.read_text(encoding="utf-8"))] == [
        "analysis/charts/frame.py"
    ]


# --- the door to published tables -------------------------------------------------------------------------


def test_a_published_table_is_typed_and_only_blanks_are_missing(tmp_path):
    kinds = {"a_id": "string", "n": "integer", "x": "number", "is_b": "boolean", "on": "date"}
    fields = [{"name": name, "type": kind} for name, kind in kinds.items()]
    described = {"resources": [{"name": "table", "schema": {"fields": fields}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(described))
    (tmp_path / "table.csv").write_text("a_id,n,x,is_b,on\nNA,1,0.5,true,2023-05-21\n,,,,\n")
    frame_ = published.load("table", tmp_path)
    assert [str(kind) for kind in frame_.dtypes][:4] == ["str", "Int64", "float64", "boolean"]
    assert frame_.loc[0].tolist() == ["NA", 1, 0.5, True, pd.Timestamp("2023-05-21")]
    assert frame_.loc[1].isna().all()


def test_a_table_of_another_build_is_refused(tmp_path):
    (tmp_path / "datapackage.json").write_text('{"resources": [{"name": "t", "schema": {"fields": []}}]}')
    (tmp_path / "t.csv").write_text("a\n1\n")
    with pytest.raises(ValueError, match="publish again"):
        published.load("t", tmp_path)


# --- drawn again ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def charts() -> dict[str, Chart]:
    options = load_params()["charts"]
    return {name: module.chart(PUBLISHED, options.get(name, {})) for name, module in CHARTS.items()}


def words_of(chart: Chart, size: Size, monkeypatch) -> tuple[Figure, list[tuple[str, np.ndarray]]]:
    """The figure, and each text that is drawn, with its box in pixels: left, bottom, right, top."""
    texts, draw = [], Text.draw

    def draw_and_note(text, renderer, *args, **more):
        draw(text, renderer, *args, **more)
        if text.get_visible() and text.get_text().strip():
            texts.append((text.get_text(), text.get_window_extent(renderer).extents))

    monkeypatch.setattr(Text, "draw", draw_and_note)
    with matplotlib.rc_context(fname=frame.STYLE):
        figure = layout.drawn(chart, size, "credit")
        figure.set_dpi(150)
        FigureCanvasAgg(figure).draw()
    return figure, texts


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["700px", "360px"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_cut_and_none_overlaps(charts, name, size, monkeypatch):
    figure, texts = words_of(charts[name], size, monkeypatch)
    width, height = figure.bbox.size
    cut = [text for text, (x0, y0, x1, y1) in texts if x0 < 0 or y0 < 0 or x1 > width or y1 > height]
    assert not cut
    slack = 1.5  # boxes hold the ascent of letters that are not there
    over = [
        (a, b)
        for (a, (ax0, ay0, ax1, ay1)), (b, (bx0, by0, bx1, by1)) in combinations(texts, 2)
        if min(ax1, bx1) - max(ax0, bx0) > slack and min(ay1, by1) - max(ay0, by0) > slack
    ]
    assert not over


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_data_give_the_same_bytes(charts, name, tmp_path):
    for turn in ("first", "second"):
        frame.save(charts[name], published.package(PUBLISHED), tmp_path / turn)
    for file in sorted((tmp_path / "first" / name).iterdir()):
        assert file.read_bytes() == (tmp_path / "second" / name / file.name).read_bytes(), file.name


def test_a_changed_count_changes_what_the_chart_says(tmp_path):
    folder = tmp_path / "published"
    folder.mkdir()
    for file in PUBLISHED.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    statement = load_params()["charts"]["first_statement"]
    before = CHARTS["first_statement"].chart(PUBLISHED, statement)
    rows, _ = tables.read_raw(folder / "reported_casualties.csv")
    at = rows.index[rows["claim_id"].isin(before.provenance.claim_ids)][0]
    rows.loc[at, ["count", "count_stated", "count_qualifier"]] = ["98765", "98765", "exact"]
    tables.write(rows, folder / "reported_casualties.csv")
    after = CHARTS["first_statement"].chart(folder, statement)
    assert "98,765" not in before.alt and "98,765" in after.alt
    assert (after.rows["words"] == "98,765").sum() == 1


def test_letters_come_with_matplotlib():
    assert Path(findfont("DejaVu Sans")).is_relative_to(matplotlib.get_data_path())


# --- signs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bound", "shape"),
    [
        (Bound("exact", (23,), 23, 23), Shape(dots=(23,))),
        (Bound("more_than", (40,), 41, None), Shape(dots=(40,), arrow=1)),
        (Bound("at_least", (50,), 50, None), Shape(dots=(50,), arrow=1)),
        (Bound("at_least", (200, 300), 200, None), Shape(dots=(200,), arrow=1)),
        (Bound("up_to", (100,), None, 100), Shape(dots=(100,), arrow=-1)),
        (Bound("less_than", (100,), None, 99), Shape(dots=(100,), arrow=-1)),
        (Bound("about", (30,)), Shape(dots=(30,), hollow=True)),
        (Bound("about", (200, 300)), Shape(bar=(200, 300), hollow=True)),
        (Bound("nearly", (100,), None, 99), Shape(dots=(100,), hollow=True)),
        (Bound("between", (350, 2000), 350, 2000), Shape(bar=(350, 2000))),
        (Bound("either", (70000, 80000), 70000, 80000), Shape(dots=(70000, 80000))),
        (Bound("dozens", (), 24, 99), Shape(bar=(24, 99))),
    ],
    ids=lambda value: f"{value.qualifier}{len(value.stated)}" if isinstance(value, Bound) else "",
)
def test_a_bound_is_drawn_as_a_bound(bound, shape):
    assert bounds.shape_of(bound) == shape


def test_a_blank_is_no_bound():
    columns = {"n_qualifier": [None, "more_than", "dozens"], "n_stated": [None, "40", None]}
    frame_ = pd.DataFrame(columns | {"n_low": [None, 41, 24], "n_high": [None, None, 99]})
    assert bounds.bounds_of(frame_, "n") == [None, Bound("more_than", (40,), 41, None), Bound("dozens", (), 24, 99)]


@pytest.mark.parametrize("across", [True, False], ids=["across", "upwards"])
@pytest.mark.parametrize("qualifier", ["more_than", "up_to"])
def test_an_arrow_points_to_where_the_value_may_lie(qualifier, across):
    axes = Figure().add_subplot(xlim=(0, 100), ylim=(0, 100))
    bounds.draw(axes, 50, Bound(qualifier, (50,)), palette.SIDES["UA"], across=across)
    arrow = axes.lines[0].get_marker().vertices[:, 0 if across else 1]
    assert np.sign(arrow[np.abs(arrow).argmax()]) == (1 if qualifier == "more_than" else -1)


def test_a_range_has_no_dot_and_about_is_hollow():
    axes = Figure().add_subplot()
    bounds.draw(axes, 0, Bound("between", (1, 2), 1, 2), palette.SIDES["UA"])
    assert [line.get_marker() for line in axes.lines] == ["None"]
    bounds.draw(axes, 0, Bound("about", (1,)), palette.SIDES["UA"])
    assert axes.lines[-1].get_markerfacecolor() == palette.BACKGROUND


# --- colours ----------------------------------------------------------------------------------------------

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SEEN = {
    "normal": np.eye(3),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
}
# A difference of about 2.3 in CIELAB is just noticeable; marks of a few pixels need far more.
APART = 25


def linear(colour: str) -> np.ndarray:
    parts = np.array(matplotlib.colors.to_rgb(colour))
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2."""
    darker, lighter = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(light: np.ndarray) -> np.ndarray:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.maximum(to_xyz @ np.clip(light, 0, 1) / [0.95047, 1, 1.08883], 0.008856))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("side", palette.SIDES)
def test_graphics_stand_out(side):
    assert contrast(palette.SIDES[side].colour, palette.BACKGROUND) >= 3


@pytest.mark.parametrize("ink", [palette.INK, palette.MUTED])
@pytest.mark.parametrize("ground", [palette.BACKGROUND, palette.TINT])
def test_text_can_be_read(ink, ground):
    assert contrast(ink, ground) >= 4.5


def test_labels_of_the_style_can_be_read():
    with matplotlib.rc_context(fname=frame.STYLE):
        inks = [matplotlib.rcParams[f"{axis}tick.labelcolor"] for axis in "xy"]
        assert all(contrast(ink, matplotlib.rcParams["figure.facecolor"]) >= 4.5 for ink in inks)
        assert contrast(matplotlib.rcParams["axes.edgecolor"], palette.BACKGROUND) >= 3


@pytest.mark.parametrize("sight", SEEN)
def test_sides_are_told_apart(sight):
    seen = {side: lab(SEEN[sight] @ linear(look.colour)) for side, look in palette.SIDES.items()}
    near = {(a, b): round(float(np.linalg.norm(seen[a] - seen[b]))) for a, b in combinations(seen, 2)}
    assert min(near.values()) >= APART, near


def test_colour_is_never_the_only_carrier():
    looks = palette.SIDES.values()
    assert len({look.marker for look in looks}) == len({look.dashes for look in looks}) == len(looks)


# --- words, days, places ----------------------------------------------------------------------------------


def test_figures_and_days_in_words():
    assert wording.quantity("more_than", (40,)) == "more than 40"
    assert wording.quantity("between", (350, 2000)) == "350 to 2,000"
    assert wording.quantity("either", (70000, 80000)) == "70,000 or 80,000"
    assert wording.quantity("several_dozen", ()) == "several dozen"
    assert [wording.number(x) for x in (1730, 0.045, 2.5)] == ["1,730", "0.045", "2.5"]
    assert [wording.distance(x) for x in (700, 2600)] == ["700 m", "2.6 km"]
    assert [wording.day(x) for x in ("2023-05-21", "2023-05", "2023")] == ["21 May 2023", "May 2023", "2023"]
    assert [wording.short_day(x) for x in ("2023-05-01", "2023-05", "2023")] == ["1 May 23", "May 23", "23"]
    assert [wording.listed("abc"[:n]) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_a_report_stands_on_its_window_then_its_statement_then_its_source():
    day = pd.Timestamp("2023-05-20")
    reports = pd.DataFrame(
        {
            "window_start": [day, day, pd.NaT, pd.NaT, pd.NaT],
            "window_end": [day + pd.Timedelta(days=2), pd.NaT, pd.NaT, pd.NaT, pd.NaT],
            "stated_on": ["2023-06-01", "2023-06-01", "2023-06", None, None],
            "published_on": ["2023-07-01", None, "2023-07-01", "2023-07-01", None],
        }
    )
    placed = dates.placed(reports)
    assert placed["on"].dt.strftime("%m-%d").tolist()[:4] == ["05-22", "05-20", "06-01", "07-01"]
    assert placed["on_basis"].tolist()[:4] == ["window", "window", "statement", "publication"]
    assert placed.iloc[4].isna().all()


def test_an_area_holds_what_is_near_or_part_of_it():
    places = pd.DataFrame(
        {
            "place_id": ["town", "street", "near", "far", "direction", "flank", "oblast"],
            "name_en": ["Town", "Street", "Near", "Far", "Town direction", "Flank", "Oblast"],
            "lat": [48.6, None, 48.7, 49.6, None, None, None],
            "lon": [38.0, None, 38.0, 38.0, None, None, None],
            "parent_place_id": ["oblast", "town", "oblast", "oblast", None, "direction", None],
        }
    )
    area = around.area(places, "town", 20, ["direction"])
    assert area.place_ids == {"town", "street", "near", "direction", "flank"}
    assert around.kilometres(places, 48.6, 38.0).round(1).tolist()[2] == 11.1
    assert "20 km of Town, is named as Town direction" in area.rule


def test_the_source_line_counts_what_it_cannot_name():
    few = pd.DataFrame(
        {
            "claim_id": ["a", "a", "b"],
            "report_id": ["1", "2", "3"],
            "source_id": ["s", "t", "t"],
            "stated_by_name": ["A Brigade", "A Brigade", None],
            "publisher_name": ["One", "Two", "Two"],
        }
    )
    line = provenance.of_reports(few).line
    assert line == "Source: claims by A Brigade and nobody named (1 claim), as carried by One and Two."
    many = pd.concat([few.assign(source_id=str(n), stated_by_name=f"C{n}") for n in range(9)])
    assert "9 claimants (see data/published/actors.csv)" in provenance.of_reports(many).line
    assert "9 sources (see data/published/sources.csv)" in provenance.of_reports(many).line
