#!/usr/bin/env bash
# mailbox of Python 3.11 (mbox, the form in which mail programs hand out letters), email-reply-parser 0.5.12 (PyPI) and
# node-mbox 2.0.0 (npm): a letter with a line that begins with "From".
#
# Surprise: in a mailbox such a line gets a > before it, for "From " begins the next letter; one would expect what Python
# writes so to be taken off when Python reads it, as the two belong together. It stays, and > is the sign of a quoted line.
# So of a letter that is put in and taken out again email-reply-parser takes "From the start I said no." for words of
# another, and the answer is "I agree." node-mbox leaves the > too. The same letter in a Maildir comes back as it was.
#
# Why it hurts: the words of the writer become the words of the one written to, in one line of a letter that is right
# otherwise.
#
# This program: takes the signs off that a mailbox puts on. Guard: tests/intake/formats/test_mail.py,
# test_a_mailbox_gives_a_text_a_message.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q email-reply-parser==0.5.12
npm install --silent --no-audit --no-fund --prefix "$dir" node-mbox@2.0.0 >/dev/null
cat >"$dir/try.py" <<'PY'
import mailbox
import platform
import sys
from email.message import EmailMessage
from pathlib import Path

from email_reply_parser import EmailReplyParser

folder = Path(sys.argv[1])
letter = EmailMessage()
letter["From"], letter["Subject"] = "ann@a.example", "The paper"
letter.set_content("I agree.\n\nFrom the start I said no.\n")
print("Python", platform.python_version(), " email-reply-parser 0.5.12")
bodies = {}
for kind in (mailbox.Maildir, mailbox.mbox):
    box = kind(folder / kind.__name__)
    box.add(letter)
    box.flush()
    bodies[kind.__name__] = kind(folder / kind.__name__).popitem()[1].get_payload()
seen = {name: EmailReplyParser.parse_reply(body) for name, body in bodies.items()}
for name, body in bodies.items():
    print(f"  {name:8} the letter {body!r}, what its writer wrote {seen[name]!r}")
same = bodies["Maildir"] == letter.get_payload() and bodies["mbox"] == "I agree.\n\n>From the start I said no.\n"
same &= seen == {"Maildir": "I agree.\n\nFrom the start I said no.", "mbox": "I agree."}
sys.exit(0 if same else 1)
PY
cat >"$dir/try.mjs" <<'JS'
import { createReadStream } from "node:fs";
import mbox from "node-mbox";

let seen = "";
for await (const letter of mbox.MboxStream(createReadStream(process.argv[2]))) seen += letter;
console.log("node-mbox 2.0.0", JSON.stringify(seen));
process.exitCode = seen.includes("\n>From the start I said no.\n") ? 0 : 1;
JS
status=0
"$dir/venv/bin/python" "$dir/try.py" "$dir" || status=1
node "$dir/try.mjs" "$dir/mbox" || status=1
[ "$status" = 0 ] && echo "still so" || echo "changed"
exit "$status"
