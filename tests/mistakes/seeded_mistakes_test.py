#!/usr/bin/env python3
"""Makes at least two hundred mistakes in a copy of the site's own content, as editors make them, and holds the findings
against what was done: each mistake is found at its line, and nothing else is.

    seeded_mistakes_test.py KATERN [--keep FOLDER]
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT_LEAST = 200


class Entry:
    """A file of content, its lines with their ends; lines count from 1."""

    def __init__(self, root, path):
        self.path = path
        self.name = path.relative_to(root).as_posix()
        self.lines = path.read_text(encoding="utf-8").splitlines(keepends=True)

    def end_of_front_matter(self):
        """The line of the second ---."""
        return self.lines.index("---\n", 1) + 1

    def line_of(self, key):
        """The line of a field that stands on one line; 0 where there is none."""
        for number, line in enumerate(self.lines[:self.end_of_front_matter()], 1):
            if line.startswith(key + ": "):
                return number
        return 0

    def value(self, key):
        return self.lines[self.line_of(key) - 1].split(": ", 1)[1].strip()

    def write(self, key, text):
        """Writes another line for a field."""
        number = self.line_of(key)
        self.lines[number - 1] = text + "\n"
        return number

    def add_field(self, line):
        """At the end of the front matter; the line of the first."""
        number = self.end_of_front_matter()
        self.lines[number - 1:number - 1] = [one + "\n" for one in line.split("\n")]
        return number

    def add_text(self, line):
        """Paragraphs of their own at the end; the line of the last."""
        if not self.lines[-1].endswith("\n"):
            self.lines[-1] += "\n"
        self.lines += ["\n"] + [one + "\n" for one in line.split("\n")]
        return len(self.lines)

    def save(self):
        self.path.write_text("".join(self.lines), encoding="utf-8")


TITLES = ("titel", "naam")


def title_of(entry):
    return next(key for key in TITLES if entry.line_of(key))


def plain_title(entry):
    return any(entry.line_of(key) and entry.value(key)[0].isalnum() for key in TITLES)


def titled(text):
    """Writes the title's line anew: {} is the title as it was."""
    def make(entry):
        key = title_of(entry)
        return entry.write(key, text.replace("{key}", key).replace("{}", entry.value(key)))
    return make


# Mistakes after which YAML cannot be read: one in a file.
BREAKING = {
    "yaml-colon-in-value": titled("{key}: Over leren: {}"),
    "yaml-colon-space": titled("{key}:{}"),
    "yaml-quote-open": titled('{key}: "{}'),
    "yaml-text-after-quote": titled('{key}: "Leren" {}'),
    "yaml-bracket-open": titled("{key}: [{}"),
    "yaml-anchor": titled("{key}: &leren {}"),
    "yaml-tag": titled("{key}: !{}"),
    "yaml-reserved-start": titled("{key}: @{}"),
    "yaml-backslash": titled('{key}: "C:\\leren {}"'),
    "yaml-apostrophe": titled("{key}: 't {}"),
    "yaml-key-doubled": lambda e: e.add_field(e.lines[e.line_of(title_of(e)) - 1].rstrip("\n")),
    "yaml-key-empty": lambda e: e.add_field(": leren"),
    "yaml-colon-missing": lambda e: e.add_field("opmerking over leren"),
    "yaml-comma-in-value": lambda e: e.add_field("spreker: {naam: Jansen, A. B.}"),
    "yaml-tab": lambda e: e.add_field("opmerkingen:\n\t- leren") + 1,
    "yaml-merge-key": lambda e: e.add_field("<<: {samenvatting: Leren}"),
    "yaml-directive": lambda e: e.add_field("%opmerking: leren"),
    "yaml-list-beside-key": lambda e: e.add_field("opmerkingen: - leren"),
}


def text_first(entry):
    entry.lines.insert(0, "Een praktijkverhaal.\n")
    return 2


BREAKING["front-matter-not-first"] = text_first

# Mistakes in one field: a file takes several. Each gets whether it fits the file, and what to do.
FIELDS = {
    "field-unknown": (lambda e: True, lambda e: e.add_field("opmerkng: leren")),
    "field-date-order": (lambda e: e.line_of("datum"), lambda e: e.write("datum", "datum: 20-11-2025")),
    "field-not-date": (lambda e: e.line_of("bijgewerkt") or not e.line_of("datum"),
                       lambda e: e.write("bijgewerkt", "bijgewerkt: morgen") if e.line_of("bijgewerkt")
                       else e.add_field("bijgewerkt: morgen")),
    "field-not-flag": (lambda e: not e.line_of("concept"), lambda e: e.add_field("concept: misschien")),
    "field-pattern-mismatch": (lambda e: not e.line_of("slug"), lambda e: e.add_field("slug: Leren In De Praktijk")),
    "field-empty": (lambda e: e.line_of("samenvatting"), lambda e: e.write("samenvatting", "samenvatting:")),
    "field-not-choice": (lambda e: e.line_of("type"), lambda e: e.write("type", "type: blok")),
    "field-not-list": (lambda e: e.line_of("themas"), lambda e: e.write("themas", "themas: leren in netwerken")),
    "field-not-url": (lambda e: e.line_of("website"), lambda e: e.write("website", "website: www.voorbeeld.nl")),
}

