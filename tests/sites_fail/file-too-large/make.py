"""A page of fifty megabytes."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "Een regel tekst.\n" * 3_000_000)
