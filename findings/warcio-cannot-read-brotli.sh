#!/usr/bin/env bash
# warcio 1.8.1 and brotli 1.2.1 (the package that warcio itself imports for "br"): a page in a web archive that the server
# sent with Content-Encoding: br, as most do today.
#
# Surprise: one would expect brotli to be the help and its absence to be the fault. Without it content_stream() gives
# the bytes as they are, still packed, and no sign of it. With it every such page, of any size, ends in an AttributeError
# (the decompressor is given an attribute that objects of that package do not take; brotli 1.1.0 and 1.0.9 the same), so
# that installing the package an archive needs turns quiet nonsense into pages that cannot be read at all. gzip and
# deflate of the same page read well.
#
# Why it hurts: the capture of a page is the evidence, and it seems damaged or in no language.
#
# This program: takes the raw bytes of a record and unpacks codings itself. Guard: tests/intake/containers/
# test_content_coding.py and tests/intake/formats/test_web_archive.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/try.py" <<'PY'
import base64
import gzip
import io
import sys
import zlib
from importlib.metadata import PackageNotFoundError, version

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = "<p>“We never signed it,” the mayor said.</p>".encode()
# the same page packed by brotli.compress
PACKED = base64.b64decode("Gy8A4J0HdizaYrKC7yNUeopf8RRnZwLCpTUIiw+dFISQWaq1y9Qt9w7Xi/KclsOcDnTwAw==")
seen = {}
for coding, body in (("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("br", PACKED)):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", coding)], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("http://a.example/", "response", payload=io.BytesIO(body), http_headers=head))
    file.seek(0)
    for record in ArchiveIterator(file):
        try:
            words = record.content_stream().read()
            seen[coding] = "read" if words == PAGE else "still packed" if words == body else "something else"
        except AttributeError as error:
            seen[coding] = f"AttributeError ({error})"
try:
    brotli = version("brotli")
    import brotli as package

    assert package.decompress(PACKED) == PAGE
except PackageNotFoundError:
    brotli = ""
print("warcio", version("warcio"), f"with brotli {brotli}" if brotli else "without brotli", *(f"\n  {c:8} {s}" for c, s in seen.items()))
known = "AttributeError" if brotli else "still packed"
same = seen["gzip"] == seen["deflate"] == "read" and seen["br"].startswith(known)
sys.exit(0 if same else 1)
PY
still=yes
for with in "" brotli==1.2.1; do
    rm -rf "$dir/venv"
    python3 -m venv "$dir/venv"
    "$dir/venv/bin/pip" install -q warcio==1.8.1 $with
    "$dir/venv/bin/python" "$dir/try.py" || still=no
done
[ "$still" = yes ] && echo "still so" || { echo "changed"; exit 1; }
