"""A site without settings."""
import os
import sys

os.remove(sys.argv[1] + "/content/site.yaml")
