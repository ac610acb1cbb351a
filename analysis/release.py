"""`claims release VERSION --on DAY`: everything that a release is, up to the commit.

The order matters. First all refusals, before anything is written. Then the version is set everywhere and the graph is
rebuilt, because the version stands in what it builds. Then the manifest is made of the rebuilt files, with the section
of the changelog; and the graph runs once more, for `check`, the list of changes and the checksums look at the manifest.
At last the files are compared with the manifest again. The commit and the tag are left to a person.

Exit status 0 if the release is ready to be committed; 1 if it was refused or failed.
"""

import argparse
import sys
from datetime import date
from pathlib import Path

from analysis import changes, check, ledger, tables
from analysis.releases import bump, changelog, history, manifest, tools
from analysis.releases.manifest import Manifest

DATA = Path("data")

_UNDO = "The tree was clean before: `git restore . && git clean -d --force data reports` undoes what was written."


class Refused(Exception):
    """A release that may not be; `reasons` are one a line."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def reasons_against(version: str, day: str) -> list[str]:
    """Why this release may not be made now; writes nothing.

    Only what can be told at once: with a dirty tree or a stale graph the ledger is not looked at.
    """
    last = manifest.newest()
    found = version_faults(version, day, last)
    if left := tools.uncommitted():
        found.append(f"not committed: {', '.join(line[3:] for line in left[:5])}{' …' if len(left) > 5 else ''}")
    elif stale := tools.stale_stages():
        found.append(f"not up to date: {', '.join(stale)}: run `dvc repro`, and commit what it builds")
    if found:
        return found
    if not check.validation_is_on():
        return ["a row known to be bad was not refused: unset PANDERA_VALIDATION_ENABLED"]
    _, problems = check.check_ledger(DATA)
    return [str(problem) for problem in (*problems, *(p for p in changes.column_problems() if p not in problems))]


def version_faults(version: str, day: str, last: Manifest | None) -> list[str]:
    """What is wrong with a version and the day of its release; `last` is the release before, if any."""
    if not manifest.VERSION.fullmatch(version):
        return [f"{version!r} is not a version: write year, month and number within the month, e.g. 2026.11.0"]
    try:
        released_on = date.fromisoformat(day)
    except ValueError:
        return [f"{day!r} is not a day: write it as 2026-11-23"]
    found = []
    if manifest.order(version)[:2] != (released_on.year, released_on.month):
        found.append(f"{version} is not a version of the month of {day}: it begins with {released_on:%Y.%m}.")
    if last and manifest.order(version) <= manifest.order(last["version"]):
        found.append(f"{version} is not later than the last release, {last['version']}")
    if last and day < last["released_on"]:
        found.append(f"{day} is before the day of the last release, {last['released_on']}")
    return found


def release(version: str, day: str) -> list[Path]:
    """Make the release; returns the files that it wrote besides those of the graph, in their order.

    Raises:
        Refused: it may not be made; nothing was written.
        tools.ToolFailed: the rebuild failed on the way.
    """
    try:
        if found := reasons_against(version, day):
            raise Refused(found)
        texts = bump.texts(version, day)
        log = changelog.CHANGELOG.read_text(encoding="utf-8")
        changelog.with_section(log, "")
    except (bump.CannotBump, changelog.NoUnreleased, tools.ToolFailed) as error:
        raise Refused([str(error)]) from error
    for path, text in texts.items():
        tables.write_text(text, path)
    rebuild()
    made, section = manifest_and_section(version, day)
    written = manifest.write(made)
    tables.write_text(changelog.with_section(log, section), changelog.CHANGELOG)
    rebuild()
    verify(made)
    return [*texts, written, changelog.CHANGELOG]


def rebuild() -> None:
    """Bring the graph up to date, in sight."""
    tools.dvc("repro", show=True)


def manifest_and_section(version: str, day: str) -> tuple[Manifest, str]:
    """The manifest of what stands here now, and the computed section of the changelog."""
    raws, earlier = ledger.read_text(DATA), manifest.read_all()
    made = manifest.build(version, day, raws)
    last = earlier[-1] if earlier else None
    since = [change for change in history.changes(earlier, raws) if change.release == history.UNRELEASED]
    return made, changelog.section(made, last, since, raws)


def verify(made: Manifest) -> None:
    """Prove that the manifest tells what stands here after the last rebuild."""
    now = manifest.hashes()
    moved = sorted(name for name in now.keys() | made["files"].keys() if now.get(name) != made["files"].get(name))
    if moved:
        told = ", ".join(moved[:5])
        raise tools.ToolFailed(
            f"rebuilding after the manifest changed {told}: name them in manifest.AFTER_THE_MANIFEST"
        )
    if stale := tools.stale_stages():
        raise tools.ToolFailed(f"not up to date after the rebuild: {', '.join(stale)}")


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="claims release", description="Make a release, up to the commit.")
    parser.add_argument("version", help="year, month and number within the month: 2026.11.0")
    parser.add_argument("--on", required=True, metavar="DAY", help="the day of the release: 2026-11-23")
    options = parser.parse_args(argv)
    try:
        written = release(options.version, options.on)
    except Refused as refused:
        print("\n".join(refused.reasons))
        print(f"release: {options.version} refused; nothing was written", file=sys.stderr)
        return 1
    except tools.ToolFailed as error:
        print(f"release: {error}\n{_UNDO}", file=sys.stderr)
        return 1
    print("\n".join(f"release: wrote {path}" for path in written))
    print(f"""release: {options.version} is ready. Read its section in CHANGELOG.md, then

    git add --all
    git commit --message "Release {options.version}"
    git tag --annotate v{options.version} --message "Frontline Claims {options.version}"
    git push --follow-tags""")
    return 0


if __name__ == "__main__":
    sys.exit(main())
