"""Reads C++ and CMake as far as the rules of the house need it."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"
LEFT_OUT = {"build", "node_modules", "__pycache__", ".git", ".output.katern"}

_COMMENT_OR_LITERAL = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", re.S)
_LITERAL = re.compile(r'"((?:\\.|[^"\\])*)"')


def files(*folders, suffixes):
    """The files below these folders of the project, by path."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and not LEFT_OUT.intersection(path.relative_to(ROOT).parts):
                found.append(path)
    return found


def shown(path):
    return path.relative_to(ROOT).as_posix()


def without_comments(text):
    return _COMMENT_OR_LITERAL.sub(lambda m: " " if m[0].startswith("/") else m[0], text)


def identifiers(text):
    """All names in the code: neither comments nor literals."""
    return set(re.findall(r"[A-Za-z_]\w*", _COMMENT_OR_LITERAL.sub(" ", text)))


def literals(text):
    """The string literals in the code."""
    return {m[0][1:-1] for m in _COMMENT_OR_LITERAL.finditer(text) if m[0].startswith('"')}


def includes(path):
    return re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.M)


def rooms():
    """The folders of generator/ that CMake builds: name → the rooms that each may use."""
    found = {}
    for lists in sorted(GENERATOR.glob("*/CMakeLists.txt")):
        call = re.search(r"katern_room\s*\(\s*(\w+)([^)]*)\)", lists.read_text(encoding="utf-8"))
        if call is None or call[1] != lists.parent.name:
            raise SystemExit(f"{shown(lists)}: katern_room({lists.parent.name} …) is missing")
        words = re.split(r"\s+", re.sub(r"#[^\n]*", "", call[2]).strip())
        section, uses = None, []
        for word in words:
            if word in ("SOURCES", "ROOMS", "LIBRARIES"):
                section = word
            elif section == "ROOMS":
                uses.append(word)
        found[call[1]] = uses
    return found


def house_table():
    """The table in docs/architecture.md, from top to bottom: (layer, room, prefixes of the includes it is the door of)."""
    row = re.compile(r"^\| (\d) \| `(\w+)` \| [^|]* \| ([^|]*)\|$", re.M)
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return [(int(layer), room, re.findall(r"`([^`]+)`", doors)) for layer, room, doors in row.findall(text)]


def codes():
    """The registry of findings: (file, name, severity, [Dutch, its mend, English, its mend])."""
    found = []
    for path in sorted((GENERATOR / "diagnostics" / "codes").glob("*.def")):
        text = re.sub(r"^\s*//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.M)
        for call in re.split(r"^KATERN_CODE\s*\(", text, flags=re.M)[1:]:
            name, severity, rest = re.match(r"\s*(\w+)\s*,\s*(\w+)\s*,(.*)", call, re.S).groups()
            texts = ["".join(_LITERAL.findall(part)) for part in _arguments(rest)]
            found.append((path, name, severity, texts))
    return found


def _arguments(text):
    """Splits at commas that stand outside of literals."""
    gaps = _LITERAL.sub(lambda m: "x" * len(m[0]), text)
    starts = [0] + [i + 1 for i, c in enumerate(gaps) if c == ","]
    ends = [i - 1 for i in starts[1:]] + [len(text)]
    return [text[a:b] for a, b in zip(starts, ends)]
