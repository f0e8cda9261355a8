"""The table of cases: plain text files in cases/, one for each topic.

    === name of a case
    --- data
    {"naam": "Ada"}
    --- main.txt
    Dag {{ naam }}.
    --- deel.txt
    a template that main.txt may include

`--- data` is JSON and may be left out. The other sections are templates by name; the first is rendered. The ending tells
whether values are escaped (html, xml) or not (txt). A section ends before the line that begins the next one; the
newline before that line is no part of it. In a section `--- lines txt` every line is a template and a case of its own.
"""

import json
import pathlib
from dataclasses import dataclass, field

FOLDER = pathlib.Path(__file__).parent / "cases"


@dataclass
class Case:
    name: str
    main: str
    templates: dict
    data: dict = field(default_factory=dict)


def sections(lines):
    """Pairs of a section's heading and its text."""
    heading, text = None, []
    for line in lines:
        if line.startswith("--- "):
            if heading is not None:
                yield heading, "\n".join(text)
            heading, text = line[4:].strip(), []
        else:
            text.append(line)
    if heading is not None:
        yield heading, "\n".join(text)


def cases_of(topic, name, lines):
    data, templates = {}, {}
    for heading, text in sections(lines):
        if heading == "data":
            data = json.loads(text)
        elif heading.startswith("lines "):
            main = "main." + heading[6:]
            for line in filter(None, text.split("\n")):
                yield Case(f"{topic}: {name}: {line}", main, {main: line}, data)
        else:
            templates[heading] = text
    if templates:
        yield Case(f"{topic}: {name}", next(iter(templates)), templates, data)


def load(folder=FOLDER):
    """All cases, in the order of the files."""
    for path in sorted(folder.glob("*.txt")):
        name, lines = None, []
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("=== "):
                if name:
                    yield from cases_of(path.stem, name, lines)
                name, lines = line[4:].strip(), []
            elif name:
                lines.append(line)
        if name:
            yield from cases_of(path.stem, name, without_last_newline(lines))


def without_last_newline(lines):
    return lines[:-1] if lines and not lines[-1] else lines
