#!/usr/bin/env python3
"""Holds the code against the rules of the house: check_house.py RULE… (all of them without a name).

Each rule is a function that yields what breaks it, as "file: what".
"""
import re
import sys

import source_text as source

CODE = {".h", ".cc", ".def"}
MOST_LINES = 400
# Words that happen to be a kind's name as well: an attribute of HTML, and what the summary counts in Dutch.
ANOTHER_SENSE = {("generator/templating/builtins/markup_filters.cc", "manifest"),
                 ("generator/templating/html_names.cc", "manifest"),
                 ("generator/cli/site_commands.cc", "pagina")}
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "misc"}


def rooms():
    """The table in docs/architecture.md and the folders that CMake builds are the same."""
    table, built = {room for _, room, _ in source.house_table()}, set(source.rooms())
    folders = {path.parent.name for path in source.files("generator", suffixes={".cc"})
               if path.parent.parent == source.GENERATOR}
    for room in sorted(table ^ built):
        yield f"generator/{room}: is {'not built' if room in table else 'not in docs/architecture.md'}"
    for room in sorted(folders - built):
        yield f"generator/{room}: has no katern_room()"


def layers():
    """A room uses only rooms above it in the table, and check and render do not know each other."""
    order = [room for _, room, _ in source.house_table()]
    numbers = [layer for layer, _, _ in source.house_table()]
    if numbers != sorted(numbers):
        yield "docs/architecture.md: the table is not in the order of the layers"
    for room, uses in source.rooms().items():
        for used in uses:
            if order.index(used) >= order.index(room):
                yield f"generator/{room}/CMakeLists.txt: uses {used}, which stands below it"
            if {room, used} == {"check", "render"}:
                yield f"generator/{room}/CMakeLists.txt: check and render do not know each other"


def includes():
    """What a room includes is its own, or of a room that its CMakeLists.txt names."""
    may_use = source.rooms()
    for path in source.files("generator", suffixes=CODE):
        room = path.relative_to(source.GENERATOR).parts[0]
        for included in source.includes(path):
            other = included.split("/")[0]
            if other in may_use and other != room and other not in may_use[room]:
                yield f"{source.shown(path)}: includes {included}, but its CMakeLists.txt does not name {other}"


def doors():
    """An outside library is included by one room only."""
    door_of = {prefix: room for _, room, prefixes in source.house_table() for prefix in prefixes}
    rooms_built = source.rooms()
    for path in source.files("generator", suffixes=CODE):
        room = path.relative_to(source.GENERATOR).parts[0]
        for included in source.includes(path):
            if included.split("/")[0] in rooms_built:
                continue
            door = next((door_of[prefix] for prefix in door_of if included.startswith(prefix)), None)
            if door is None and not _is_of_the_system(included):
                yield f"{source.shown(path)}: includes {included}, whose door docs/architecture.md does not name"
            if door not in (None, room):
                yield f"{source.shown(path)}: includes {included}, whose door is {door}"
    for path in source.files("generator", suffixes=CODE):
        if "tl/expected.hpp" in source.includes(path) and source.shown(path) != "generator/diagnostics/result.h":
            yield f"{source.shown(path)}: includes tl/expected.hpp instead of diagnostics/result.h"


def _is_of_the_system(included):
    """C++'s own headers have no suffix, those of C and POSIX stand at the top or in sys/."""
    return "." not in included or "/" not in included or included.startswith("sys/")


def sources():
    """Every .cc is built."""
    for path in source.files("generator", suffixes={".cc"}):
        room = source.GENERATOR / path.relative_to(source.GENERATOR).parts[0]
        lists = (room / "CMakeLists.txt").read_text(encoding="utf-8")
        named = path.relative_to(room).as_posix()
        globbed = any(path.match(pattern) for pattern in re.findall(r"\S+/\*\.cc", lists))
        if not globbed and not re.search(rf"(?<![\w/]){re.escape(named)}(?!\w)", lists):
            yield f"{source.shown(path)}: is not in {source.shown(room)}/CMakeLists.txt"


def headers():
    """A header is read once, and puts no namespace into those who read it."""
    for path in source.files("generator", "tests", suffixes={".h"}):
        text = source.without_comments(path.read_text(encoding="utf-8"))
        if "#pragma once" not in text:
            yield f"{source.shown(path)}: lacks #pragma once"
        if re.search(r"\busing\s+namespace\b", text):
            yield f"{source.shown(path)}: says using namespace"


def codes_are_used():
    """Every code is made somewhere."""
    used = set()
    for path in source.files("generator", suffixes={".h", ".cc"}):
        used.update(re.findall(r"Code::(\w+)", path.read_text(encoding="utf-8")))
    for path, name, _, _ in source.codes():
        if name not in used:
            yield f"{source.shown(path)}: nobody makes {name}"


