"""More values than an entry may have."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\nsamenvatting: [" + "a," * 20_000 + "]\n---\n")
