"""Front matter of a megabyte."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\nsamenvatting: " + "lang " * 200_000 + "\n---\n")