def codes_are_tested():
    """Every code appears in a unit test, or in what a test expects to be printed."""
    tested = {path.name for path in (source.ROOT / "tests" / "sites_fail").iterdir()}
    for path in source.files("tests", suffixes={".h", ".cc", ".txt", ".json", ".jsonl", ".yaml"}):
        tested.update(re.findall(r"\w+(?:-\w+)*", path.read_text(encoding="utf-8", errors="replace")))
    for path, name, _, _ in source.codes():
        if name not in tested and name.replace("_", "-") not in tested:
            yield f"{source.shown(path)}: no test makes {name} appear"


def code_texts():
    """Every code has both languages, which speak of the same arguments; names differ."""
    seen = set()
    for path, name, severity, texts in source.codes():
        where = f"{source.shown(path)}: {name}"
        if name in seen:
            yield f"{where} is there twice"
        seen.add(name)
        if severity not in ("error", "warning", "hint"):
            yield f"{where} has the severity {severity}"
        if len(texts) != 4:
            yield f"{where} has {len(texts)} texts instead of 4"
            continue
        dutch, dutch_mend, english, english_mend = texts
        if not dutch or not english:
            yield f"{where} lacks a text"
        if bool(dutch_mend) != bool(english_mend):
            yield f"{where} has advice in one language only"
        if _arguments(dutch) != _arguments(english):
            yield f"{where} tells {_arguments(dutch)} in Dutch and {_arguments(english)} in English"
        if not dutch.endswith((".", "?", "}")) or not english.endswith((".", "?", "}")):
            yield f"{where} is no sentence"


def _arguments(text):
    """{message_en} is the English of what {message} is in Dutch: texts that the content brings."""
    return sorted({name.removesuffix("_en") for name in re.findall(r"(?<!\{)\{(\w+)\}", text)})


def phrases():
    """What a call of the template language says it expects is there in Dutch as well."""
    text = (source.GENERATOR / "diagnostics" / "phrases.def").read_text(encoding="utf-8")
    known = re.findall(r'^KATERN_PHRASE\("([^"]*)"', text, re.M)
    said = re.compile(r'(?:\b(?:wrong_subject|wrong_argument|bad_value|fail)\((?:\w+, )?|"expected", )"([^"]*)"')
    for path in source.files("generator/templating/builtins", suffixes={".cc"}):
        for phrase in said.findall(path.read_text(encoding="utf-8")):
            if not any(phrase in (one, one.partition("*")[0]) for one in known):
                yield f"{source.shown(path)}: phrases.def lacks {phrase!r}"


def names():
    """No folder and no file has a name that says nothing."""
    for path in sorted(source.ROOT.rglob("*")):
        parts = path.relative_to(source.ROOT).parts
        if source.LEFT_OUT.intersection(parts) or parts[0] in ("content", "output"):
            continue
        if VAGUE_NAMES.intersection(re.split(r"[_.\-]", parts[-1].lower())):
            yield f"{source.shown(path)}: name it after what it does"


def lengths():
    """A file can be read in one go."""
    for path in source.files("generator", "tests", suffixes={".h", ".cc", ".py"}):
        count = path.read_text(encoding="utf-8").count("\n")
        if count > MOST_LINES:
            yield f"{source.shown(path)}: has {count} lines, more than {MOST_LINES}"


def kinds():
    """The program names no kind of content."""
    kind_names = set()
    for path in source.files("content/kinds", suffixes={".yaml"}):
        kind_names.update(re.findall(r"^kind:\s*([a-z]\w*)", path.read_text(encoding="utf-8"), re.M))
    if not kind_names:
        yield "content/kinds: has no kinds"
    for path in source.files("generator", suffixes={".h", ".cc"}):
        text = path.read_text(encoding="utf-8")
        words = {word for name in source.identifiers(text) for word in name.lower().split("_")}
        for kind in sorted(kind_names.intersection(words | source.literals(text))):
            if (source.shown(path), kind) not in ANOTHER_SENSE:
                yield f"{source.shown(path)}: names the kind {kind}"


RULES = [rooms, layers, includes, doors, sources, headers, codes_are_used, codes_are_tested, code_texts, phrases, names,
         lengths, kinds]


def main(wanted):
    broken = 0
    for rule in RULES:
        if wanted and rule.__name__ not in wanted:
            continue
        findings = list(rule())
        if findings:
            print(rule.__doc__.strip())
        for finding in findings:
            print(f"  {finding}")
        broken += len(findings)
    unknown = set(wanted) - {rule.__name__ for rule in RULES}
    if unknown:
        raise SystemExit(f"no such rule: {', '.join(sorted(unknown))}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
