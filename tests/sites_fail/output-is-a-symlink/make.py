"""An output folder that stands elsewhere."""
import os
import sys

os.mkdir(sys.argv[1] + "/elders")
os.symlink("elders", sys.argv[1] + "/output")
