#!/usr/bin/env python3
"""The site of this repository may live in a folder of another one: every address of its own begins there.

    folder_test.py KATERN

Builds the site for such an address, with a page that has a button (the component oproep), and looks at all that its pages link to.
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
FOLDER = "/map/"
PAGE = """---
titel: Proef
samenvatting: Een knop naar deze site.
---

```oproep
tekst: Lees verder.
knop:
  tekst: Berichten
  link: /berichten/
```
"""


def own_addresses(text):
    """Of links, pictures, styles, scripts and forms that are paths of a site."""
    for found in re.findall(r'\s(?:href|src|action|poster|data-[a-z-]+)="(/[^"]*)"', text):
        yield html.unescape(found)
    for found in re.findall(r'\ssrcset="([^"]*)"', text):
        for candidate in html.unescape(found).split(","):
            if candidate.strip().startswith("/"):
                yield candidate.split()[0]


def main(katern):
    with tempfile.TemporaryDirectory(prefix="katern-folder-") as scratch:
        root = pathlib.Path(scratch)
        for part in ("content", "themes"):
            shutil.copytree(REPOSITORY / part, root / part, symlinks=True)
        (root / "content/paginas/proef.md").write_text(PAGE, encoding="utf-8")
        subprocess.run([katern, "build", "--root", root, "--as-of", "2026-11-22", "--quiet", "--base-url",
                        "https://voorbeeld.nl" + FOLDER], timeout=120, check=True)
        pages = sorted((root / "output").rglob("*.html"))
        seen = 0
        for page in pages:
            for address in own_addresses(page.read_text(encoding="utf-8")):
                seen += 1
                assert address.startswith(FOLDER), f"{page.relative_to(root / 'output')} links to {address}"
        button = '<a class="button" href="/map/berichten/">'
        assert any(button in page.read_text(encoding="utf-8") for page in pages), "the page with the button is not there"
        assert seen > 1000, f"{len(pages)} pages hold {seen} addresses only: does this test still look for the right ones?"
    print(f"{seen} addresses on {len(pages)} pages begin with {FOLDER}")


if __name__ == "__main__":
    main(sys.argv[1])
