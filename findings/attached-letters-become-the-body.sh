#!/usr/bin/env bash
# mail-parser 4.8.0 and eml_parser 4.4.0: a letter to which another letter is attached (message/rfc822), as mail programs do
# by "forward as attachment".
#
# Surprise: one would expect the attached letter among the attachments, or as a message of its own. Both libraries put the
# words of its body among the texts of the outer letter, after its own, under the outer sender and date. mail-parser has the
# letter among the attachments as well, so its words are there twice; a text file attached beside it stays out of the body,
# so it is not that all text is taken. eml_parser lists letter and text file alike as parts of one body.
#
# Why it hurts: who quotes the letter by From and body puts Ann's words into Bob's mouth, at Bob's time.
#
# This program: an attached message is a text of its own with its own sender and date. Guard: tests/intake/formats/test_mail.py,
# test_a_message_that_is_attached_is_a_text_of_its_own_only and test_a_forwarded_message_keeps_its_own_sender.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q mail-parser==4.8.0 eml_parser==4.4.0
cat >"$dir/try.py" <<'PY'
import sys
from email.message import EmailMessage
from importlib.metadata import version

import eml_parser
import mailparser


def letter(sender: str, date: str, words: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = sender, date, "The contract"
    message.set_content(words)
    return message


ann = letter("ann@a.example", "Mon, 02 Nov 2026 09:00:00 +0000", "I never signed it.\n")
bob = letter("bob@b.example", "Tue, 03 Nov 2026 17:00:00 +0000", "See the attached.\n")
bob.add_attachment(ann)
bob.add_attachment("Notes of the meeting.\n", filename="notes.txt")
raw = bob.as_bytes()

mail = mailparser.parse_from_bytes(raw)
print("mail-parser", version("mail-parser"))
print("  from       ", mail.from_, mail.date)
print("  text_plain ", mail.text_plain)
print("  attachments", [(each["mail_content_type"], each["payload"]) for each in mail.attachments])
same = [each.strip() for each in mail.text_plain] == ["See the attached.", "I never signed it."]
same &= "I never signed it." in mail.body and mail.from_[0][1] == "bob@b.example"

parsed = eml_parser.EmlParser(include_raw_body=True).decode_email_bytes(raw)
texts = [part["content"].strip() for part in parsed["body"]]
print("eml_parser", version("eml_parser"))
print("  from       ", parsed["header"]["from"], parsed["header"]["date"])
print("  body       ", texts)
same &= texts[:2] == ["See the attached.", "I never signed it."] and parsed["header"]["from"] == "bob@b.example"
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
