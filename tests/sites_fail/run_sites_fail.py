#!/usr/bin/env python3
"""Builds each broken site beside this file and compares its findings with expected.txt (Dutch) and expected.en.txt.

    run_sites_fail.py KATERN [--rewrite] [CASE ...]

A case is a folder named after the diagnostic code that it must show (yaml-tab, or yaml-tab.in-kinds for a second case). It
holds what differs from the base site. A run that ends in an error must leave every file as it was, but for what publishing
keeps beside the output for itself. Every code has a case, or a line in without_case.txt that says why no files can bring it
about; a unit test then does.
"""
import concurrent.futures
import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "support"), str(HERE.parent / "architecture")]
import sites  # noqa: E402
import source_text as source  # noqa: E402

KEPT_BY_PUBLISHING = ".output.katern"
LANGUAGES = {"nl": "expected.txt", "en": "expected.en.txt"}
WITHOUT_CASE = HERE / "without_case.txt"


def shown_code_of(case):
    return case.name.split(".")[0]


def code_of(case):
    return shown_code_of(case).replace("-", "_")


def state_of(root):
    """Which files there are, and what any writing would change about them."""
    state = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != KEPT_BY_PUBLISHING]
        for name in folders + files:
            path = os.path.join(folder, name)
            stat = os.lstat(path)
            state[path] = stat.st_mode if name in folders else (stat.st_mode, stat.st_ino, stat.st_size, stat.st_mtime_ns)
    return state


def run(katern, case, language):
    """What is printed, the exit code, and the files that are not what they were."""
    with tempfile.TemporaryDirectory(prefix="katern-site-") as scratch:
        root = pathlib.Path(scratch) / "site"
        sites.lay_out(case, root)
        before = state_of(root)
        result = sites.run(katern, root, sites.command_of(case) + ["--lang", language])
        after = state_of(root)
        changed = sorted(os.path.relpath(p, root) for p in before.keys() | after.keys() if before.get(p) != after.get(p))
        text = result.stderr.decode() + result.stdout.decode() + f"exit {result.returncode}\n"
        return text, result.returncode, changed


def problems_of(katern, case, language, rewriting):
    try:
        text, code, changed = run(katern, case, language)
    except (subprocess.SubprocessError, UnicodeDecodeError) as failure:
        return [str(failure)]
    expected = case / LANGUAGES[language]
    if rewriting:
        expected.write_text(text, encoding="utf-8")
    problems = []
    if code not in (0, 1, 3):
        problems.append(f"the run ended with {code}")
    shown = shown_code_of(case)
    if f"[{shown}]" not in text and f",title={shown}::" not in text:
        problems.append(f"the finding {shown_code_of(case)} is not there")
    if code != 0 and changed:
        problems.append("files were changed: " + ", ".join(changed))
    if not expected.exists():
        return problems + ["there is no " + expected.name]
    lines = difflib.unified_diff(expected.read_text(encoding="utf-8").splitlines(), text.splitlines(), expected.name, "got",
                                 lineterm="")
    return problems + list(lines)


def codes_without_case(cases):
    """Problems with the codes that have no case, and with what is said about them."""
    with_case = {code_of(case) for case in cases}
    excused = {}
    for line in WITHOUT_CASE.read_text(encoding="utf-8").splitlines():
        code, _, reason = line.partition(" ")
        excused[code] = reason.strip()
    known = {name for _, name, _, _ in source.codes()}
    unit_tests = "".join(p.read_text(encoding="utf-8") for p in source.files("tests/unit", suffixes={".cc", ".h"}))
    for code in sorted(known - with_case - excused.keys()):
        yield f"{code} has no case and is not in {WITHOUT_CASE.name}"
    for code, reason in excused.items():
        if code not in known:
            yield f"{WITHOUT_CASE.name}: there is no {code}"
        elif code in with_case:
            yield f"{WITHOUT_CASE.name}: {code} has a case"
        elif not reason:
            yield f"{WITHOUT_CASE.name}: {code} has no reason"
        elif code not in unit_tests and code.replace("_", "-") not in unit_tests:
            yield f"{WITHOUT_CASE.name}: no unit test names {code}"
    for code in sorted(with_case - known):
        yield f"there is a case of {code}, which is no code"


def main(arguments):
    rewriting = "--rewrite" in arguments
    arguments = [a for a in arguments if a != "--rewrite"]
    katern, wanted = str(pathlib.Path(arguments[0]).resolve()), arguments[1:]
    cases = sites.cases(HERE)
    chosen = [c for c in cases if not wanted or c.name in wanted]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [[pool.submit(problems_of, katern, case, language, rewriting) for language in LANGUAGES] for case in chosen]
        for case, languages in zip(chosen, runs):
            problems = [p for language in languages for p in language.result()]
            failed += bool(problems)
            print(("FAILED " if problems else "ok     ") + case.name)
            for line in problems:
                print("    " + line)
    unexplained = [] if wanted else list(codes_without_case(cases))
    for line in unexplained:
        print("FAILED " + line)
    print(f"{len(chosen) - failed} passed, {failed + len(unexplained)} failed")
    return 1 if failed or unexplained or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
