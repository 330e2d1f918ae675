#!/usr/bin/env bash
# humanparser 2.7.0, another-name-parser 0.1.0 and parse-full-name 1.2.7 (npm): names of speakers in their parts.
#
# Surprise: one would expect the last word of a name of two words to be the surname. humanparser takes Ma for a master of arts,
# so that Ann Ma has no surname; another-name-parser Do for a doctor of osteopathy and Major for a rank also at the end, so
# that Ann Major is "Major Ann"; parse-full-name takes a first name that begins like a particle ("Van", "Della") for one.
# "Ann Lee, MP", as all British papers print it, is a person called MP for two of them: of surname Ann Lee, of surname Lee.
# nameparser (PyPI) reads all of these right.
#
# Why it hurts: speakers are sorted and matched by surname; Ma, Do and Major are none, and MPs are all one person.
#
# This program: takes names as printed and compares their words; titles are titles only before a name. Guard: tests/text/
# attribution/test_speakers.py, test_a_surname_that_is_a_degree_or_a_rank_is_one and test_a_small_word_with_a_capital_is_the_
# surname_of_who_speaks.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" humanparser@2.7.0 another-name-parser@0.1.0 \
    parse-full-name@1.2.7 >/dev/null
cat >"$dir/try.cjs" <<'JS'
const another = require("another-name-parser");
const human = require("humanparser");
const { parseFullName } = require("parse-full-name");

const parse = another.default ?? another;
const readers = [ // first name | surname | what is neither
  (name) => (({ firstName, lastName, suffix }) => [firstName, lastName, suffix])(human.parseName(name)),
  (name) => (({ first, middle, last, prefix, suffix }) => [first, last, prefix || suffix || middle])(parse(name)),
  (name) => (({ first, last, suffix }) => [first, last, suffix])(parseFullName(name)),
];
const rows = [ // name, seen by each
  ["Ann Lee", "Ann|Lee|", "Ann|Lee|", "Ann|Lee|"],
  ["Ann Ma", "Ann||Ma", "Ann|Ma|", "Ann|Ma|"],
  ["Ann Do", "Ann|Do|", "Ann||Do", "Ann|Do|"],
  ["Ann Major", "Ann|Major|", "Ann||Major", "Ann|Major|"],
  ["Ann Lee, MP", "MP|Ann Lee|", "MP|Lee|Ann", "Ann|Lee|MP"],
  ["Van Lee", "Van|Lee|", "Van|Lee|", "|Van Lee|"],
];
console.log("humanparser 2.7.0, another-name-parser 0.1.0, parse-full-name 1.2.7: first name|surname|other");
let same = true;
for (const [name, ...known] of rows) {
  const seen = readers.map((read) => read(name).map((part) => part ?? "").join("|"));
  console.log(`${name.padEnd(12)} ${seen.map((each) => each.padEnd(14)).join(" ")}`);
  same &&= seen.join() === known.join();
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
(cd "$dir" && node try.cjs)
