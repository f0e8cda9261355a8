"""Writes a page whose every link leads nowhere."""
import pathlib
import sys

links = "".join(f"[a](b{i}.md)\n\n" for i in range(101))
pathlib.Path(sys.argv[1], "content/paginas/welkom.md").write_text(f"---\ntitel: Welkom\n---\n\n{links}", encoding="utf-8")