# Mistakes in the text that are seen in the file alone, also where its fields are wrong.
TEXT = {
    "raw-html-break": lambda e: e.add_text("Leren<br>in de praktijk."),
    "raw-html-comment": lambda e: e.add_text("<!-- nog aanvullen -->"),
    "heading-level-one": lambda e: e.add_text("# Leren in de praktijk"),
    "heading-empty": lambda e: e.add_text("##"),
    "link-unsafe": lambda e: e.add_text("Lees [het verslag](javascript:alert(1))."),
    "link-empty": lambda e: e.add_text("Lees [het verslag]()."),
    "link-without-text": lambda e: e.add_text("Lees [](https://voorbeeld.nl/verslag)."),
    "image-empty": lambda e: e.add_text("![Twee docenten]()"),
    "image-external": lambda e: e.add_text("![Twee docenten](https://voorbeeld.nl/docenten.jpg)"),
    "component-name-near": lambda e: e.add_text("```qoute\ntekst: Leren\n```") - 2,
    "footnote-without-text": lambda e: e.add_text("Dit staat in het jaarverslag.[^jaarverslag]"),
}

# Mistakes that are seen when the whole site is there.
SITE = {
    "link-to-nothing": lambda e: e.add_text("Lees [meer](dit-is-er-niet-en-komt-er-niet.md)."),
    "link-outside": lambda e: e.add_text("Lees [meer](../../../README.md)."),
    "picture-missing": lambda e: e.add_text("![Twee docenten](twee-docenten-aan-tafel.png)"),
    "link-anchor-unknown": lambda e: e.add_text("## Nog een kop\n\nTerug naar [boven](#deze-kop-is-er-niet)."),
    "reference-unknown": lambda e: e.write("themas", "themas: [" + e.value("themas").strip("[]").split(",")[0] + "xq]"),
}


class Seeder:
    def __init__(self, content):
        self.content = content
        self.expected = []

    def note(self, entry, line, code):
        self.expected.append((entry.name, line, code))

    def entries(self):
        """Plain entries: with a title that can be spoilt, and one line for each field."""
        found = [Entry(self.content.parent, path) for path in sorted(self.content.glob("*/*.md"))]
        return [entry for entry in found if plain_title(entry) and entry.line_of("samenvatting")]

    def seed(self):
        entries = self.entries()
        for index, (code, make) in enumerate(BREAKING.items()):
            entry = entries[index]
            self.note(entry, make(entry), code)
            entry.save()
        rest = entries[len(BREAKING):]
        for index, entry in enumerate(rest):
            if index % 2 == 0:
                self.spoil_fields(entry)
            else:
                self.spoil_site(entry)
            for code, make in list(TEXT.items())[index % 3::3]:
                self.note(entry, make(entry), code)
            entry.save()

    def spoil_fields(self, entry):
        for code, (fits, make) in FIELDS.items():
            if fits(entry):
                # New lines come below all others, so no line that was noted before moves.
                self.note(entry, make(entry), code)

    def spoil_site(self, entry):
        for code, make in SITE.items():
            if code != "reference-unknown" or entry.line_of("themas"):
                self.note(entry, make(entry), code)


def findings(katern, root):
    result = subprocess.run([katern, "check", "--root", root, "--as-of", "2026-11-22", "--format", "json"],
                            capture_output=True, timeout=120, check=False)
    if result.returncode != 1:
        sys.exit(f"katern ended with {result.returncode}: {result.stderr.decode()[:2000]}")
    lines = [json.loads(line) for line in result.stderr.decode().splitlines()]
    return [(f["file"], f["line"], f["code"]) for f in lines]


def show(title, rows):
    if rows:
        print(title)
    for (file, line, code), count in sorted(rows.items()):
        print(f"  {file}:{line} {code}" + (f" ({count}×)" if count > 1 else ""))


def main(arguments):
    katern = str(pathlib.Path(arguments[0]).resolve())
    with tempfile.TemporaryDirectory(prefix="katern-mistakes-") as scratch:
        root = pathlib.Path(arguments[2] if arguments[1:2] == ["--keep"] else scratch)
        for folder in ("content", "themes"):
            shutil.copytree(ROOT / folder, root / folder)
        seeder = Seeder(root / "content")
        seeder.seed()
        expected, got = collections.Counter(seeder.expected), collections.Counter(findings(katern, root))
    show("not found:", expected - got)
    show("found, but no mistake:", got - expected)
    print(f"{len(seeder.expected)} mistakes of {len({code for _, _, code in seeder.expected})} kinds")
    if len(seeder.expected) < AT_LEAST:
        print(f"fewer than {AT_LEAST}")
        return 1
    return 0 if expected == got else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
