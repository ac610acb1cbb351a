"""The proof of reproducibility: a fresh clone, rebuilt elsewhere and otherwise, does not change by a byte."""

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Each of these writes numbers, dates or capitals in its own way.
OTHER_LOCALES = ("tr_TR.utf8", "uk_UA.utf8", "de_DE.utf8", "fr_FR.utf8")


def run(*command, cwd: Path, **options) -> str:
    """What a command printed; where it fails, an error that shows it."""
    done = subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace", **options,
    )  # fmt: skip
    if done.returncode:
        pytest.fail(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout[-8000:]}")
    return done.stdout


def locales() -> list[str]:
    """C, and one of another language where the machine has one."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    return ["C", *[name for name in OTHER_LOCALES if name in known][:1]]


def committed(tmp_path: Path) -> Path:
    """A repository to clone: this one, or, of an unpacked archive, one that holds its files."""
    if (ROOT / ".git").exists():
        if changed := run("git", "status", "--porcelain", cwd=ROOT):
            warnings.warn(f"rebuilt is HEAD, without the changes not yet committed:\n{changed}", stacklevel=2)
        return ROOT
    made = tmp_path / "archive.git"
    git = ["git", f"--git-dir={made}", f"--work-tree={ROOT}", "-c", "user.name=-", "-c", "user.email=-"]
    run("git", "init", "--quiet", "--bare", made, cwd=ROOT)
    run(*git, "add", "--all", cwd=ROOT)
    run(*git, "commit", "--quiet", "--message=archive", cwd=ROOT)
    return made


def elsewhere(clone: Path, tmp_path: Path, locale: str) -> dict[str, str]:
    """An environment as unlike the usual one as a reader's may be."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": locale,
        "PYTHONHASHSEED": "7",
        # Stages run in the clone and find its packages there; a notebook's kernel may run in a subfolder.
        "PYTHONPATH": str(clone),
        "DVC_SITE_CACHE_DIR": str(tmp_path / "site cache"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("locale", locales())
def test_a_clone_rebuilds_to_the_same_bytes(tmp_path, locale):
    clone = tmp_path / "another folder" / "the clone"
    run("git", "clone", "--quiet", committed(tmp_path), clone, cwd=tmp_path, umask=0o077)
    env = elsewhere(clone, tmp_path, locale)

    code = "import analysis, schemas; print(analysis.__path__[0], schemas.__path__[0], sep='\\n')"
    homes = run("python", "-c", code, cwd=clone, env=env).split("\n")[:2]
    assert homes == [str(clone / "analysis"), str(clone / "schemas")], "the clone must run its own code"

    printed = run("dvc", "repro", "--force", "--no-run-cache", cwd=clone, env=env, umask=0o077)
    changed = run("git", "status", "--porcelain", cwd=clone)
    summary = run("git", "--no-pager", "diff", "--stat=100", cwd=clone)
    lines = run("git", "--no-pager", "diff", "--unified=0", cwd=clone)[:4000]
    assert not changed, f"a rebuild changed\n{changed}\n{summary}\n{lines}\n{printed[-2000:]}"
