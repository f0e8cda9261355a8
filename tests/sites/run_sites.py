#!/usr/bin/env python3
"""Builds each tiny site beside this file and compares what comes out with its folder expected/.

    run_sites.py KATERN [--rewrite] [CASE ...]

Only the files that stand in expected/ are compared; `expected/FILES` lists the output's files where that matters.
Each site is built with one thread and with four: the bytes must be the same.
"""
import difflib
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import sites  # noqa: E402


def output_of(root):
    folder = root / "output"
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def build(katern, case, jobs):
    with tempfile.TemporaryDirectory(prefix="katern-site-") as scratch:
        root = pathlib.Path(scratch) / "site"
        sites.lay_out(case, root)
        result = sites.run(katern, root, sites.command_of(case) + ["--jobs", str(jobs)])
        if result.returncode != 0:
            return None, (result.stdout + result.stderr).decode()
        return output_of(root), ""


def difference(name, expected, got):
    if expected == got:
        return []
    lines = difflib.unified_diff(expected.decode(errors="replace").splitlines(), got.decode(errors="replace").splitlines(),
                                 f"expected/{name}", f"output/{name}", lineterm="")
    return list(lines)[:40]


def compare(case, output):
    problems = []
    listing = ("\n".join(output) + "\n").encode()
    for path in sorted((case / "expected").rglob("*")):
        if path.is_dir():
            continue
        name = str(path.relative_to(case / "expected"))
        got = listing if name == "FILES" else output.get(name)
        problems += ["the output has no " + name] if got is None else difference(name, path.read_bytes(), got)
    return problems


def rewrite(case, output):
    for path in (case / "expected").rglob("*"):
        name = str(path.relative_to(case / "expected"))
        if name == "FILES":
            path.write_bytes(("\n".join(output) + "\n").encode())
        elif path.is_file() and name in output:
            path.write_bytes(output[name])


def check(katern, case, rewriting):
    output, failure = build(katern, case, 1)
    if output is None:
        return [failure]
    threaded, _ = build(katern, case, 4)
    if threaded != output:
        return ["four threads give other bytes than one"]
    if rewriting:
        rewrite(case, output)
    return compare(case, output) if any((case / "expected").rglob("*")) else ["expected/ is empty"]


def main(arguments):
    rewriting = "--rewrite" in arguments
    arguments = [a for a in arguments if a != "--rewrite"]
    katern, wanted = str(pathlib.Path(arguments[0]).resolve()), arguments[1:]
    failed = 0
    chosen = [c for c in sites.cases(HERE) if not wanted or c.name in wanted]
    for case in chosen:
        problems = check(katern, case, rewriting)
        failed += bool(problems)
        print(("FAILED " if problems else "ok     ") + case.name)
        for line in problems:
            print("    " + line)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
