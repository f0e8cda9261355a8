"""A paragraph of brackets, which Markdown reads slowly."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "[" * 5_000)
