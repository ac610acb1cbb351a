"""Where the pages about releases get their templates.

`page.html` is a whole page of its own, without script or address outside it. A template that fills the blocks `head`
and `content` stands on it, or on any other base with these blocks that is passed as `base`.
"""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Templates of this package; everything is escaped, and an unknown name is an error."""
    loader = FileSystemLoader(_TEMPLATES, encoding="utf-8")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals["base"] = "page.html"
    return made
