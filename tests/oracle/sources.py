#!/usr/bin/env python3
"""Lets other programs read the sources that Katern hands out: sources.py KATERN

bibutils reads BibTeX and RIS, citeproc-py reads CSL-JSON. What they make of the files of each entry is held against what
the entry says. A reader that is not installed is skipped, with a message; without any the test is skipped.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree

try:
    from citeproc.source.json import CiteProcJSON
except ImportError:
    CiteProcJSON = None

SKIPPED = 77
MODS = "{http://www.loc.gov/mods/v3}"

KIND = """kind: bron
folder: bronnen
url: "/bronnen/{{ slug }}/"
template: bron.html
roles: {title: titel, slug: slug}
fields:
  slug: {type: string}
  titel: {type: string, required: true}
  soort: {type: string, required: true}
  namen: {type: list, of: {type: string}}
  redactie: {type: list, of: {type: string}}
  jaar: {type: string}
  uit: {type: string}
  deel: {type: string}
  nummer: {type: string}
  bladen: {type: string}
  uitgever: {type: string}
  doi: {type: doi}
  isbn: {type: isbn}
  web: {type: url}
csl:
  type: soort
  author: namen
  editor: redactie
  issued: jaar
  container-title: uit
  volume: deel
  issue: nummer
  page: bladen
  publisher: uitgever
  DOI: doi
  ISBN: isbn
  URL: web
