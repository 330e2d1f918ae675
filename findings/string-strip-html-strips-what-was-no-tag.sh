#!/usr/bin/env bash
# string-strip-html 13.7.6 (npm): the text of a page whose words hold the signs < and >, written &lt; and &gt;.
#
# Surprise: that references become signs, as its guide says, is right; one would expect it to happen behind the tags' leaving.
# It happens before: what stands between two such signs is then a tag and goes with them. "12<x<14 and y>3" is "12", the
# address is gone from "Ann <ann@a.example> wrote", and of a page about mark-up the very names. With blanks around the
# signs all stays. It is done again and again, so that "&amp;lt;not&amp;gt;", a page that explains "&lt;not&gt;", loses it too.
#
# Why it hurts: a condition, a limit or an address is gone, and nothing is left that would show a gap.
#
# This program: what a reference stands for is text and never a tag. Guard: tests/intake/web_page/test_page_text.py,
# test_signs_written_as_references_are_text.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" string-strip-html@13.7.6 html-to-text@10.0.1 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import { convert } from "html-to-text";
import { stripHtml } from "string-strip-html";

const rows = [ // page, expected, seen
  ["<p>It holds if 12&lt;x&lt;14 and y&gt;3.</p>", "It holds if 12<x<14 and y>3.", "It holds if 12"],
  ["<p>if a&lt;b and not c&gt;d then stop</p>", "if a<b and not c>d then stop", "if ad then stop"],
  ["<p>if a &lt; b and not c &gt; d then stop</p>", "if a < b and not c > d then stop", "if a < b and not c > d then stop"],
  ["<p>Ann &lt;ann@a.example&gt; wrote: no</p>", "Ann <ann@a.example> wrote: no", "Ann wrote: no"],
  ["<p>“I did &lt;inaudible&gt; sign”</p>", "“I did <inaudible> sign”", "“I did sign”"],
  ["<p>Write &amp;lt;not&amp;gt; there.</p>", "Write &lt;not&gt; there.", "Write there."],
];
console.log("string-strip-html 13.7.6 (expected is what html-to-text 10.0.1 reads)");
let same = true;
for (const [page, expected, known] of rows) {
  const seen = stripHtml(page).result;
  console.log(`\n${page}\n  expected  ${expected}\n  seen      ${seen}`);
  same &&= seen === known && convert(page, { wordwrap: false }) === expected;
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
