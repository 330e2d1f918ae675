"""Does a desk lie where other programs or computers may change it behind our back?"""

from __future__ import annotations

import re
from pathlib import Path

_SYNCED = re.compile(
    r"dropbox|onedrive|google ?drive|my drive|icloud|mobile documents|nextcloud|owncloud|syncthing|pcloud|megasync",
    re.IGNORECASE,
)
_MARKERS = (".dropbox", ".stfolder", ".sync", ".owncloudsync.log")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.davfs", "davfs", "afpfs", "9p", "ncpfs"}


def warning(desk: Path) -> str:
    """Return one or two sentences if the place is risky, else an empty string."""
    folder = desk.absolute().parent
    marked = any((parent / marker).exists() for parent in (folder, *folder.parents) for marker in _MARKERS)
    if marked or any(_SYNCED.search(part) for part in folder.parts):
        return (
            f"“{desk.name}” lies in a folder that is synchronised. Close the desk before you open it on another "
            "computer, and keep a copy outside of that folder: synchronising an open desk has cost people their work."
        )
    if _on_network(folder):
        return (
            f"“{desk.name}” lies on a network drive, where locks often do not work. Only one person may have it open; "
            "better keep it on this computer and merge desks."
        )
    return ""


def _on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = {line.split()[1].replace("\\040", " "): line.split()[2] for line in lines if len(line.split()) > 2}
    nearest = next((str(parent) for parent in (folder, *folder.parents) if str(parent) in mounts), "/")
    return mounts.get(nearest, "") in _NETWORK
