#!/usr/bin/env bash
# pycountry 26.2.16 (PyPI; the countries of ISO 3166): search_fuzzy(), which gives the countries that a name may mean, the
# best first.
#
# Surprise: one would expect a country whose own name it is to be the first. It is for 247 of the 249; for Niger the first
# is Nigeria, and for Curaçao the Netherlands. Parts of countries count too (a state of Nigeria is called Niger), and their
# points are added to those of a country whose name merely holds the word. get(name=…) finds the right one. Names that are
# still printed but not in the list (Swaziland, Burma) are found nowhere, as one would guess.
#
# Why it hurts: a report on one country is filed under its neighbour, and a test with a few names of countries passes.
#
# This program: compares names of places as printed. Guard: tests/text/facts/test_names.py,
# test_a_name_or_place_that_differs_is_found_with_both_readings.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pycountry==26.2.16
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from pycountry import countries

print("pycountry", version("pycountry"), "with", len(countries), "countries")
first = {country.name: countries.search_fuzzy(country.name)[0].name for country in countries}
others = {name: found for name, found in first.items() if found != name}
for name, found in others.items():
    print(f"  {name}: first is {found}; by get() {countries.get(name=name).name}")
same = len(countries) == 249 and others == {"Niger": "Nigeria", "Curaçao": "Netherlands"}
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
