#!/usr/bin/env python3
"""Makes a site of N entries of about 5 KB, with this repository's content model and theme.

    make_site.py N DIRECTORY

The same N gives the same bytes. Nine in ten entries are berichten; the rest are thema's, persons and institutions for
them to refer to.
"""
import pathlib
import random
import re
import shutil
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

NOUNS = """onderwijs onderzoek student docent practor vraagstuk beroepspraktijk netwerk kennis innovatie leeromgeving
samenwerking ontwikkeling opleiding instelling werkveld experiment ervaring inzicht reflectie vakmanschap technologie
zorg bedrijf regio gesprek ontwerp resultaat aanpak richting vraag antwoord team leerling stage project partner""".split()
VERBS = """leert onderzoekt verbindt versterkt ontwikkelt deelt bespreekt verkent vernieuwt begeleidt ontwerpt toetst
verbetert bundelt verspreidt organiseert vertelt bevordert ondersteunt stimuleert""".split()
ADJECTIVES = """praktische nieuwe lerende gezamenlijke regionale onderzoekende sterke open brede digitale duurzame
kleine heldere gerichte zichtbare stevige""".split()
OTHERS = """samen vandaag ook nog steeds meestal in de school met het werkveld tijdens de stage na afloop volgens plan
zonder haast binnen het team over de grenzen van het vak""".split()


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def sentence(self):
        r = self.random
        words = ["De", r.choice(ADJECTIVES), r.choice(NOUNS), r.choice(VERBS), "de", r.choice(ADJECTIVES), r.choice(NOUNS)]
        words += [r.choice(OTHERS) for _ in range(r.randint(2, 9))]
        return " ".join(words) + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))

    def title(self):
        return " ".join([self.random.choice(ADJECTIVES), self.random.choice(NOUNS), self.random.choice(VERBS),
                         self.random.choice(NOUNS)]).capitalize()


def body(writer, number, count):
    r = writer.random
    link = f"[een eerder bericht](bericht-{r.randrange(count):06}.md)"
    parts = [writer.paragraph()]
    for section in range(3):
        parts.append(f"## {writer.title()} {section + 1}")
        parts.append(writer.paragraph() + f" Lees ook {link}, of kijk op <https://voorbeeld.nl/{number}/{section}>.")
        parts.append("\n".join(f"- **{r.choice(NOUNS)}**: {writer.sentence()}" for _ in range(4)))
        parts.append(writer.paragraph())
    parts.append("| Jaar | Aantal | Toelichting |\n| --- | ---: | --- |\n"
                 + "\n".join(f"| {2015 + i} | {r.randint(1, 99)} | {writer.sentence()} |" for i in range(4)))
    parts.append(f"Dit blijkt uit eerder werk.[^bron] {writer.paragraph()}")
    parts.append(f"[^bron]: {writer.sentence()}")
    return "\n\n".join(parts) + "\n"


def front_matter(**fields):
    lines = []
    for key, value in fields.items():
        lines.append(f"{key}: [{', '.join(value)}]" if isinstance(value, list) else f"{key}: {value}")
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def settings():
    """The settings of this repository's site, with a menu of the listings that the made site has."""
    text = (REPOSITORY / "content/site.yaml").read_text(encoding="utf-8")
    parts = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    menu = "menu:\n" + "".join(f"  - {{label: {name.capitalize()}, url: /{name}/}}\n"
                               for name in ("berichten", "themas", "personen", "instellingen"))
    return "".join(part for part in parts if not part.startswith(("menu:", "footer:"))) + menu


def make_site(count, root):
    content = root / "content"
    for part in ("content/kinds", "content/data", "themes"):
        shutil.copytree(REPOSITORY / part, root / part)
    write(content / "site.yaml", settings())
    themes = max(3, count // 100)
    people = max(3, count // 20)
    schools = max(2, count // 50)
    berichten = max(1, count - themes - people - schools)
    for i in range(themes):
        w = Writer(f"thema-{i}")
        write(content / f"themas/thema-{i:06}.md",
              front_matter(naam=f"Thema {i} {w.random.choice(NOUNS)}", samenvatting=w.sentence(), slug=f"thema-{i:06}")
              + body(w, i, berichten).replace("(bericht-", "(../berichten/bericht-"))
    for i in range(schools):
        w = Writer(f"instelling-{i}")
        write(content / f"instellingen/instelling-{i:06}.md",
              front_matter(naam=f"Instelling {i}", samenvatting=w.sentence(), slug=f"instelling-{i:06}")
              + body(w, i, berichten).replace("(bericht-", "(../berichten/bericht-"))
    for i in range(people):
        w = Writer(f"persoon-{i}")
        write(content / f"personen/persoon-{i:06}.md",
              front_matter(voornaam=w.random.choice(NOUNS).capitalize(), achternaam=f"Voorbeeld{i}",
                           samenvatting=w.sentence(), slug=f"persoon-{i:06}")
              + body(w, i, berichten).replace("(bericht-", "(../berichten/bericht-"))
    for i in range(berichten):
        w = Writer(f"bericht-{i}")
        r = w.random
        write(content / f"berichten/bericht-{i:06}.md",
              front_matter(titel=f"{w.title()} {i}", samenvatting=w.sentence(), slug=f"bericht-{i:06}",
                           datum=f"{r.randint(2016, 2025)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}",
                           type=r.choice(["blog", "nieuws", "verhaal"]),
                           auteurs=[f"persoon-{r.randrange(people):06}"],
                           themas=[f"thema-{t:06}" for t in sorted(r.sample(range(themes), 3))])
              + body(w, i, berichten))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    make_site(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
