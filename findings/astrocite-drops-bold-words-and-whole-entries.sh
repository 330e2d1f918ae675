#!/usr/bin/env bash
# astrocite-bibtex 0.16.4 and astrocite-ris 0.16.4 (npm): lists of sources in BibTeX and RIS, read as CSL-JSON; and
# @citation-js/plugin-bibtex 0.9.0, which reads the same BibTeX nearly whole: of a link (\href) it gives the address in
# place of the words.
#
# Surprise: mark-up may go, and \emph becomes italic; one would expect other words to stay too. In BibTeX the words of
# \textbf, \textsc, \href and \enquote go: "\textbf{No} vote" is a source called " vote". A power is "[object Object]", and
# ≠ in a formula is a blank. The entry behind a comment (@comment{…}, as reference managers write it for their own use) is
# not in the list, and no error is raised. A board whose name has "and" in it, in braces, is two persons. In RIS the order
# "Ray, Bob, Jr." is misread: the given name is Jr. and Bob the suffix; and of two notes or addresses only the last is
# there.
#
# Why it hurts: the title of a source says the contrary, and a source that was named is missing from the list.
#
# This program: reads no lists of sources; names are taken as printed. Guard: tests/text/attribution/test_speakers.py,
# test_a_surname_that_is_a_degree_or_a_rank_is_one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" astrocite-bibtex@0.16.4 astrocite-ris@0.16.4 \
    @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 >/dev/null
cat >"$dir/try.mjs" <<'JS'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import bibtex from "astrocite-bibtex";
import ris from "astrocite-ris";

const BIBTEX = String.raw`
@article{a, title = {He did \emph{not} sign}, author = {Lee, Ann}}
@article{b, title = {\textbf{No} vote of \textsc{Ann}}, note = {He said \enquote{never}, \href{https://a.example}{twice}.}}
@article{c, title = {On $10^{6}$ men, $x \neq y$}, author = {{Board and Council}}}
@comment{sorted by hand}
@article{d, title = {The vote}, author = {Ray, Bob}}
`;
const RIS = `TY  - NEWS
AU  - Ray, Bob, Jr.
TI  - The vote
N1  - Withdrawn in 2021.
N1  - Read on 3 May.
UR  - https://a.example
UR  - https://b.example
ER  - 

`;
const pick = ({ id, title, author, note }) => [id, title, author?.map((one) => one.family ?? one.literal), note];
const show = (name, entries) => entries.forEach((entry) => console.log(name, JSON.stringify(entry)));
const seen = bibtex.parse(BIBTEX).map(pick);
const other = new Cite(BIBTEX).data.map(pick);
const [{ author: [ray], note, URL: address }] = ris.parse(RIS);
show("astrocite-bibtex 0.16.4           ", seen);
show("@citation-js/plugin-bibtex 0.9.0  ", other);
show("astrocite-ris 0.16.4              ", [[ray, note, address]]);
const same =
  JSON.stringify(seen) ===
    JSON.stringify([
      ["a", "He did <i>not</i> sign", ["Lee"], undefined],
      ["b", " vote of ", undefined, "He said , ."],
      ["c", "On 10[object Object] men, x  y", ["Board", "Council"], undefined],
    ]) &&
  JSON.stringify(other) ===
    JSON.stringify([
      ["a", "He did <i>not</i> sign", ["Lee"], undefined],
      ["b", "<b>No</b> vote of <span style=\"font-variant:small-caps;\">Ann</span>", undefined, "He said “never”, https://a.example."],
      ["c", "On 10⁶ men, x \\neq y", ["Board and Council"], undefined],
      ["d", "The vote", ["Ray"], undefined],
    ]) &&
  ray.given === "Jr." && ray.suffix === "Bob" && note === "Read on 3 May." && address === "https://b.example";
console.log(same ? "still so" : "changed");
process.exitCode = same ? 0 : 1;
JS
node "$dir/try.mjs"