"""

# Names are written as in a list of sources; one without a comma is an organisation.
ENTRIES = {
    "artikel": {"titel": "Leren & werken: 50% praktijk", "soort": "article-journal", "jaar": "2020-03",
                "namen": ["van den Berg, Ellen", "Bos, Anna", "MBO Raad"], "uit": "Pedagogische Studiën", "deel": "97",
                "nummer": "2", "bladen": "101-120", "doi": "10.1000/a_b"},
    "boek": {"titel": "Eén boek over ‘leren’ – en meer", "soort": "book", "jaar": "2018", "namen": ["Özdemir, Şule"],
             "uitgever": "Boom", "isbn": "9789027439642"},
    "hoofdstuk": {"titel": "Een hoofdstuk", "soort": "chapter", "jaar": "2021", "namen": ["de Vries, Cees"],
                  "redactie": ["in 't Veld, Jan"], "uit": "Het boek", "bladen": "3-7", "uitgever": "Boom"},
    "rapport": {"titel": "Verslag van een jaar", "soort": "report", "jaar": "2022", "namen": ["Stichting Voorbeeld"],
                "uitgever": "Stichting Voorbeeld"},
    "proefschrift": {"titel": "Werken aan kennis", "soort": "thesis", "jaar": "2015-06-30", "namen": ["Jansen, Jan"],
                     "uitgever": "Universiteit Voorbeeld"},
    "webpagina": {"titel": "Feiten en cijfers", "soort": "webpage", "jaar": "2024", "namen": ["MBO Raad"],
                  "web": "https://voorbeeld.nl/feiten?a=1&b=50%25_x"},
    "vijandig": {"titel": r"a } b { c \input{x} $d$ #1 ~ ^ _ % & @book{x, title = {y}}", "soort": "book", "jaar": "2019",
                 "namen": [r"}{\write18{rm}, A"], "uitgever": r"TY - BOOK \end{document}"},
    "zonder-jaar": {"titel": "Zonder jaar", "soort": "document", "namen": ["Smit, Cato"]},
}


def make_site(root):
    def write(path, text):
        path = root / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    write("content/site.yaml", "title: Bronnen\nbase_url: https://voorbeeld.nl\nlanguage: nl\ntheme: kaal\n")
    write("content/kinds/bron.yaml", KIND)
    write("themes/kaal/theme.yaml", "name: Kaal\nversion: 1.0.0\n")
    write("themes/kaal/i18n/nl.yaml", "leeg: Leeg\n")
    for template in ("home", "404", "bron"):
        write(f"themes/kaal/templates/{template}.html", "<title>{{ title }}</title>\n")
    for slug, fields in ENTRIES.items():
        # A JSON text is a YAML text as well.
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
        write(f"content/bronnen/{slug}.md", f"---\nslug: {slug}\n" + "\n".join(lines) + "\n---\n")


def person(name):
    family, _, given = name.partition(", ")
    return (family, given)


def expected(fields):
    """What a reader should have read. BibTeX and RIS tell a title and its subtitle apart at a colon, or not."""
    return {"title": fields["titel"], "year": fields.get("jaar", "")[:4], "authors": [person(n) for n in fields["namen"]],
            "editors": [person(n) for n in fields.get("redactie", [])], "container": fields.get("uit", ""),
            "publisher": fields.get("uitgever", ""), "volume": fields.get("deel", ""), "issue": fields.get("nummer", ""),
            "pages": tuple(fields["bladen"].split("-")) if "bladen" in fields else (), "doi": fields.get("doi", ""),
            "isbn": fields.get("isbn", ""), "url": fields.get("web", "")}


def text_at(node, path):
    found = node.find("/".join(MODS + step if step[0] not in ".*" else step for step in path.split("/")))
    return "" if found is None else " ".join((found.text or "").split())


def people(mods, role):
    found = []
    for name in mods.findall(MODS + "name"):
        if name.find(f"{MODS}role/{MODS}roleTerm").text != role:
            continue
        parts = {part.get("type", "family"): [] for part in name.findall(MODS + "namePart")}
        for part in name.findall(MODS + "namePart"):
            parts[part.get("type", "family")].append(part.text)
        found.append((" ".join(parts.get("family", [])), " ".join(parts.get("given", []))))
    return found


def number_of(mods, kind):
    for detail in mods.iter(MODS + "detail"):
        if detail.get("type") == kind:
            return text_at(detail, "number")
    return ""


def identifier(mods, kind):
    return next((one.text for one in mods.iter(MODS + "identifier") if one.get("type") == kind), "")


def from_mods(mods):
    related = mods.find(MODS + "relatedItem")
    host = related if related is not None else mods
    where = [mods, host]
    titles = [text_at(mods, "titleInfo/title"), text_at(mods, "titleInfo/subTitle")]
    pages = mods.find(f".//{MODS}extent")
    first = lambda path: next((text for text in (text_at(node, path) for node in where) if text), "")  # noqa: E731
    return {"title": ": ".join(title for title in titles if title), "year": (first("originInfo/dateIssued")
            or first("part/date"))[:4], "authors": people(mods, "author"),
            "editors": people(mods, "editor") + (people(host, "editor") if host is not mods else []),
            "container": text_at(host, "titleInfo/title") if host is not mods else "",
            "publisher": first("originInfo/publisher") or "".join(name for name, _ in people(mods, "degree grantor")), "volume": number_of(mods, "volume"),
            "issue": number_of(mods, "issue") or number_of(mods, "number"),
            "pages": () if pages is None else (text_at(pages, "start"), text_at(pages, "end")),
            "doi": identifier(mods, "doi"), "isbn": identifier(mods, "isbn"),
            "url": text_at(mods, "location/url")}


def read_by_bibutils(command, path, organisations):
    run = subprocess.run([command, "-i", "utf8", "-u", "--asis", str(organisations), str(path)], capture_output=True,
                         timeout=60)
    # What bib2xml makes of characters that TeX has its own words for.
    text = run.stdout.decode("utf-8-sig")
    if command == "bib2xml":
        text = text.replace("\\textbackslash", "\\").replace("⌃", "^").replace("’t", "'t")
    if not text:
        sys.exit(f"{command} reads nothing: {run.stderr.decode()}")
    entries = ElementTree.fromstring(text).findall(MODS + "mods")
    assert len(entries) == 1, f"{len(entries)} entries: {run.stderr.decode()}"
    return from_mods(entries[0])


def read_by_citeproc(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what it does not know, it warns of
        (key, item), = CiteProcJSON(json.loads(path.read_text(encoding="utf-8"))).items()
    assert key == path.stem, key

    def names(variable):
        return [(name["literal"], "") if "literal" in name
                else (" ".join(filter(None, [name.get("non-dropping-particle"), name["family"]])), name.get("given", ""))
                for name in json.loads(path.read_text(encoding="utf-8"))[0].get(variable, [])]

    text = lambda variable: str(item.get(variable, ""))  # noqa: E731
    pages = item.get("page")
    return {"title": text("title"), "year": str(item["issued"]["year"]) if "issued" in item else "",
            "authors": names("author"), "editors": names("editor"), "container": text("container_title"),
            "publisher": text("publisher"), "volume": text("volume"), "issue": text("issue"),
            "pages": tuple(str(pages).replace("–", "-").split("-")) if pages else (), "doi": text("DOI"),
            "isbn": text("ISBN"), "url": text("URL")}


def readers(organisations):
    found = {}
    for extension, command in (("bib", "bib2xml"), ("ris", "ris2xml")):
        if shutil.which(command):
            found[extension] = lambda path, command=command: read_by_bibutils(command, path, organisations)
        else:
            print(f"bibutils is not installed: .{extension} is not read")
    if CiteProcJSON:
        found["json"] = read_by_citeproc
    else:
        print("python3-citeproc is not installed: .json is not read")
    return found


def main(katern):
    with tempfile.TemporaryDirectory(prefix="katern-readers-") as scratch:
        root = pathlib.Path(scratch)
        organisations = root / "organisations.txt"
        organisations.write_text("MBO Raad\nStichting Voorbeeld\n", encoding="utf-8")
        make_site(root)
        built = subprocess.run([katern, "build", "--root", root, "--as-of", "2026-11-22"], capture_output=True, timeout=60)
        if built.returncode != 0:
            sys.exit(built.stderr.decode())
        found = readers(organisations)
        failed = 0
        for slug, fields in ENTRIES.items():
            for extension, read in found.items():
                said = read(next((root / "output").rglob(f"{slug}.{extension}")))
                for key, wanted in expected(fields).items():
                    if said[key] != wanted:
                        failed += 1
                        print(f"FAILED {slug}.{extension}: {key} is read as {said[key]!r}, not {wanted!r}")
        print(f"{len(ENTRIES)} entries in {len(found)} forms, {failed} failed")
        return SKIPPED if not found else int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
