"""Speech in a transcript: which words were said, by whom, and when; labels, notes, times, heads and numbers are not.

Offsets are code points into the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import spoken_tables
from desktop.text.sources.units import Unit, Word, printed_words, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

UNKNOWN = ""  # nobody is named
_SAMPLE = 8_000  # code points by which a transcript is told from an article
_TURNS, _LABELLED = 4, 0.6  # changes of speaker, share of words whose speaker is named
_TIME = lazy_pattern(r"[\[(](?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?[\])]")
_UPPER = "A-ZÀ-ÖØ-Þ"
# As in “SEN. ANN ROE (R-TX): ”, “CHAIR ROE. ”, “Roe: ”.
_LABEL = lazy_pattern(
    rf"(?P<name>[{_UPPER}][{_UPPER}.'’ \-]{{0,40}}[{_UPPER}]\.?|[{_UPPER}][\w.'’\-]*(?:[ ][{_UPPER}][\w.'’\-]*){{0,4}})"
    r"(?P<role>,[^:\n]{1,60}|[ ]?\([^)\n]{1,60}\))?(?P<mark>:|\.(?=\s+\S))\s"
)
_CAPITALS = lazy_pattern(rf"[{_UPPER}][{_UPPER}.'’ \-]{{1,40}}")
_INSIDE = lazy_pattern(rf"(?<=[.?!\-\"”)\]] )([{_UPPER}][{_UPPER}.'’\-]+(?: [{_UPPER}][{_UPPER}.'’\-]+){{0,4}}): ")
_QUESTION = lazy_pattern(r"Q(?:\.|:)?[\s\u00a0]{2,}|Q[.:]\s")
_CHEVRONS = lazy_pattern(r">>+\s*")
_NOTE = lazy_pattern(r"[(\[](?P<words>[^()\[\]\n]{1,80})[)\]]")
_MARKUP = lazy_pattern(r"<[^<>\n]*>|(?:\n\d+)?\n[\d:.,]+ --> [^\n]*")
_NUMBERED = lazy_pattern(r"[ \t]{0,4}\d{1,3}(?:[ \t]{2,}|$)")
_STOPS = ".?!。！？؟۔।"  # at the end of a sentence
_LINE = lazy_pattern(r"[^\n]*\n?")


@value_type
class Segment:
    """A stretch of the text that may be speech, e.g. the words of a caption."""

    start: int
    end: int
    speaker: str = UNKNOWN
    seconds: float | None = None
    named: bool = False  # the file itself says the speaker


@dataclass(slots=True)
class Speech:
    """The words that were said: word by word, with speaker and time."""

    text: str
    words: list[Word] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)  # of each word; empty where nobody is named
    turns: list[int] = field(default_factory=list)  # of each word: the number of the turn it is in
    seconds: list[float | None] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets from the first word to the end of the last."""
        return self.words[first].start, self.words[last].end

    def words_between(self, start: int, end: int) -> list[Word]:
        """Return the words from one offset to another."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        return self.words[first : bisect_left(self.words, end, key=lambda word: word.start)]

    @property
    def has_punctuation(self) -> bool:
        """Whether the text has commas and full stops; captions often have none."""
        sample = self.text[:20_000]
        return sample.count(", ") + sample.count(". ") > len(sample) / 400

    def before(self, word: int) -> str:
        """Return what stands between a word and the one before it, without the markup and times of captions."""
        between = self.text[self.words[word - 1].end if word else 0 : self.words[word].start]
        return _MARKUP.sub(" ", between) if len(between) > 3 else between


def read_speech(text: str, segments: Sequence[Segment] = (), code: str = "en") -> Speech:
    """Read a transcript; of captions the segments are given, of other texts they are its lines."""
    speech = Speech(text)
    turn, speaker, seconds = 0, UNKNOWN, None
    labels = _labels(text) if not segments else None
    for segment in segments or _lines(text):
        if segment.named and segment.speaker != speaker:
            turn, speaker = turn + 1, segment.speaker
        seconds = segment.seconds if segment.seconds is not None else seconds
        for start, end, label, at in _parts(text, segment, labels):
            if label is not None:
                turn, speaker = turn + 1, label
            seconds = at if at is not None else seconds
            words = printed_words(text, start, end)
            speech.words += words
            speech.speakers += [speaker] * len(words)
            speech.turns += [turn] * len(words)
            speech.seconds += [seconds] * len(words)
    speech.units = units(speech.words, code)
    return speech


def looks_like_transcript(text: str) -> bool:
    """Say whether speakers are named at the head of most passages, in turns, as in a transcript and no article."""
    sample = text[:_SAMPLE]
    if not _labels(sample) and _QUESTION.search(sample) is None:
        return False
    speech = read_speech(sample)
    changes = sum(one != other for one, other in pairwise(speech.turns))
    labelled = sum(1 for speaker in speech.speakers if speaker)
    return changes >= _TURNS and len(set(speech.speakers) - {UNKNOWN}) > 1 and labelled > _LABELLED * len(speech.words)


def _lines(text: str) -> Iterator[Segment]:
    """Give the lines that hold speech, without line numbers and what stands at the head and foot of pages."""
    pages = text.split("\f")
    heads = _heads(pages)
    numbered = _are_numbered(text)
    start = 0
    for page in pages:
        for line in _LINE.finditer(page):
            if not line.group().strip():
                continue
            begin, end = start + line.start(), start + line.end()
            if _bare(line.group()) in heads:
                continue
            if numbered:
                number = _NUMBERED.match(line.group())
                begin += number.end() if number else 0
                if number is None and len(line.group().strip()) < 60:
                    continue
            yield Segment(begin, end)
        start += len(page) + 1


def _bare(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _heads(pages: Sequence[str]) -> frozenset[str]:
    """Return the lines that stand at the head or foot of most pages."""
    if len(pages) < 3:
        return frozenset()
    found: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        found.update({_bare(line) for line in (*lines[:5], *lines[-4:]) if len(line.strip()) <= 90})
    return frozenset(line for line, count in found.items() if count >= max(3, 0.4 * len(pages)))


def _are_numbered(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()][:2000]
    return len(lines) > 20 and sum(_NUMBERED.match(line) is not None for line in lines) > 0.6 * len(lines)


def _labels(text: str) -> frozenset[str]:
    """Return what stands before a colon or full stop at the head of lines as a label does: in capitals, or often."""
    found: Counter[str] = Counter()
    for line in text.splitlines():
        label = _LABEL.match(_behind_time(line))
        if label:
            found[label["name"] + label["mark"]] += 1
    return frozenset(
        name
        for name, count in found.items()
        if (name.endswith(":") and (_CAPITALS.fullmatch(name[:-1]) or count >= 3))
        or (name.endswith(".") and _CAPITALS.fullmatch(name[:-1]) is not None and " " in name)
    )


def _behind_time(line: str) -> str:
    line = line.lstrip(" \t\u00a0")
    number = _NUMBERED.match(line)
    line = line[number.end() :].lstrip() if number else line
    time = _TIME.match(line)
    return line[time.end() :].lstrip() if time else line


def _parts(
    text: str, segment: Segment, labels: frozenset[str] | None
) -> Iterator[tuple[int, int, str | None, float | None]]:
    """Give the stretches of speech in a segment: start, end, a new speaker or None, a new time or None."""
    place, end = segment.start, segment.end
    speaker: str | None = None
    seconds: float | None = None
    place = _skip_blanks(text, place, end)
    time = _TIME.match(text, place, end)
    if time:
        seconds = int(time[1] or 0) * 3600 + int(time[2]) * 60 + int(time[3])
        place = _skip_blanks(text, time.end(), end)
    chevrons = _CHEVRONS.match(text, place, end)
    if chevrons:
        speaker, place = UNKNOWN, chevrons.end()
    name, behind = _label_at(text, place, end, labels)
    if name is not None:
        speaker, place = name, behind
    for start, stop, inner in _without_notes(text, place, end):
        yield start, stop, inner if inner is not None else speaker, seconds
        speaker = seconds = None


def _skip_blanks(text: str, place: int, end: int) -> int:
    while place < end and (text[place].isspace() or text[place] == "\u00a0"):
        place += 1
    return place


def _label_at(text: str, place: int, end: int, labels: frozenset[str] | None) -> tuple[str | None, int]:
    question = _QUESTION.match(text, place, end)
    if question:
        return "Q", question.end()
    label = _LABEL.match(text, place, end)
    if label is None:
        return None, place
    known = (
        label["name"] + label["mark"] in labels
        if labels is not None
        else label["mark"] == ":" and _CAPITALS.fullmatch(label["name"]) is not None
    )
    return (readable(label["name"]), label.end()) if known else (None, place)


def _without_notes(text: str, place: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Part a stretch at notes as “(Applause.)”, and at labels in capitals behind the end of a sentence."""
    marks: list[tuple[int, int, str | None]] = [
        (note.start(), note.end(), None) for note in _NOTE.finditer(text, place, end) if _is_note(note["words"])
    ]
    marks += [(found.start(1), found.end(), readable(found[1])) for found in _INSIDE.finditer(text, place, end)]
    speaker: str | None = None
    for start, stop, name in sorted(marks):
        if start >= place:
            yield place, start, speaker
            place, speaker = stop, name
    yield place, end, speaker


