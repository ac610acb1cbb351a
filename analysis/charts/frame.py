"""The frame around every chart, and the only place where a figure is saved.

A chart says its finding in the title, what is measured in the subtitle, how it was drawn in the notes; the source line
is computed from the rows drawn (`provenance`). `save` writes a folder `reports/charts/<name>/`: `chart.svg` and
`chart.png` for a page 700 px wide, `chart-narrow.svg` and `chart-narrow.png` for a telephone of 360 px, `chart.csv`
with the plotted rows, `chart.json` with the words, ids, version, licence and how to cite. Attribution is written inside
the pictures too: Dublin Core in the SVG, text chunks in the PNG. Nothing in them depends on clock, machine or locale.
"""

import io
import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from analysis import tables
from analysis.charts.chart import Chart
from analysis.charts.layout import drawn

CHARTS = Path("reports/charts")
STYLE = Path(__file__).with_name("frontline.mplstyle")
_PNG_DPI = 150
_PNG_COLOURS = 128


def save(chart: Chart, package: dict[str, Any], out: Path = CHARTS) -> list[Path]:
    """Draw a chart in all its sizes and write its folder; `package` is the data package. Returns what was written."""
    folder = out / chart.name
    sidecar = _sidecar(chart, package)
    written = []
    with matplotlib.rc_context(fname=STYLE):
        for size in chart.sizes:
            # Ids inside an SVG differ from those of others, so that several can stand in one page.
            matplotlib.rcParams["svg.hashsalt"] = f"{chart.name}-{size.stem}"
            figure = drawn(chart, size, _credit(chart, sidecar))
            written += [_write_svg(figure, sidecar, folder / f"{size.stem}.svg")]
            written += [_write_png(figure, sidecar, folder / f"{size.stem}.png")]
    tables.write(chart.rows, folder / "chart.csv")
    tables.write_text(json.dumps(sidecar, ensure_ascii=False, indent=1) + "\n", folder / "chart.json")
    return [*written, folder / "chart.csv", folder / "chart.json"]


def _sidecar(chart: Chart, package: dict[str, Any]) -> dict[str, Any]:
    licence = package["licenses"][0]
    authors = [contributor["title"] for contributor in package["contributors"]]
    version = package["version"]
    cite = (
        f"{', '.join(authors)} ({version.split('.')[0]}): {chart.title}. Chart “{chart.name}” in {package['title']}, "
        f"version {version}. {licence['title']}, {licence['path']}"
    )
    return {
        "name": chart.name,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "alt": chart.alt,
        "notes": list(chart.notes),
        "source_line": chart.provenance.line,
        "claim_ids": list(chart.provenance.claim_ids),
        "source_ids": list(chart.provenance.source_ids),
        "series": list(chart.provenance.series),
        "images": [f"{size.stem}.{ending}" for size in chart.sizes for ending in ("svg", "png")],
        "data": "chart.csv",
        "version": version,
        "authors": authors,
        "publisher": package["title"],
        "licence": {"name": licence["name"], "title": licence["title"], "url": licence["path"]},
        "cite": cite,
    }


def _credit(chart: Chart, sidecar: dict[str, Any]) -> str:
    data = (CHARTS / chart.name / sidecar["data"]).as_posix()
    return f"{sidecar['publisher']} {sidecar['version']} · {sidecar['licence']['name']} · data of this chart: {data}"


def _write_svg(figure: Figure, sidecar: dict[str, Any], path: Path) -> Path:
    """Write the SVG with its title, its description for those who cannot see it, and Dublin Core."""
    metadata = {
        "Title": sidecar["title"],
        "Description": sidecar["alt"],
        "Creator": sidecar["authors"],
        "Publisher": sidecar["publisher"],
        "Rights": _rights(sidecar),
        "Source": sidecar["source_line"],
        "Identifier": f"{sidecar['name']} {sidecar['version']}",
        "Language": "en",
        "Date": None,
    }
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata=metadata)
    described = f"</title>\n <desc>{escape(sidecar['alt'])}</desc>"
    svg = text.getvalue().replace("</title>", described, 1).replace("<svg ", '<svg role="img" ', 1)
    tables.write_text(svg, path)
    return path


def _write_png(figure: Figure, sidecar: dict[str, Any], path: Path) -> Path:
    """Write the PNG in few colours: a quarter of the bytes that matplotlib's own would have, and as sharp."""
    chunks = PngInfo()
    for name, text in {
        "Title": sidecar["title"],
        "Author": ", ".join(sidecar["authors"]),
        "Description": sidecar["alt"],
        "Copyright": _rights(sidecar),
        "Source": sidecar["source_line"],
    }.items():
        chunks.add_text(name, text)
    figure.set_dpi(_PNG_DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    data = io.BytesIO()
    picture.quantize(_PNG_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        data, "png", pnginfo=chunks, dpi=(_PNG_DPI, _PNG_DPI)
    )
    tables.write_bytes(data.getvalue(), path)
    return path


def _rights(sidecar: dict[str, Any]) -> str:
    whose = f"{', '.join(sidecar['authors'])}, {sidecar['publisher']} {sidecar['version']}"
    return f"{whose}. {sidecar['licence']['title']}, {sidecar['licence']['url']}"
