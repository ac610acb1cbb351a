"""Charts as parts of a page: the drawing itself inside the HTML, so that it follows the page's colours and stays sharp.

A chart is the folder `reports/charts/<name>/` (see `analysis.charts.frame`): `chart.json` holds its words, `chart.svg`
the drawing, `chart-narrow.svg`, where there is one, the drawing for a telephone.
"""

import json
import re
from pathlib import Path

from markupsafe import Markup, escape

from analysis.report.rows import Row

_PROLOGUE = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_NOT_DRAWN = re.compile(r"\s*<(metadata|title|desc|style)\b.*?</\1>", re.DOTALL)
_ROOT = re.compile(r"<svg\b[^>]*?viewBox=\"([^\"]*)\"[^>]*>")
_STYLE = re.compile(r' style="([^"]*)"')
_COLOUR = re.compile(r"#([0-9a-f]{6})\b")


def read_sidecars(folder: Path) -> dict[str, Row]:
    """The words of every chart below `folder`, by name."""
    found = sorted(folder.glob("*/chart.json"))
    return {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in found}


def drawings(folder: Path, alt: str) -> Markup:
    """The wide and the narrow drawing of the chart in `folder`; the stylesheet shows one of them."""
    wide, narrow = folder / "chart.svg", folder / "chart-narrow.svg"
    if not narrow.exists():
        return inline(wide.read_text(encoding="utf-8"), folder.name, alt, "drawing")
    return Markup("\n").join(
        inline(path.read_text(encoding="utf-8"), f"{folder.name}-{kind}", alt, f"drawing {kind}")
        for path, kind in ((wide, "wide"), (narrow, "narrow"))
    )


def inline(svg: str, prefix: str, alt: str, classes: str) -> Markup:
    """An SVG file as an element of a page.

    Metadata goes (the file keeps it), ids get a prefix, because several drawings stand in one page, styles become
    attributes, because the page's security policy forbids inline styles, and each colour a variable that the
    stylesheet may set: #202020 -> var(--c-202020, #202020).
    """
    text = _NOT_DRAWN.sub("", _PROLOGUE.sub("", svg))
    text = re.sub(r'\bid="', f'id="{prefix}-', text)
    text = re.sub(r'href="#', f'href="#{prefix}-', text)
    text = re.sub(r"url\(#", f"url(#{prefix}-", text)
    text = _STYLE.sub(lambda match: _attributes(match[1]), text)
    text = _COLOUR.sub(r"var(--c-\1, #\1)", text)
    return Markup(_ROOT.sub(lambda match: _root(match[1], alt, classes), text, count=1).strip())


def _root(box: str, alt: str, classes: str) -> str:
    # The file's own style sheet says no more than the last two attributes.
    return (
        f'<svg class="{classes}" role="img" aria-label="{escape(alt)}" viewBox="{box}" '
        'stroke-linejoin="round" stroke-linecap="butt">'
    )


def _attributes(style: str) -> str:
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
