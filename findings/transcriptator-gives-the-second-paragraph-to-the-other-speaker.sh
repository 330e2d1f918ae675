#!/usr/bin/env bash
# transcriptator 1.1.4 (npm): transcripts of podcasts in the four forms that feeds name (<podcast:transcript>), HTML,
# WebVTT, SRT and JSON, read as who said what and when.
#
# Surprise: one would expect a paragraph to be of the speaker named above it. In HTML each speaker has one: a second
# paragraph of Ann is what Bob says, at Bob's time, and Bob's own words are gone. In WebVTT a voice that has a class, as the
# standard lets it have (<v.loud Bob>), is the voice before it, its tag standing there as words. In SRT whoever stands at
# the head of a caption has spoken all below too: Bob in its second line, and who answers without a name. In a text without
# names a phrase with a colon is a person. JSON is read as it stands.
#
# Why it hurts: in an interview question and answer change their speakers, and the result has a name and a second for each.
#
# This program: keeps each voice's words with it, and a name only where one stands. Guard: tests/intake/formats/
# test_captions.py, test_voices_keep_their_own_words_also_two_in_one_cue.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" transcriptator@1.1.4 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import transcriptator from "transcriptator";

const rows = [ // form, transcript, seen
  [
    "HTML",
    "<cite>Ann:</cite><time>0:01</time><p>I did not sign.</p><p>I never will.</p>" +
      "<cite>Bob:</cite><time>0:09</time><p>I signed.</p>",
    [["Ann", 1, "I did not sign."], ["Bob", 9, "I never will."]],
  ],
  [
    "WebVTT",
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ann>I did not sign.</v>\n\n" +
      "2\n00:00:02.000 --> 00:00:03.000\n<v.loud Bob>I signed.</v>\n",
    [["Ann", 1, "I did not sign.</v>"], ["Ann", 2, "<v.loud Bob>I signed.</v>"]],
  ],
  [
    "SRT",
    "1\n00:00:01,000 --> 00:00:02,000\nAnn: Did you sign?\nBob: No.\n\n2\n00:00:02,000 --> 00:00:03,000\nI never will.\n",
    [["Ann", 1, "Did you sign?\nBob: No."], ["Ann", 2, "I never will."]],
  ],
  [
    "SRT",
    "1\n00:00:01,000 --> 00:00:02,000\nThe answer is plain: no.\n\n2\n00:00:02,000 --> 00:00:03,000\nI never will.\n",
    [["The answer is plain", 1, "no."], ["The answer is plain", 2, "I never will."]],
  ],
  [
    "JSON",
    JSON.stringify({
      version: "1.0.0",
      segments: [
        { speaker: "Ann", startTime: 1, endTime: 2, body: "I did not sign." },
        { speaker: "Bob", startTime: 2, endTime: 3, body: "I signed." },
      ],
    }),
    [["Ann", 1, "I did not sign."], ["Bob", 2, "I signed."]],
  ],
];
console.log("transcriptator 1.1.4");
let same = true;
for (const [form, transcript, known] of rows) {
  const seen = transcriptator.convertFile(transcript).map(({ speaker, startTime, body }) => [speaker, startTime, body]);
  console.log(`\n${form}  ${transcript.replaceAll("\n", "⏎")}`);
  for (const one of seen) console.log("  seen", JSON.stringify(one));
  same &&= JSON.stringify(seen) === JSON.stringify(known);
}
console.log(same ? "\nstill so" : "\nchanged");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs" 2>/dev/null
