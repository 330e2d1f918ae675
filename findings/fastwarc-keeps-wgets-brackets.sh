#!/usr/bin/env bash
# A WARC of Wget 1.21 (Debian 12: apt-get install wget) read by FastWARC 2.0.1 and warcio 1.8.1.
#
# Surprise: Wget writes WARC-Target-URI in angle brackets, as the grammar of WARC 1.0 had it. warcio takes them off,
# FastWARC hands them on as part of the address: <http://…/a.html>, which parses to no scheme and no host, with no error.
#
# Why it hurts: the origin printed beside a quote is no address; two captures of one page, one by Wget and one by another
# crawler, count as two pages, and a rule by host or scheme (only http, this outlet) leaves all of Wget's pages out.
#
# This program: reads WARC by warcio (issue 12, format 5), and takes a pair of brackets round an address off wherever it
# comes from (CDX and WACZ made from such files have them too). Guard: a row with <http://…> in the table of the importer.
set -euo pipefail
command -v wget >/dev/null || { echo "needs Wget: apt-get install wget"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q FastWARC==2.0.1 warcio==1.8.1
cat >"$dir/try.py" <<'PY'
import functools
import http.server
import subprocess
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import fastwarc
from warcio.archiveiterator import ArchiveIterator


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


folder = Path(sys.argv[1])
(folder / "site").mkdir()
(folder / "site" / "a.html").write_text("<p>She will not go.</p>", "utf-8")
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder / "site"))
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}/a.html"
subprocess.run(
    ["wget", "--no-config", "-q", "--no-proxy", f"--warc-file={folder}/a", "-O", "/dev/null", address], check=True
)
server.shutdown()

with open(folder / "a.warc.gz", "rb") as file:
    by_warcio = [r.rec_headers["WARC-Target-URI"] for r in ArchiveIterator(file) if r.rec_type == "response"]
with open(folder / "a.warc.gz", "rb") as file:
    records = fastwarc.ArchiveIterator(file, record_types=fastwarc.WarcRecordType.response)
    by_fastwarc = [r.headers["WARC-Target-URI"] for r in records]
print(subprocess.run(["wget", "--version"], check=True, capture_output=True, text=True).stdout.split(" built")[0])
print("FastWARC", version("FastWARC"), "warcio", version("warcio"))
parts = urlsplit(by_fastwarc[0])
print(f"expected  ['{address}']\nwarcio    {by_warcio}\nFastWARC  {by_fastwarc}, scheme {parts.scheme!r}, host {parts.hostname!r}")
same = by_warcio == [address] and by_fastwarc == [f"<{address}>"] and (parts.scheme, parts.hostname) == ("", None)
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir"
