#!/usr/bin/env bash
# whatstk 0.9.1 (PyPI) and whatsapp-chat-parser 4.0.2 (npm): a chat of WhatsApp, as its own export writes it.
#
# Surprise: a message begins at the head of a line, with date and name, and one would expect it to end where the next line
# begins so. For whatstk it ends in the middle of a line too. Where Ann copies a message of Bob's into hers, as one does to
# hold it against him ("on 05/05/2020, 10:00 - Bob: I agree"), she says "on", and "I agree" is a message that Bob wrote on
# that day. Nothing tells it from his own ones. whatsapp-chat-parser leaves it with Ann.
#
# Why it hurts: what one says that another wrote has become what the other wrote, in the table by which a chat is cited.
#
# This program: reads no chats; in mail what is quoted has the writer whom the quotation names, and is marked as quoted. Guard:
# tests/intake/formats/test_mail.py, test_quoted_mail_is_anchored_to_its_writer.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q whatstk==0.9.1
npm install --silent --no-audit --no-fund --prefix "$dir" whatsapp-chat-parser@4.0.2 >/dev/null
cat >"$dir/chat.txt" <<'TXT'
13/05/2020, 10:01 - Ann Lee: You wrote to me on 05/05/2020, 10:00 - Bob: I agree
14/05/2020, 10:02 - Bob: I never did
TXT
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from whatstk import WhatsAppChat

seen = [tuple(map(str, row)) for row in WhatsAppChat.from_source(sys.argv[1]).df.itertuples(index=False)]
print("whatstk", version("whatstk"))
for row in seen:
    print(" ", *row, sep="  ")
known = [
    ("2020-05-13 10:01:00", "Ann Lee", "You wrote to me on"),
    ("2020-05-05 10:00:00", "Bob", "I agree"),
    ("2020-05-14 10:02:00", "Bob", "I never did"),
]
sys.exit(0 if seen == known else 1)
PY
cat >"$dir/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { parseString } from "whatsapp-chat-parser";

const seen = parseString(readFileSync(process.argv[2], "utf8")).map(({ author, message }) => [author, message.trim()]);
console.log("whatsapp-chat-parser 4.0.2");
for (const one of seen) console.log("   ", ...one);
const known = [["Ann Lee", "You wrote to me on 05/05/2020, 10:00 - Bob: I agree"], ["Bob", "I never did"]];
process.exitCode = JSON.stringify(seen) === JSON.stringify(known) ? 0 : 1;
JS
status=0
"$dir/venv/bin/python" -W ignore "$dir/try.py" "$dir/chat.txt" || status=1
node "$dir/try.mjs" "$dir/chat.txt" || status=1
[ "$status" = 0 ] && echo "still so" || echo "changed"
exit "$status"
