"""Location of a desk file: synchronised folder, network drive, removable disk or a disk of this computer alone.

Backups of a desk in a risky place are put into the user's own folder on this computer, not beside it.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import tr

_SYNCED = lazy_pattern(
    r"dropbox|onedrive|google ?drive|my drive|icloud|mobile documents|nextcloud|owncloud|syncthing|pcloud|megasync",
    re.IGNORECASE,
)
_MARKERS = (".dropbox", ".stfolder", ".sync", ".owncloudsync.log")
_STICKS = ("/media/", "/run/media/", "/Volumes/")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.davfs", "davfs", "afpfs", "9p", "ncpfs"}
_LOCAL = {"ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "bcachefs", "overlay", "tmpfs"}
_LOCAL |= {"vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus"}


def warning(desk: Path) -> str:
    """Return one or two sentences if the place is risky, else an empty string."""
    folder = desk.absolute().parent
    if _is_synced(folder):
        return tr(
            "“{name}” lies in a folder that is synchronised. Close the desk before you open it on "
            "another computer: synchronising an open desk has cost people their work. Its backups "
            "are kept outside of that folder, on this computer.",
            name=desk.name,
        )
    if _on_network(folder):
        return tr(
            "“{name}” lies on a network drive, where locks often do not work. Only one person may "
            "have it open; better keep it on this computer and merge desks. Its backups are kept on "
            "this computer.",
            name=desk.name,
        )
    return ""


def is_risky(desk: Path) -> bool:
    """Say whether a copy beside the desk would share its fate: synchronised, on the network, or on a stick."""
    folder = desk.absolute().parent
    return _is_synced(folder) or _on_network(folder) or str(folder).startswith(_STICKS)


def is_local(desk: Path) -> bool:
    """Say whether only this computer can open the file, so that its locks decide; False where that is not known."""
    folder = desk.absolute().parent
    if _is_synced(folder) or _on_network(folder):
        return False
    if sys.platform == "darwin":
        return not str(folder).startswith("/Volumes/")
    if sys.platform == "win32":
        return True  # the server of a mapped drive minds the locks of all
    return _file_system(folder) in _LOCAL


def own_folder() -> Path:
    """Return the user's own folder for what the program keeps on this computer."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "Verbatim"


def pending_folder(own: Path) -> Path:
    """Return the folder, in the user's own one, for the journals of acts that are pending for their desks."""
    return own / "waiting"


def _is_synced(folder: Path) -> bool:
    marked = any((parent / marker).exists() for parent in (folder, *folder.parents) for marker in _MARKERS)
    return marked or any(_SYNCED.search(part) for part in folder.parts)


def _on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    return _file_system(folder) in _NETWORK


def _file_system(folder: Path) -> str:
    """Return the kind of file system a folder lies on, as Linux names it; empty where the system does not say."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    mounts = {line.split()[1].replace("\\040", " "): line.split()[2] for line in lines if len(line.split()) > 2}
    nearest = next((str(parent) for parent in (folder, *folder.parents) if str(parent) in mounts), "/")
    return mounts.get(nearest, "")
