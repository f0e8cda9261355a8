"""Line below line of hyphens."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "content/paginas/welkom.md"
page.write_text("---\ntitel: Welkom\n---\n" + "|---|---|\n" * 100)
