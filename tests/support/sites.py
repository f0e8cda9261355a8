"""Lays out the tiny sites that golden tests build: a base that all share, with a case's own files over it."""
import pathlib
import shutil
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
BASE = TESTS / "sites" / "base"
AS_OF = ["--as-of", "2026-11-22"]

# What stands in a case beside the files of its site.
NOT_THE_SITE = {"expected", "expected.txt", "expected.en.txt", "command", "make.py", "README.md"}


def cases(folder):
    return sorted(path for path in folder.iterdir() if path.is_dir() and path.name not in ("base", "__pycache__"))


def lay_out(case, root):
    """The site of a case at `root`: the base, and what the case says over it."""
    shutil.copytree(BASE, root, symlinks=True)
    overlay(case, root)


def overlay(case, root):
    """Puts a case's files over a site, and what its make.py writes.

    A make.py gets the folder of the site, and makes what a repository had better not hold: huge files, odd names, links.
    """
    for path in sorted(case.rglob("*")):
        relative = path.relative_to(case)
        if relative.parts[0] in NOT_THE_SITE or path.is_dir() and not path.is_symlink():
            continue
        target = root / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() or target.is_symlink():
            target.unlink()
        shutil.copy2(path, target, follow_symlinks=False)
    if (case / "make.py").exists():
        subprocess.run([sys.executable, case / "make.py", root], check=True, timeout=60)


def command_of(case):
    """The arguments of the run: those in the file `command`, or a build for a fixed day."""
    path = case / "command"
    return path.read_text(encoding="utf-8").split() if path.exists() else ["build"]


def run(katern, root, arguments):
    if arguments[0] in ("build", "check") and "--as-of" not in arguments:
        arguments = arguments + AS_OF
    return subprocess.run([katern, *arguments, "--color", "never"], cwd=root, capture_output=True, timeout=60)
