"""The dataset as a whole for machines: schema.org `Dataset` in JSON-LD, with what Google's dataset search asks for.

There is no `url`, `sameAs` or DOI, because the dataset has no address of its own yet and none is made up: addresses of
the files are relative to the page. How to cite the data stands in `creditText`, since `citation` is for articles beside
a dataset. What time and ground the claims are about is read from the rows.
"""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import description
from analysis.report.rows import REPORTED, Rows

FILES = "../data/published/"


def dataset(rows: Rows) -> dict[str, Any]:
    """The description of the published tables, for the page `index.html`."""
    package = rows.package
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": package["title"],
        "alternateName": package["name"],
        "description": package["description"],
        "version": package["version"],
        "datePublished": package["created"][:10],
        "inLanguage": "en",
        "keywords": package["keywords"],
        "creator": {"@type": "Organization", "name": description.CREATOR},
        "license": package["licenses"][0]["path"],
        "creditText": description.citation(package["version"]),
        "isAccessibleForFree": True,
        "temporalCoverage": temporal_coverage(rows),
        "spatialCoverage": spatial_coverage(rows),
        "measurementTechnique": description.METHOD,
        "variableMeasured": list(_variables(rows)),
        "isBasedOn": sorted({source["path"] for one in package["resources"] for source in one.get("sources", [])}),
        "distribution": [_download(resource) for resource in package["resources"]],
    }


def temporal_coverage(rows: Rows) -> str:
    """The days from the first to the last that a reported row is about, as an interval of ISO 8601."""
    windows = pd.concat([rows.frames[name][["window_start", "window_end"]] for name in REPORTED])
    return f"{windows['window_start'].min():%Y-%m-%d}/{windows['window_end'].max():%Y-%m-%d}"


def spatial_coverage(rows: Rows) -> dict[str, Any]:
    """The box around the places: south, west, north, east in degrees."""
    places = rows.frames["places"]
    corners = (places["lat"].min(), places["lon"].min(), places["lat"].max(), places["lon"].max())
    box = " ".join(f"{corner:.4f}" for corner in corners)
    return {"@type": "Place", "name": description.GROUND, "geo": {"@type": "GeoShape", "box": box}}


def _variables(rows: Rows) -> Iterator[dict[str, str]]:
    """The quantities of the reported tables, each once: columns that bounds follow."""
    seen = set()
    for table in REPORTED:
        fields = rows.fields[table]
        for name, field in fields.items():
            if f"{name}_low" in fields and name not in seen:
                seen.add(name)
                unit = {"unitText": field["unit"]} if "unit" in field else {}
                yield {"@type": "PropertyValue", "name": name, "description": field["description"]} | unit


def _download(resource: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": resource["title"],
        "description": resource["description"],
        "contentUrl": FILES + resource["path"],
        "encodingFormat": resource["mediatype"],
        "contentSize": f"{resource['bytes']} B",
        "sha256": resource["hash"].removeprefix("sha256:"),
        "license": resource["licenses"][0]["path"],
    }
