"""Cues of TTML captions (W3C Timed Text Markup Language 1 and 2; DFXP, SMPTE-TT, EBU-TT, IMSC and iTT are kinds of it).

Times count from the parent element's, as the recommendation has it; SMPTE time codes stand for themselves.
What cannot be shown by its times is still a cue: words are evidence, also where a player would drop them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf
from typing import TYPE_CHECKING

from desktop.intake.captions.cues import Captions, Cue, Piece
from desktop.intake.containers.xml_tree import local_name, words_of
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_CLOCK = lazy_pattern(r"\s*(\d{2,5}):(\d{2}):(\d{2})(?:(\.\d{1,9})|:(\d{2,3})(?:\.(\d{1,3}))?)?\s*$")
_OFFSET = lazy_pattern(r"\s*(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|f|t)\s*$")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FRAMES = 30.0  # a second, where a file does not say
_SPOKEN = frozenset(("span", "p"))
_REMARKS = frozenset(("title", "desc", "copyright"))  # what a file says of itself, not what was spoken
_GLOSS = frozenset(("text", "delimiter"))  # values of tts:ruby of what stands above a word or parts it from there
_PICTURES = frozenset(("image", "backgroundImage"))


@dataclass(frozen=True, slots=True)
class _Clock:
    """How a file counts: rates a second, and whether times count from the parent's."""

    frames: float = _FRAMES
    sub_frames: float = 1.0
    ticks: float = 1.0
    nested: bool = True

    def seconds(self, value: str) -> float | None:
        """Return a time expression as seconds, None where it is none."""
        if clock := _CLOCK.match(value):
            whole = int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3])
            part = (int(clock[5] or 0) + int(clock[6] or 0) / self.sub_frames) / self.frames
            return whole + float(clock[4] or 0) + part
        if offset := _OFFSET.match(value):
            one = {"h": 3600, "m": 60, "s": 1, "ms": 0.001, "f": 1 / self.frames, "t": 1 / self.ticks}
            return float(offset[1]) * one[offset[2]]
        return None


@dataclass(frozen=True, slots=True)
class _Scope:
    """What an element hands down: its interval in seconds, who speaks, how blanks count, what it is shown as."""

    start: float = 0.0
    end: float = inf
    agents: str = ""
    keeps_blanks: bool = False
    is_gloss: bool = False
    is_hidden: bool = False
    is_broken: bool = False  # a time that cannot be read


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one scope within a line; a line break is one without words."""

    words: str
    scope: _Scope


@dataclass(slots=True)
class _Reader:
    clock: _Clock
    names: dict[str, str]
    hidden: frozenset[str]  # styles and regions that are not shown
    found: dict[str, Captions] = field(default_factory=dict)  # by language

    def walk(self, element: _Element, scope: _Scope, language: str) -> None:
        """Read the captions below an element into those of their language."""
        for child, inner in self._children(element, scope):
            own = child.get(f"{_XML}lang", language)
            name = local_name(child)
            if name == "p":
                self._caption(child, inner, self.found.setdefault(language, Captions()))
            elif name in {"body", "div"}:
                self.walk(child, inner, own if name == "div" else language)

    def _children(self, element: _Element, scope: _Scope) -> Iterator[tuple[_Element, _Scope]]:
        """Give each child with its scope; those of a sequence begin where the one before ended."""
        follows, begin = _attribute(element, "timeContainer") == "seq", scope.start
        for child in element:
            inner = self._scope(child, scope, begin)
            yield child, inner
            if follows and local_name(child) in {"body", "div", "p", "span"} and inner.end < inf:
                begin = inner.end

    def _scope(self, element: _Element, outer: _Scope, begin: float) -> _Scope:
        base = begin if self.clock.nested else 0.0
        times = {name: element.get(name) for name in ("begin", "end", "dur")}
        seconds = {name: self.clock.seconds(value) for name, value in times.items() if value is not None}
        start = base + (seconds.get("begin") or 0.0) if seconds.get("begin") is not None else begin
        ends = [outer.end]
        if (end := seconds.get("end")) is not None:
            ends.append(base + end)
        if (length := seconds.get("dur")) is not None:
            ends.append(start + length)
        space, ruby = element.get(f"{_XML}space"), _attribute(element, "ruby")
        styles = f"{element.get('style', '')} {element.get('region', '')}".split()
        return replace(
            outer,
            start=start,
            end=max(start, min(ends)),
            agents=_attribute(element, "agent") or outer.agents,
            keeps_blanks=outer.keeps_blanks if space is None else space == "preserve",
            is_gloss=outer.is_gloss or ruby in _GLOSS,
            is_hidden=outer.is_hidden or _is_hidden(element) or not self.hidden.isdisjoint(styles),
            is_broken=outer.is_broken or None in seconds.values(),
        )

    def _caption(self, element: _Element, scope: _Scope, captions: Captions) -> None:
        """Read one `p` as cues: one, or one for each of its parts that have times of their own."""
        runs = list(self._runs(element, scope))
        is_broken = any(run.scope.is_broken for run in runs)
        silent = [run for run in runs if is_broken or run.scope.is_hidden]
        captions.broken += is_broken or (not _joined(runs) and not _is_picture(element))
        if words := _joined(silent):
            captions.comments.append(words)
        parts = list(_timed_parts([run for run in runs if run not in silent]))
        for part in parts:
            times = next(run.scope for run in part if run.words.strip())
            captions.cues.append(Cue(times.start, times.end, tuple(self._lines(part)), has_word_times=len(parts) > 1))

    def _runs(self, element: _Element, scope: _Scope) -> Iterator[_Run]:
        yield from _text_runs(element.text, scope)
        for child, inner in self._children(element, scope):
            name = local_name(child)
            if name == "br":
                yield _Run("", scope)
            elif name in _SPOKEN:
                yield from self._runs(child, inner)
            yield from _text_runs(child.tail, scope)

    def _lines(self, runs: list[_Run]) -> Iterator[tuple[Piece, ...]]:
        line: list[Piece] = []
        for run in [*runs, _Run("", _Scope())]:
            if run.words:
                line.append(Piece(run.words, 0, 0, self._voice(run.scope.agents), run.scope.is_gloss))
            else:
                if any(piece.text.strip() for piece in line):
                    yield tuple(line)
                line = []

    def _voice(self, agents: str) -> str:
        """Name who speaks; of several at once, or one without a name, nobody."""
        return self.names.get(agents, "")


def read_timed_text(root: _Element) -> dict[str, Captions]:
    """Read a TTML document's captions by their language (BCP 47, "" where none is stated), ordered by time.

    A `div` of another language than the one around it holds the same recording's captions in that language. Pieces have
    no places in the file. What the file says of itself, and what is never shown, are comments.
    """
    reader = _Reader(_clock(root), _names(root), frozenset(_hidden_styles(root)))
    language = root.get(f"{_XML}lang", "")
    space = root.get(f"{_XML}space") == "preserve"
    reader.walk(root, _Scope(keeps_blanks=space, agents=_attribute(root, "agent")), language)
    captions = {each: found for each, found in reader.found.items() if found.cues} or reader.found
    for found in captions.values():
        found.cues.sort(key=lambda cue: cue.start)
        found.comments += [words for words in _comments(root) if words not in found.comments]
    return captions


def holds_pictures(root: _Element) -> bool:
    """Say whether captions of a document are pictures, whose words nobody reads here."""
    return any(_is_picture(element) for element in root.iter())


def _attribute(element: _Element, name: str) -> str:
    """Give an attribute of any namespace, without its outer blanks; "" where there is none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value).strip()
    return ""


