"""Stage `charts`: every chart drawn from the published tables.

Reads `data/published` and the section `charts` of `params.yaml`; writes `reports/charts/<name>/` (see `frame`).

    python -m analysis.charts
"""

from concurrent.futures import ProcessPoolExecutor

from analysis import params, published
from analysis.charts import claimed_advances, coverage, first_statement, frame

CHARTS = {module.NAME: module for module in (first_statement, claimed_advances, coverage)}


def make(name: str) -> str:
    """Draw one chart; returns what was written."""
    options = params.load()["charts"].get(name, {})
    chart = CHARTS[name].chart(published.PUBLISHED, options)
    written = frame.save(chart, published.package())
    files = ", ".join(path.name for path in written)
    return f"wrote {written[0].parent} ({files}; {len(chart.rows):,} plotted rows): {chart.title}"


def main() -> None:
    """Draw the charts side by side, as DVC runs one stage at a time."""
    with ProcessPoolExecutor() as pool:
        for message in pool.map(make, CHARTS):
            print(f"charts: {message}", flush=True)


if __name__ == "__main__":
    main()
