"""A time-stamping authority of one's own, by OpenSSL: its certificates, and replies to requests."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="OpenSSL is not installed")
_CONFIG = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
[stamp]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
[other]
basicConstraints = CA:false
extendedKeyUsage = critical,serverAuth
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
"""


class Authority:
    """Signs with a key of the kind asked for; `root` is what a user trusts."""

    def __init__(self, folder: Path, *, key: str = "rsa", purpose: str = "stamp") -> None:
        self.folder = folder
        (folder / "serial").write_text("01\n")
        (folder / "openssl.cnf").write_text(_CONFIG.format(folder=folder))
        self.root, self.signer = folder / "root.pem", folder / "signer.pem"
        self._certificate("root", "Root of the Harbour Authority", "ca", None, key)
        self._certificate("signer", "Clock of the Harbour Authority", purpose, "root", key)

    def reply(self, request: bytes) -> bytes:
        query = self.folder / "request.tsq"
        query.write_bytes(request)
        return self._run("ts", "-reply", "-queryfile", query, *self._signing(), "-section", "one")

    def openssl_accepts(self, reply: bytes, sha256: str) -> bool:
        """Ask OpenSSL, which is another reading of the same standards."""
        answer = self.folder / "reply.tsr"
        answer.write_bytes(reply)
        verify = ("ts", "-verify", "-digest", sha256, "-in", answer, "-CAfile", self.root)
        done = subprocess.run([str(OPENSSL), *map(str, verify)], capture_output=True, check=False)
        return done.returncode == 0

    def _signing(self) -> tuple[object, ...]:
        config = self.folder / "openssl.cnf"
        return ("-config", config, "-signer", self.signer, "-inkey", self.folder / "signer.key")

    def _certificate(self, name: str, subject: str, section: str, issuer: str | None, key: str) -> None:
        kind = ("-newkey", "rsa:2048") if key == "rsa" else ("-newkey", "ec", "-pkeyopt", f"ec_paramgen_curve:{key}")
        own_key, request = self.folder / f"{name}.key", self.folder / f"{name}.csr"
        about = ("-subj", f"/O=Harbour Authority/CN={subject}")
        self._run("req", "-new", *kind, "-nodes", "-keyout", own_key, "-out", request, *about)
        signing: tuple[object, ...] = ("-signkey", own_key)
        if issuer:
            signing = ("-CA", self.folder / f"{issuer}.pem", "-CAkey", self.folder / f"{issuer}.key", "-CAcreateserial")
        extensions = ("-extfile", self.folder / "openssl.cnf", "-extensions", section)
        out = ("-days", "3650", "-out", self.folder / f"{name}.pem")
        self._run("x509", "-req", "-sha256", "-in", request, *signing, *extensions, *out)

    def _run(self, *arguments: object) -> bytes:
        done = subprocess.run([str(OPENSSL), *map(str, arguments)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout
