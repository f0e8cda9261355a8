"""Folders in folders, deeper than any site has them."""
import os
import sys

os.makedirs(sys.argv[1] + "/content/paginas" + "/map" * 100)
