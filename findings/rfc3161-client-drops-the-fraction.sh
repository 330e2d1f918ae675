#!/usr/bin/env bash
# rfc3161-client 1.0.9 and rfc3161ng 2.1.3 on tokens of one time stamping authority (OpenSSL 3: apt-get install openssl),
# which gives its time in microseconds and says that its tokens are in order (ordering, RFC 3161 section 2.4.2).
#
# Surprise: gen_time of rfc3161-client is cut to the whole second, without a sign that there was more; rfc3161ng gives the
# microseconds, but by default as a time without a zone. Of two tokens in one second the client says they are of the same
# time, and one token has two times, up to a second apart.
#
# Why it hurts: the token is the proof of which version was seen first; an order that the authority vouches for is gone,
# and a log that prints the second client's time beside the first one's contradicts itself.
#
# This program: takes genTime as printed in the token, keeps the fraction, shows the zone, and never compares whole seconds
# of two tokens. Guard: two tokens of one second in the tests of time stamps, when there are any.
set -euo pipefail
command -v openssl >/dev/null || { echo "needs OpenSSL: apt-get install openssl"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q rfc3161-client==1.0.9 rfc3161ng==2.1.3
cd "$dir"
cat >tsa.cnf <<'CNF'
[req]
distinguished_name = name
prompt = no
[name]
CN = Example authority
[extensions]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = main
[main]
serial = ./serial
signer_cert = ./cert.pem
signer_key = ./key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = microsecs:100
clock_precision_digits = 6
ordering = yes
CNF
echo 01 >serial
echo "a version" >data
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -config tsa.cnf -extensions extensions 2>openssl.log
openssl ts -query -data data -sha256 -cert -out query 2>>openssl.log
cat >try.py <<'PY'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import rfc3161_client
import rfc3161ng


def token() -> bytes:
    command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "reply"]
    subprocess.run(command, check=True, capture_output=True)
    return Path("reply").read_bytes()


def ng(reply: bytes):
    return rfc3161ng.get_timestamp(rfc3161ng.decode_timestamp_response(reply).time_stamp_token)


first, second = token(), token()
while ng(first).second != ng(second).second or not ng(first).microsecond:  # both in one second
    first, second = token(), token()
infos = [rfc3161_client.decode_timestamp_response(reply).tst_info for reply in (first, second)]
print("rfc3161-client", version("rfc3161-client"), "rfc3161ng", version("rfc3161ng"))
print(subprocess.run(["openssl", "version"], check=True, capture_output=True, text=True).stdout.strip())
print("expected        two times in order, of microseconds, the same in both clients")
print("rfc3161ng      ", ng(first), "<", ng(second))
print("rfc3161-client ", infos[0].gen_time, "=", infos[1].gen_time)
same = (
    ng(first) < ng(second)
    and ng(first).tzinfo is None
    and infos[0].gen_time == infos[1].gen_time
    and infos[0].gen_time.replace(tzinfo=None) == ng(first).replace(microsecond=0)
)
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" try.py
