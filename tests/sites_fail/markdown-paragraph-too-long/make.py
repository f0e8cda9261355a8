"""A paragraph without end."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "Een zin.\n" * 20_000)
