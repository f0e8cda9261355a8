"""A page that stands elsewhere."""
import pathlib
import sys

(pathlib.Path(sys.argv[1]) / "content/paginas/elders.md").symlink_to("/etc/hostname")
