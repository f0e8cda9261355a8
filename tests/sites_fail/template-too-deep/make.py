"""An expression of ten thousand brackets."""
import pathlib
import sys

page = pathlib.Path(sys.argv[1]) / "themes/kaal/templates/pagina.html"
page.write_text("{{ " + "(" * 10_000 + "1" + ")" * 10_000 + " }}\n")
