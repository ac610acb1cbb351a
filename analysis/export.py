"""`claims export`: the published tables as Parquet or SQLite, typed, with what the data package says of each column.

Parquet: a file a table; its schema's metadata hold title, version, licence and citation, each field's its description,
unit and words. SQLite: one file with primary and foreign keys, and three tables of our own that describe the others
(`about`, `table_descriptions`, `column_descriptions`); Datasette opens it as it is. Exports are made on demand and
not committed: they promise equal content, not equal bytes.

    claims export --to sqlite                   frontline-claims-VERSION.sqlite
    claims export --to parquet --out FOLDER     FOLDER/claims.parquet ...
    claims export --to sqlite --from FOLDER     of another copy of data/published, such as `dvc get` writes
"""

import argparse
import sqlite3
import sys
from pathlib import Path

from analysis import export_parquet, export_sqlite, published

_WRITERS = {"parquet": (export_parquet.write, ""), "sqlite": (export_sqlite.write, ".sqlite")}


def main(argv: list[str] | None = None) -> int:
    """Write the export; exit status 1 if the tables cannot be read, or break their own keys."""
    parser = argparse.ArgumentParser(prog="claims export", description="The published tables in another format.")
    parser.add_argument("--to", choices=list(_WRITERS), required=True, help="parquet: a folder; sqlite: one file")
    parser.add_argument("--out", type=Path, help="folder or file to write; named by the version if not given")
    parser.add_argument("--from", dest="folder", type=Path, default=published.PUBLISHED, help="the published tables")
    options = parser.parse_args(argv)
    write, ending = _WRITERS[options.to]
    try:
        package = published.package(options.folder)
        out = options.out or Path(f"{package['name']}-{package['version']}{ending}")
        written = write(options.folder, out)
    except (OSError, ValueError, sqlite3.IntegrityError) as error:
        print(f"export: {error}", file=sys.stderr)
        return 1
    print(f"export: wrote {len(package['resources'])} tables to {out} ({written:,} bytes)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
