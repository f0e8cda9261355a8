"""More values than take part."""
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1]) / "content" / "boeken"
FOLDER.mkdir()
for number in range(301):
    text = f"---\ntitel: Boek {number}\ngenre: genre {number}\n---\n"
    (FOLDER / f"boek-{number}.md").write_text(text, encoding="utf-8")
