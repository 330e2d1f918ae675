"""Findings name tests that are there: a guard whose file or name has moved guards nothing that a reader could find."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_guards_that_findings_name_exist() -> None:
    tests = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.rglob("tests/**/*.py")
    }
    functions = {name for text in tests.values() for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}
    findings = list((ROOT / "findings").glob("*.sh"))
    assert findings
    gone = []
    for finding in findings:
        lines = finding.read_text(encoding="utf-8").splitlines()[1:]
        head = "\n".join(line[2:] for line in takewhile(lambda line: line.startswith("#"), lines))
        head = re.sub(r"(?<=[/_])\n", "", head)  # names are parted at the end of a line there
        files = re.findall(r"(?<![\w/])(?:tests/[\w/]*)?test_\w+\.py", head)
        gone += [(finding.name, file) for file in files if not any(f"/{path}".endswith(f"/{file}") for path in tests)]
        names = re.findall(r"(?<![\w/])test_\w+\b(?!\.py)", head)
        gone += [(finding.name, name) for name in names if name not in functions]
    assert gone == []
