#!/usr/bin/env bash
# dom-accessibility-api 0.7.1 (npm; the names by which testing-library and the virtual screen reader of Guidepup find and
# speak elements), jsdom 29.1.1, and axe-core 4.14.1, which works out the same names.
#
# Surprise: of blocks within an element both have the words apart, as the W3C's rules for names say; one would expect the
# same of two lines. A heading of two lines, "Ann: no<br>Bob: yes", has the name "Ann: noBob: yes", and a score in two
# lines, 10 and 12, is "1012". axe-core reads "Ann: no Bob: yes" and "10 12".
#
# Why it hurts: a test that says what is read out to blind people passes on words that nobody hears, and one that has the
# right words fails.
#
# This program: is a desktop program; what is read out is what stands in its texts. Guard: tests/journeys/test_read_out.py,
# test_a_change_in_the_list_reads_its_kind_words_place_and_alert.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" dom-accessibility-api@0.7.1 jsdom@29.1.1 axe-core@4.14.1 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import axe from "axe-core";
import { computeAccessibleName } from "dom-accessibility-api";
import { JSDOM } from "jsdom";

const rows = [ // heading, name by dom-accessibility-api, by axe-core
  ["<h2><div>10</div><div>12</div></h2>", "10 12", "10 12"],
  ["<h2>10<br>12</h2>", "1012", "10 12"],
  ["<h2>Ann: no<br>Bob: yes</h2>", "Ann: noBob: yes", "Ann: no Bob: yes"],
];
let same = true;
for (const [heading, ...known] of rows) {
  const page = `<!DOCTYPE html><title>Page</title>${heading}`;
  const { window } = new JSDOM(page, { runScripts: "outside-only", pretendToBeVisual: true });
  window.eval(axe.source);
  window.axe.setup(window.document.body);
  const element = window.document.querySelector("h2");
  const seen = [computeAccessibleName(element), window.axe.commons.text.accessibleText(element).trim()];
  console.log(`\n${heading}\n  dom-accessibility-api  ${seen[0]}\n  axe-core               ${seen[1]}`);
  same &&= JSON.stringify(seen) === JSON.stringify(known);
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs" 2>/dev/null
