"""A pipe among the pages: who reads it, waits for ever."""
import os
import sys

os.mkfifo(sys.argv[1] + "/content/paginas/pijp.md")
