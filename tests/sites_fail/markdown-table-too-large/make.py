"""A table of too many columns."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "a|" * 200 + "\n" + "-|" * 200)
