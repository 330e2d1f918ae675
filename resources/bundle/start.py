"""Before the program of the bundle starts: its libraries are for itself, not for the browser or folder it opens."""

import os

former = os.environ.get("LD_LIBRARY_PATH_ORIG")
if former is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = former
