#!/usr/bin/env python3
"""Makes an entry of every kind of this site, fills in what it marks, and checks the site: new_entry_test.py KATERN

What is filled in comes from the JSON Schema of the kind. Every choice is made in turn that the file says to decide on
further fields ("Nodig bij ‘status: actief’"): those fields are filled in as well, and the check must pass. A kind for
which it does not should say `ask: true` or `required_when` of a field that its rules want.
"""
import itertools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-11-22"
TITLE = 'Proef: "een" titel, met #tekens?'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>\n'
MOST_TRIES = 200
MOST_SLUGS = 20


class Site:
    def __init__(self, katern, root):
        self.katern, self.root, self.slugs = katern, root, {}

    def run(self, *words):
        return subprocess.run([self.katern, *words, "--root", str(self.root)], capture_output=True, timeout=300)

    def errors(self):
        found = self.run("check", "--as-of", DAY, "--format", "json").stderr.decode().splitlines()
        return [finding for finding in map(json.loads, found) if finding["severity"] == "error"]

    def slug_of(self, kind):
        if kind not in self.slugs:
            rows = json.loads(self.run("list", kind, "--as-of", DAY, "--fields", "slug", "--format", "json").stdout)
            self.slugs[kind] = [row["slug"] for row in rows]
        return self.slugs[kind]


def candidates(site, schema, slugs=3):
    """Values, as front matter writes them, that fit a schema."""
    if "enum" in schema:
        return [value for value in schema["enum"] if isinstance(value, str)]
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "array" in types:
        count = max(schema.get("minItems", 1), 1)
        items = candidates(site, schema["items"], MOST_SLUGS if count > 1 else 3)
        return ["[" + ", ".join(some) + "]" for some in itertools.combinations(items, count)]
    if "object" in types:
        inner = schema.get("properties", {})
        names = schema.get("required") or list(inner)[:1]
        values = [f"{name}: {candidates(site, inner[name])[0]}" for name in names]
        return ["{" + ", ".join(values) + "}"]
    kinds = re.match(r"\^\(\?:\(\?:\(\?:([a-z0-9_|]+)\)/\)\?", schema.get("pattern", ""))
    if kinds:
        return [slug for kind in kinds[1].split("|") for slug in site.slug_of(kind)[:slugs]]
    if schema.get("format") == "date":
        return [DAY]
    if schema.get("format") == "iri":
        return ["https://voorbeeld.nl/"]
    if schema.get("format") == "idn-email":
        return ["naam@voorbeeld.nl"]
    if "[T ]" in schema.get("pattern", ""):
        return [f"{DAY}T09:30", f"{DAY}T10:30"]
    if "integer" in types or types[0] == "number":
        return [str(schema.get("minimum", 1))]
    if schema.get("pattern", "").startswith("^(?:(?![/"):
        return ["proef.svg"]
    examples = re.findall(r"zoals ([^\s,]+?)[,.]?(?:\s|$)", schema.get("patternErrorMessage", ""))
    return examples + ["2018", "90 min"] + ["Een zin om mee te proberen."]


def schema_at(schema, path):
    for name in path.split("."):
        while "properties" not in schema:
            schema = schema.get("items") or schema["additionalProperties"]
        schema = schema["properties"][name]
    return schema


def filled(text, choices):
    """The marked keys, which end in a colon, with a value each."""
    lines, left = text.split("\n"), list(choices)
    for i, line in enumerate(lines):
        if left and re.fullmatch(r" *(- )?" + re.escape(left[0][0].split(".")[-1]) + ":", line):
            lines[i] += " " + left.pop(0)[1]
    assert not left, f"no line for {left}"
    return "\n".join(lines)


def marked(text):
    """The fields that stand as comments, each with the words that say when it is needed."""
    return [(name, when) for when, name in re.findall(r"^# Nodig (.*?) – .*\n#(\w+):.*$", text, re.M)]


def is_met(when, field, value):
    """Whether words as "bij ‘type: vlog’ en zonder ‘transcript’" are true of a file with this choice and nothing else."""
    told = re.findall(r"(niet bij|bij|zonder) ‘([^’]*)’", when)
    return any(value_told == f"{field}: {value}" for _, value_told in told) and all(
        (value_told == f"{field}: {value}") == (word == "bij") for word, value_told in told)


def opened(text, names):
    """The comments of these fields as lines to fill in."""
    for name in names:
        text, count = re.subn(rf"^#{name}:.*$", f"{name}:", text, flags=re.M)
        assert count == 1, f"{name} stands {count} times"
    return text


def filling_order(text, names, brought):
    """The marked fields and those that they bring along, as they stand in the file."""
    lines, order, left = text.split("\n"), [], list(names)
    for line in lines:
        key = re.fullmatch(r" *(?:- )?(\w+):", line)
        if key and left and left[0].split(".")[-1] == key[1]:
            order.append(left.pop(0))
        elif key and key[1] in brought:
            order.append(key[1])
    return order


def problems_of(site, schema, path, text, names, fixed):
    """The errors that are left when every way to fill in these fields was tried."""
    values = [[fixed[name]] if name in fixed else candidates(site, schema_at(schema, name)) for name in names]
    problems = []
    for choice in itertools.islice(itertools.product(*values), MOST_TRIES):
        path.write_text(filled(text, zip(names, choice)), encoding="utf-8")
        problems = site.errors()
        if not problems:
            break
    return problems


def try_kind(site, kind):
    made = site.run("new", kind, TITLE, "--as-of", DAY, "--format", "json")
    if made.returncode != 0:
        return [made.stderr.decode()]
    told = json.loads(made.stdout)
    path = site.root / told["path"]
    (path.parent / "proef.svg").write_text(DRAWING)
    text = path.read_text(encoding="utf-8")
    schema = json.loads(site.run("schema", kind).stdout)
    names = told["to_fill"]
    problems = problems_of(site, schema, path, text, names, {})
    for name in names:
        for value in schema_at(schema, name).get("enum", []):
            brought = [field for field, when in marked(text) if is_met(when, name, value)]
            if not brought:
                continue
            with_more = opened(text, brought)
            all_names = filling_order(with_more, names, brought)
            left = problems_of(site, schema, path, with_more, all_names, {name: value})
            print(f"{'FAILED' if left else 'ok    '} {kind} with {name}: {value}, and so {', '.join(brought)}")
            problems += left
    path.unlink()
    (path.parent / "proef.svg").unlink()
    return [f"{finding['file']}:{finding['line']} {finding['message']}" for finding in problems]


def main(katern):
    katern = str(pathlib.Path(katern).resolve())
    with tempfile.TemporaryDirectory(prefix="katern-new-") as scratch:
        root = pathlib.Path(scratch)
        for folder in ("content", "themes"):
            shutil.copytree(ROOT / folder, root / folder)
        site = Site(katern, root)
        kinds = sorted(json.loads(site.run("schema").stdout)["$defs"])
        failed = 0
        for kind in kinds:
            problems = try_kind(site, kind)
            failed += bool(problems)
            print(("FAILED " if problems else "ok     ") + kind)
            for problem in problems:
                print("    " + problem)
    print(f"{len(kinds) - failed} passed, {failed} failed")
    return 1 if failed or not kinds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
