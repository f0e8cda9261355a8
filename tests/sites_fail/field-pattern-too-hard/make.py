"""A text on which the pattern of its field would take for ever."""
import pathlib
import sys

entry = pathlib.Path(sys.argv[1]) / "content/activiteiten/open-dag.md"
entry.parent.mkdir()
entry.write_text("---\nnaam: Open dag\ncode: " + "a" * 5_000 + "\n---\n")