def _clock(root: _Element) -> _Clock:
    frames = _number(_attribute(root, "frameRate")) or _FRAMES
    multiplier = _attribute(root, "frameRateMultiplier").replace(":", " ").split()
    if len(multiplier) == 2 and _number(multiplier[1]):
        frames *= (_number(multiplier[0]) or 1.0) / (_number(multiplier[1]) or 1.0)
    sub_frames = _number(_attribute(root, "subFrameRate")) or 1.0
    ticks = _number(_attribute(root, "tickRate"))
    if not ticks:  # the recommendation's own default
        ticks = frames * sub_frames if _attribute(root, "frameRate") else 1.0
    nested = _attribute(root, "timeBase") != "smpte" or _attribute(root, "markerMode") == "continuous"
    return _Clock(frames, sub_frames, ticks, nested)


def _number(value: str) -> float:
    """Return a positive number, 0 where it is none."""
    return float(value) if value.replace(".", "", 1).isdecimal() and len(value) < 20 else 0.0


def _names(root: _Element) -> dict[str, str]:
    """Give who stands behind each agent's id, where a name is stated; a full name before others."""
    names: dict[str, str] = {}
    for agent in (element for element in root.iter() if local_name(element) == "agent"):
        kinds = {_attribute(name, "type"): words_of(name) for name in agent if local_name(name) == "name"}
        both = " ".join(part for part in (kinds.get("given", ""), kinds.get("family", "")) if part)
        name = kinds.get("full") or both or next((each for each in kinds.values() if each), "")
        if name:
            names[agent.get(f"{_XML}id", "")] = name
    names.pop("", None)
    return names


def _hidden_styles(root: _Element) -> Iterator[str]:
    for element in root.iter():
        if local_name(element) in {"style", "region"} and _is_hidden(element):
            yield element.get(f"{_XML}id", "")


def _is_hidden(element: _Element) -> bool:
    return _attribute(element, "display") == "none" or _attribute(element, "visibility") == "hidden"


def _is_picture(element: _Element) -> bool:
    return local_name(element) in _PICTURES or bool(_attribute(element, "backgroundImage"))


def _comments(root: _Element) -> Iterator[str]:
    for element in root.iter():
        if local_name(element) in _REMARKS and (words := words_of(element)):
            yield words


def _joined(runs: list[_Run]) -> str:
    """Give the words of runs in one line."""
    return " ".join("".join(run.words or " " for run in runs).split())


def _text_runs(text: str | None, scope: _Scope) -> Iterator[_Run]:
    """Give text as runs; where blanks are kept, a line feed ends a line."""
    for number, line in enumerate((text or "").split("\n") if scope.keeps_blanks else [text or ""]):
        if number:
            yield _Run("", scope)
        if line:
            yield _Run(line, scope)


def _timed_parts(runs: list[_Run]) -> Iterator[list[_Run]]:
    """Part runs where times change between words, not within one."""
    part: list[_Run] = []
    times: tuple[float, float] | None = None
    for number, run in enumerate(runs):
        own = (run.scope.start, run.scope.end)
        if run.words.strip():
            before = runs[number - 1].words if number else ""
            apart = not before or before[-1].isspace() or run.words[0].isspace()
            if times not in {None, own} and apart:
                yield part
                part = []
                times = own
            elif times is None:
                times = own
        part.append(run)
    if any(run.words.strip() for run in part):
        yield part
