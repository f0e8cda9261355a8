import pathlib
import sys

themes = pathlib.Path(sys.argv[1]) / "themes"
(themes / "kaal").rename(themes.parent / "kaal")
(themes / "kaal").symlink_to("../kaal")
