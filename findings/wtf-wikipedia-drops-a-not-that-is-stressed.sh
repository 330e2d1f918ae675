#!/usr/bin/env bash
# wtf_wikipedia 10.4.2 (npm): the plain text of articles in the mark-up of Wikipedia, by text().
#
# Surprise: it knows hundreds of templates, turns 5 miles and dates into words, and keeps what stands in {{nowrap}} or
# {{small}}; one would expect the templates of stress to be among them. {{em}} and {{strong}} go with their words: "It did
# {{em|not}} pass" is "It did pass". {{ordinal|3}} day is "day". Of {{coord}} the signs are not looked at: a place that is
# south and east, given by letters or by signs, is "°N" and "°W", of a negative figure or not, and so Paris lies in the sea
# off Brittany. In the data (coordinates) the same places are right.
#
# Why it hurts: the word that an encyclopedia stresses is the one that turns the sentence, and no gap shows.
#
# This program: reads web pages, where all elements keep their words. Guard: tests/intake/web_page/test_page_text.py,
# test_no_word_is_lost_doubled_or_moved.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" wtf_wikipedia@10.4.2 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import wtf from "wtf_wikipedia";

const rows = [ // mark-up, seen
  ["It did {{nowrap|not}} pass.", "It did not pass."],
  ["It was {{convert|5|mi|km}} off.", "It was 5 mi off."],
  ["It did {{em|not}} pass.", "It did pass."],
  ["He had {{strong|no}} part in it.", "He had part in it."],
  ["On the {{ordinal|3}} day she left.", "On the day she left."],
  ["Paris is at {{coord|48.9|N|2.4|E}}.", "Paris is at 48.9°N, 2.4°W."],
  ["Hobart is at {{coord|42.9|S|147.3|E}}.", "Hobart is at -42.9°N, 147.3°W."],
  ["Boston is at {{coord|42.4|-71.1}}.", "Boston is at 42.4°N, -71.1°W."],
];
console.log("wtf_wikipedia 10.4.2");
let same = true;
for (const [markup, known] of rows) {
  const seen = wtf(markup).text();
  console.log(`\n${markup}\n  seen  ${seen}`);
  same &&= seen === known;
}
console.log("\ncoordinates of Hobart in the data:", JSON.stringify(wtf(rows[6][0]).coordinates()));
console.log(same ? "still so" : "changed");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
