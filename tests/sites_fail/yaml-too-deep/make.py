"""Ten thousand levels of lists."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\nsamenvatting: " + "[" * 10_000 + "]" * 10_000 + "\n---\n")
