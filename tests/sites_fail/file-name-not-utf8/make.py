"""A name in Latin-1."""
import os
import sys

open(os.fsencode(sys.argv[1]) + b"/content/paginas/caf\xe9.md", "w").close()
