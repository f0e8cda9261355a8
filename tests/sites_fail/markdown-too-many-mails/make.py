"""A sign that Markdown looks for mail addresses at."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "a@b\n\n" * 10_000)
