#!/usr/bin/env python3
"""Holds docs/velden.md to what the kinds of this site declare: reference_test.py KATERN"""
import difflib
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(katern):
    printed = subprocess.run([katern, "schema", "--format", "markdown", "--root", str(ROOT)], capture_output=True,
                             check=True, timeout=120).stdout.decode()
    written = (ROOT / "docs" / "velden.md").read_text(encoding="utf-8")
    if printed == written:
        return 0
    print("docs/velden.md is not what the kinds say. Write it anew:\n"
          "    ./katern schema --format markdown > docs/velden.md")
    for line in difflib.unified_diff(written.splitlines(), printed.splitlines(), "docs/velden.md", "katern", lineterm="", n=0):
        print("    " + line)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
