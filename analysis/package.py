"""Stage `package`: the checksums of everything published.

Writes `reports/SHA256SUMS`, with paths relative to the root of the repository: `sha256sum --check reports/SHA256SUMS`
there verifies every table, chart, notebook and page.
"""

import hashlib
from pathlib import Path

from analysis import tables

OUT = Path("reports/SHA256SUMS")
PUBLISHED = (Path("data/published"), Path("reports"))


def checksums(folders: tuple[Path, ...]) -> str:
    """One line a published file, as `sha256sum` writes them, sorted by path."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and path != OUT)
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.as_posix()}\n" for path in files)


def main() -> None:
    """Run the stage."""
    tables.write_text(checksums(PUBLISHED), OUT)
    print(f"package: wrote {OUT}")


if __name__ == "__main__":
    main()
