"""A folder of pages that is the whole disk."""
import pathlib
import sys

(pathlib.Path(sys.argv[1]) / "content/paginas/alles").symlink_to("/")
