#!/usr/bin/env python3
"""What was made up to show what the site can do is on the site, and in nothing that people subscribe to.

    made_up_test.py KATERN

Builds the site of this repository and looks for the titles of all entries that say `verzonnen: ja` in its feeds and calendars.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def made_up(katern):
    """The titles and addresses of what was made up, of every kind that can be."""
    found = []
    for path in sorted((REPOSITORY / "content" / "kinds").glob("*.yaml")):
        kind = re.search(r"^kind: (\w+)$", path.read_text(encoding="utf-8"), re.M)
        if not kind:
            continue
        result = subprocess.run([katern, "list", kind[1], "--root", REPOSITORY, "--where", "verzonnen", "--fields",
                                 "title,permalink", "--format", "json"], capture_output=True, timeout=60, check=True)
        found += [(entry["title"], entry["permalink"]) for entry in json.loads(result.stdout)]
    return found


def main(katern):
    entries = made_up(katern)
    assert len(entries) > 10, f"only {len(entries)} entries are made up: does this test still look for the right ones?"
    with tempfile.TemporaryDirectory(prefix="katern-made-up-") as scratch:
        output = pathlib.Path(scratch) / "output"
        subprocess.run([katern, "build", "--root", REPOSITORY, "--output", output, "--as-of", "2026-11-22", "--quiet"],
                       timeout=120, check=True)
        files = sorted(output.rglob("*.ics")) + sorted(output.rglob("feed.xml"))
        items = 0
        for path in files:
            text = path.read_text(encoding="utf-8").replace("\r\n ", "")
            pieces = re.findall(r"<item>.*?</item>|BEGIN:VEVENT.*?END:VEVENT", text, re.S)
            items += len(pieces)
            for piece in pieces:
                for title, address in entries:
                    # The first address of a piece is its own; what it tells of may be made up, and its text then says so.
                    own = re.search(r"(?:<link>|^URL:)(\S+?)(?:</link>|\r?$)", piece, re.M)
                    assert own and not own[1].endswith(address), f"{path.relative_to(output)} holds ‘{title}’, which was made up"
        assert items > 10, f"{len(files)} files hold {items} pieces only"
    print(f"{len(files)} feeds and calendars hold {items} pieces, none of {len(entries)} made up")


if __name__ == "__main__":
    main(sys.argv[1])
