#!/usr/bin/env python3
"""Checks the site of this repository itself, and the rules that its kinds declare.

    run_content.py KATERN [--rewrite] [CASE ...]

The site must have no findings. A case in cases/ is a folder with files that are laid over the site, and what its editor then
reads: expected.txt (Dutch) and expected.en.txt, without the line that counts. Its name says the rule. The day is always the same.
"""
import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402

AS_OF = ["--as-of", "2026-11-25"]
LANGUAGES = {"nl": "expected.txt", "en": "expected.en.txt"}


def check(katern, case, language):
    with tempfile.TemporaryDirectory(prefix="katern-content-") as scratch:
        root = pathlib.Path(scratch)
        shutil.copytree(ROOT / "content", root / "content", symlinks=True)
        shutil.copytree(ROOT / "themes", root / "themes", symlinks=True)
        if case:
            sites.overlay(case, root)
        result = sites.run(katern, root, ["check", "--lang", language] + AS_OF)
        findings = [line for line in (result.stderr + result.stdout).decode().splitlines() if not line.startswith("katern: ")]
        return "\n".join(findings + [f"exit {result.returncode}", ""])


def problems_of(katern, case, language, rewriting):
    try:
        text = check(katern, case, language)
    except (subprocess.SubprocessError, UnicodeDecodeError) as failure:
        return [str(failure)]
    if not case:
        return text.splitlines() if text != "exit 0\n" else []
    expected = case / LANGUAGES[language]
    if rewriting:
        expected.write_text(text, encoding="utf-8")
    if not expected.exists():
        return ["there is no " + expected.name]
    if "[" not in text:
        return ["nothing was found"]
    return list(difflib.unified_diff(expected.read_text(encoding="utf-8").splitlines(), text.splitlines(), expected.name, "got",
                                     lineterm=""))


def main(arguments):
    rewriting = "--rewrite" in arguments
    arguments = [a for a in arguments if a != "--rewrite"]
    katern, wanted = str(pathlib.Path(arguments[0]).resolve()), arguments[1:]
    cases = [None] + sites.cases(HERE / "cases")
    chosen = [c for c in cases if not wanted or c and c.name in wanted]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [[pool.submit(problems_of, katern, case, language, rewriting) for language in LANGUAGES] for case in chosen]
        for case, languages in zip(chosen, runs):
            problems = [p for language in languages for p in language.result()]
            failed += bool(problems)
            print(("FAILED " if problems else "ok     ") + (case.name if case else "the site has no findings"))
            for line in problems:
                print("    " + line)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
