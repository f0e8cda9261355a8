#!/usr/bin/env python3
"""Builds each broken site beside this file and compares its findings with expected.txt (Dutch) and expected.en.txt.

    run_sites_fail.py KATERN [--rewrite] [CASE ...]

A case is named after the diagnostic code that it must show. Its output must not change.
"""
import difflib
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402

LANGUAGES = {"nl": "expected.txt", "en": "expected.en.txt"}


def run(katern, case, language):
    with tempfile.TemporaryDirectory(prefix="katern-site-") as scratch:
        root = pathlib.Path(scratch) / "site"
        sites.lay_out(case, root)
        result = sites.run(katern, root, sites.command_of(case) + ["--lang", language])
        left = [str(p) for p in (root / "output").rglob("*") if p.is_file() and not p.name.startswith(".")]
        text = result.stderr.decode() + result.stdout.decode() + f"exit {result.returncode}\n"
        return text, result.returncode, left


def problems_of(katern, case, language, rewriting):
    text, code, left = run(katern, case, language)
    expected = case / LANGUAGES[language]
    if rewriting:
        expected.write_text(text, encoding="utf-8")
    problems = []
    if f"[{case.name.split('.')[0]}]" not in text:
        problems.append(f"the finding {case.name.split('.')[0]} is not there")
    if code != 0 and left:
        problems.append("the output was changed: " + ", ".join(left))
    if not expected.exists():
        return problems + ["there is no " + expected.name]
    lines = difflib.unified_diff(expected.read_text(encoding="utf-8").splitlines(), text.splitlines(), expected.name, "got",
                                 lineterm="")
    return problems + list(lines)


def main(arguments):
    rewriting = "--rewrite" in arguments
    arguments = [a for a in arguments if a != "--rewrite"]
    katern, wanted = str(pathlib.Path(arguments[0]).resolve()), arguments[1:]
    failed = 0
    chosen = [c for c in sites.cases(HERE) if not wanted or c.name in wanted]
    for case in chosen:
        problems = [p for language in LANGUAGES for p in problems_of(katern, case, language, rewriting)]
        failed += bool(problems)
        print(("FAILED " if problems else "ok     ") + case.name)
        for line in problems:
            print("    " + line)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
