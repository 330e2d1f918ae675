"""Flowed text (RFC 3676): the lines of a paragraph that a mail program broke, joined again."""

from __future__ import annotations

from desktop.lazy_pattern import lazy_pattern

_QUOTE = lazy_pattern(r">*")
SIGNATURE = "-- "


def unflow(text: str, *, delsp: bool = False) -> str:
    """Join flowed lines of one depth of quotation; quoted paragraphs keep their signs: ">> words".

    With `delsp` the blank at the end of a flowed line was put in by the program and goes.
    """
    lines: list[str] = []
    open_depth = -1  # of the paragraph that the next line goes on with
    for raw in text.split("\n"):
        signs = _QUOTE.match(raw)
        depth = signs.end() if signs else 0
        line = raw[depth:].removeprefix(" ")
        is_flowed = line.endswith(" ") and line != SIGNATURE
        if line == SIGNATURE or depth != open_depth:
            lines.append(f"{'>' * depth} {line}" if depth else line)
        else:
            lines[-1] += line
        if is_flowed and delsp:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if is_flowed else -1
    return "\n".join(lines)
