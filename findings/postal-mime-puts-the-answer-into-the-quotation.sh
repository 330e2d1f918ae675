#!/usr/bin/env bash
# postal-mime 4.0.0 (npm): a plain letter with format=flowed (RFC 3676, section 4.5) that quotes another one.
#
# Surprise: the lines are joined without a look at their quotation marks. Where the line quoted last ends in a blank, the
# answer below it is joined to it: "> I will not sign. I agree.", all of it Bob's now. Within a quotation the mark of
# each further line stays as a sign in the sentence: "> We paid > 4 million", which reads as "more than". The RFC joins
# lines of the same depth only and takes the marks off first. mailparser 3.14.2, by the same author, does it right.
#
# Why it hurts: who said what in an exchange of letters hangs on these marks, and here the words change their speaker.
#
# This program: joins flowed lines of one depth only. Guard: tests/intake/formats/test_mail.py, row "flowed, quoted twice".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" postal-mime@4.0.0 mailparser@3.14.2 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const HEAD = [
  "From: ann@a.example", "To: bob@b.example", "Subject: The bridge", "Date: Sun, 03 May 2020 10:00:00 +0000",
  "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8; format=flowed", "", "",
].join("\r\n");
const rows = [ // body, expected, seen
  ["> I will not \r\n> sign. \r\nI agree.\r\n", "> I will not sign.\nI agree.", "> I will not > sign. I agree."],
  ["> We paid \r\n> 4 million.\r\n", "> We paid 4 million.", "> We paid > 4 million."],
  [">> No. \r\n> Yes. \r\nMaybe.\r\n", ">> No.\n> Yes.\nMaybe.", ">> No. > Yes. Maybe."],
];
for (const name of ["postal-mime", "mailparser"]) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  console.log(name, JSON.parse(readFileSync(file)).version);
}
const bare = (text) => text.trim().replace(/ +$/gm, "");
let same = true;
for (const [body, expected, known] of rows) {
  const seen = bare((await PostalMime.parse(HEAD + body)).text);
  const other = bare((await simpleParser(HEAD + body)).text);
  console.log(`\nbody         ${JSON.stringify(body)}\nexpected     ${JSON.stringify(expected)}`);
  console.log(`postal-mime  ${JSON.stringify(seen)}\nmailparser   ${JSON.stringify(other)}`);
  same &&= seen === known && other === expected;
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
