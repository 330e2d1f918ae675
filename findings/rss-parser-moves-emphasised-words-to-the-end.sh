#!/usr/bin/env bash
# rss-parser 3.13.0 (npm): an entry of an Atom feed whose content is XHTML (type="xhtml"), as RFC 4287 has it.
#
# Surprise: the content is given as HTML again, so one would expect the same HTML. Each paragraph has first all its plain
# words and then, behind the full stop, all that stood in elements: "He did <b>not</b> sign <i>it</i> now." is now "He did
# sign now.<b>not</b><i>it</i>", and the snippet without tags reads "He did  sign  now.notit". A summary fares alike; a
# title of this type is an object without the word. Escaped HTML (type="html") stays whole, so most feeds look right.
# htmlparser2's parseFeed() and feedsmith keep the words where they were.
#
# Why it hurts: a negation, a name in italics, a linked figure leaves its sentence, and what remains reads well.
#
# This program: reads feeds itself, XHTML in its own order. Guard: tests/intake/formats/test_feed.py,
# test_an_atom_entry_with_its_content_is_whole (its content is XHTML with an element in a sentence).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" rss-parser@3.13.0 htmlparser2@12.0.0 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { parseFeed } from "htmlparser2";
import Parser from "rss-parser";

const XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">';
const feed = (entry) =>
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:a</id><updated>2020-05-03T10:00:00Z</updated>' +
  `<entry><id>urn:b</id><title>Bridge</title><updated>2020-05-03T10:00:00Z</updated>${entry}</entry></feed>`;
const rows = [ // entry, words in their order, what the snippet of rss-parser reads
  [
    `<content type="xhtml">${XHTML}<p>He did <b>not</b> sign <i>it</i> now.</p></div></content>`,
    "He did not sign it now.",
    "He did  sign  now.notit",
  ],
  [
    `<content type="xhtml">${XHTML}<p>Ann (<a href="http://a.example">not Bob</a>) paid <em>5</em> euros.</p></div></content>`,
    "Ann (not Bob) paid 5 euros.",
    "Ann () paid  euros.not Bob5",
  ],
  [
    '<content type="html">&lt;p>He did &lt;b>not&lt;/b> sign &lt;i>it&lt;/i> now.&lt;/p></content>',
    "He did not sign it now.",
    "He did not sign it now.",
  ],
];
for (const name of ["rss-parser", "htmlparser2"]) {
  const file = new URL(`node_modules/${name}/package.json`, import.meta.url);
  console.log(name, JSON.parse(readFileSync(file)).version);
}
let same = true;
for (const [entry, expected, known] of rows) {
  const item = (await new Parser().parseString(feed(entry))).items[0];
  const other = parseFeed(feed(entry)).items[0].description.replace(/<[^>]*>/g, "");
  console.log(`\nexpected     ${expected}\ncontent      ${item.content}`);
  console.log(`snippet      ${item.contentSnippet}\nhtmlparser2  ${other}`);
  same &&= item.contentSnippet.trim() === known && other === expected;
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
