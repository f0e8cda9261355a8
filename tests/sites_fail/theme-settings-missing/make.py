"""Takes the settings of the theme away."""
import pathlib
import sys

pathlib.Path(sys.argv[1], "themes/kaal/theme.yaml").unlink()