@lru_cache(maxsize=1)
def _notes() -> re.Pattern[str]:
    noted = sorted((note for table in spoken_tables() for note in table.notes), key=len, reverse=True)
    joints = [joint for table in spoken_tables() for joint in table.note_joints]
    going_on = rf"(?:[ ,.;&]+(?:{'|'.join(joints)}|\w+)){{0,3}}[.!]?$"
    return re.compile(rf"(?:{'|'.join(noted)}){going_on}", re.IGNORECASE)


def _is_note(words: str) -> bool:
    return _notes().match(words.strip()) is not None or (words.isupper() and len(words) > 3)


def readable(label: str) -> str:
    """Return a label in capitals as one writes a name."""
    label = label.strip().rstrip(".") if not re.search(r"\b[A-Z]\.$", label) else label.strip()
    return label.title().replace("’S", "’s") if label.isupper() and len(label) > 1 else label


def sentence_starts(speech: Speech) -> list[bool]:
    """Say of each word whether it begins a sentence or a turn."""
    starts = []
    text, end = speech.text, 0
    turn: int | None = None
    for place, word in enumerate(speech.words):
        former, turn = turn, speech.turns[place]
        if turn != former:
            starts.append(True)
        elif word.start - end == 1:
            starts.append(text[end] in _STOPS)
        else:
            between = speech.before(place)
            starts.append(any(mark in between for mark in _STOPS) or "\n\n" in between)
        end = word.end
    return starts
