#!/usr/bin/env python3
"""Renders the table of cases with Jinja and with Katern, and compares byte by byte.

    compare.py RENDER_TABLE [--docs docs/template-language.md] [--rewrite] [--show PART]

Differences that are meant stand in differences.txt with their reason, and in the docs; each of them must really differ.
"""

import argparse
import pathlib
import sys

import engines
import table

HERE = pathlib.Path(__file__).parent
MARKS = "<!-- differences: begin -->", "<!-- differences: end -->"


def known_differences(path=HERE / "differences.txt"):
    """Pairs of a reason and the names of its cases. A reason begins with "# "; its cases follow, one a line."""
    reasons = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            reasons.append((line[2:], []))
        elif line:
            reasons[-1][1].append(line)
    return reasons


def as_docs(reasons):
    return "\n".join(f"- {reason}" for reason, _ in reasons)


def check_docs(path, reasons, rewrite, marks=MARKS, source="differences.txt"):
    """Whether the list between the marks in the docs is that of the reasons."""
    begin, end = marks
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(begin + "\n")
    listed, after = rest.split(end)
    wanted = as_docs(reasons) + "\n"
    if listed == wanted:
        return True
    if rewrite:
        path.write_text(f"{before}{begin}\n{wanted}{end}{after}", encoding="utf-8")
        return True
    print(f"{path}: the list is not that of {source}; --rewrite mends it")
    return False


def compare(cases, katern, expected):
    """The number of cases that do not do what is expected of them."""
    wrong = 0
    for case in cases:
        ours = katern.render(case)
        theirs = engines.by_jinja(case)
        if engines.agree(theirs, ours) != (case.name in expected) and "crash" not in ours:
            continue
        wrong += 1
        print(f"{'same, though listed as different' if case.name in expected else 'different'}: {case.name}")
        print(f"  jinja:  {theirs}\n  katern: {ours}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--docs", type=pathlib.Path)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("--show", default="", help="only cases whose name has this in it")
    options = parser.parse_args()

    reasons = known_differences()
    expected = {name for _, names in reasons for name in names}
    cases = [case for case in table.load() if options.show in case.name]
    names = [case.name for case in cases]
    doubled = {name for name in names if names.count(name) > 1}
    for name in sorted(doubled):
        print(f"twice: {name}")
    lost = [] if options.show else sorted(expected - set(names))
    for name in lost:
        print(f"differences.txt names a case that is not there: {name}")

    katern = engines.Katern(options.program)
    wrong = compare(cases, katern, expected) + len(doubled) + len(lost)
    katern.close()
    if options.docs and not check_docs(options.docs, reasons, options.rewrite):
        wrong += 1
    print(f"{len(cases)} cases, {len(expected)} listed differences, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
