"""A long address that a short text uses again and again."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "[a]: /" + "x" * 50_000 + "\n\n" + "[a] [a] [a]\n\n" * 1_000)
