"""A folder that is no site."""
import shutil
import sys

shutil.rmtree(sys.argv[1] + "/content")
