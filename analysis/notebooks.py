"""Stage `notebooks`: run each notebook with a real kernel and publish it as HTML and `.ipynb`.

Sources are `notebooks/NN_name.py` (jupytext, percent format). They run side by side, each in its own kernel, with the
repository as working folder. Outputs in `reports/notebooks/` carry no time, no path and no address outside the page,
so that the same inputs give the same bytes.
"""

import asyncio
import os
import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter

from analysis import tables

SOURCES = Path("notebooks")
OUT = Path("reports/notebooks")

TEMPLATE = Path(__file__).parent / "templates" / "notebook.html.j2"


def read(path: Path) -> nbformat.NotebookNode:
    """One notebook from its source, with cell ids that do not change from run to run."""
    notebook = jupytext.read(path)
    notebook.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
        "title": notebook.cells[0].source.splitlines()[0].removeprefix("# "),
    }
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number}"
        cell.metadata = {}
    return notebook


async def run(path: Path) -> nbformat.NotebookNode:
    """Execute one notebook in a kernel of its own.

    Raises:
        CellExecutionError: a cell failed; the message holds the cell and the traceback.
    """
    notebook = read(path)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", record_timing=False, extra_arguments=["--log-level=ERROR"]
    )
    await client.async_execute(cwd=str(Path.cwd()))
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


async def run_all(paths: list[Path]) -> list[nbformat.NotebookNode]:
    """Execute all notebooks side by side."""
    return await asyncio.gather(*map(run, paths))


def publish(notebook: nbformat.NotebookNode, name: str) -> list[Path]:
    """Write `name.ipynb` and `name.html`; returns their paths."""
    exporter = HTMLExporter(template_file=str(TEMPLATE), embed_images=True)
    page, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})
    written = [OUT / f"{name}.ipynb", OUT / f"{name}.html"]
    tables.write_text(nbformat.writes(notebook) + "\n", written[0])
    tables.write_text(page, written[1])
    return written


def main() -> int:
    """Run the stage; a failing cell is shown and nothing is written."""
    # A frozen-module warning of the debugger would otherwise stand in the log of every kernel.
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    paths = sorted(SOURCES.glob("[0-9]*.py"))
    try:
        notebooks = asyncio.run(run_all(paths))
    except CellExecutionError as error:
        print(f"notebooks: {error}", file=sys.stderr)
        return 1
    for path, notebook in zip(paths, notebooks, strict=True):
        for written in publish(notebook, path.stem):
            print(f"notebooks: wrote {written}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
