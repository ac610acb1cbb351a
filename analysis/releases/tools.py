"""Git and DVC as the release and the comparison need them; each raises `ToolFailed` with what the tool said."""

import io
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path


class ToolFailed(RuntimeError):
    """A command ended with an error; the message is what it printed."""


def git(*arguments: str) -> str:
    """What a Git command prints, in the working folder."""
    return _run(["git", "--no-pager", *arguments]).decode("utf-8", "replace").rstrip("\n")


def dvc(*arguments: str, show: bool = False) -> str:
    """What a DVC command prints; with `show` it prints to the terminal as it goes. Stages run this Python."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return _run([sys.executable, "-m", "dvc", *arguments], show=show, PATH=path).decode("utf-8", "replace").strip()


def uncommitted() -> list[str]:
    """The files that differ from the last commit, or are not in it, as Git's short status has them."""
    return git("status", "--porcelain").splitlines()


def stale_stages() -> list[str]:
    """The stages that `dvc repro` would run."""
    return sorted(json.loads(dvc("status", "--json") or "{}"))


def commit_of(revision: str) -> str | None:
    """The full id of the commit that a tag, branch or id names; None if there is none."""
    try:
        return git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except ToolFailed:
        return None


def commit_that_added(path: str) -> str | None:
    """The first commit that has this file; None if it was never committed."""
    return git("log", "--diff-filter=A", "--format=%H", "--", path).split("\n")[-1] or None


def extract(commit: str, below: str, into: Path) -> None:
    """Write the files that a commit has below a folder of the repository."""
    data = _run(["git", "archive", "--format=tar", commit, "--", below])
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(into, filter="data")


def _run(command: list[str], *, show: bool = False, **environment: str) -> bytes:
    streams = {} if show else {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, env=os.environ | environment, **streams)
    except FileNotFoundError as error:
        raise ToolFailed(f"{command[0]} is not installed") from error
    if done.returncode:
        said = (done.stderr or b"").decode("utf-8", "replace").strip()
        raise ToolFailed(said or f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout or b""
