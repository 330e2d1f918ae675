"""Bodies: what of a mail's parts a person reads, and what comes with it as files or messages of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from desktop.domain import Cut, Span
from desktop.intake.characters.labels import decode_page
from desktop.intake.mail.choice import choose, says_the_same
from desktop.intake.mail.messages import content, file_name, forwarded, head_of, parameter, text_of, with_boundary
from desktop.intake.mail.page import read_page
from desktop.intake.mail.quoted import set_apart
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from desktop.intake.mail.heads import Head
    from desktop.intake.mail.page import Shown
    from desktop.intake.mail.quoted import Depths


_DEEPEST = 40  # parts within parts
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_SEALS = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_REPEATS = {"text/x-amp-html", "text/watch-html"}  # pages for some programs, beside one for all
_NO_TEXTS = {"text/calendar", "text/rtf", "text/vcard", "text/x-vcard", "text/directory", "text/css", *_REPEATS}
_PAGES = {"text/html", "application/xhtml+xml"}
_MESSAGES = {"message/rfc822", "message/global"}
PGP_SIGNATURE = "PGP signature"
_PGP = lazy_pattern(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[^\n]+\n)*\n"
    r"|-----BEGIN PGP (SIGNATURE|PUBLIC KEY BLOCK)-----\n(?s:.{0,50000}?)-----END PGP \1-----"
)
_ENRICHED = lazy_pattern(r"<(?:/?[a-zA-Z-]{1,40}|param>.{0,2000}?</param)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A text of a message, or of one that it forwards in place."""

    text: str
    head: Head  # of the message that it belongs to
    cuts: tuple[Cut, ...] = ()
    depths: Depths = ()
    is_page: bool = False
    heads: tuple[Head, ...] = ()  # of forwarded messages that begin with it, the outermost first


@dataclass(slots=True)
class Bodies:
    """What was found in a message."""

    head: Head
    sections: list[Section] = field(default_factory=list)  # to be read one after the other
    messages: list[Message] = field(default_factory=list)  # that it forwards
    files: list[Message] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    encoding: str = ""  # of the first text
    seals: list[str] = field(default_factory=list)  # what hides a part

    @property
    def text(self) -> str:
        return joined(self.sections)

    def add(self, text: str) -> None:
        """Add a plain text: without blanks at the ends of its lines, and with one blank line at most in a row."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        tidy, depths = set_apart(lines.strip())
        cuts = tuple(Cut(Span(*found.span()), PGP_SIGNATURE) for found in _PGP.finditer(tidy))
        if tidy:
            self.sections.append(Section(tidy, self.head, cuts, depths))

    def add_page(self, shown: Shown) -> None:
        if shown.text:
            self.sections.append(Section(shown.text, self.head, shown.cuts, shown.depths, is_page=True))

    def note(self, *sentences: str) -> None:
        self.notices += [each for each in sentences if each not in self.notices]

    def seal(self, how: str) -> None:
        self.seals.append(how)
        self.note(
            Sentence(
                "The mail, or a part of it, is encrypted or sealed with {how}; what is inside is not read.", how=how
            )
        )

    def take_rest(self, other: Bodies) -> None:
        """Take all but the texts of another."""
        self.messages += other.messages
        self.files += other.files
        self.seals += other.seals
        self.note(*other.notices)
        self.encoding = self.encoding or other.encoding


def joined(sections: Sequence[Section]) -> str:
    """Give the text of sections."""
    return "\n\n".join(section.text for section in sections)


def bodies_of(message: Message) -> Bodies:
    """Walk through the parts of a message."""
    return _Walk().message(message, 0)


class _Walk:
    """Goes through the parts in order."""

    def message(self, message: Message, depth: int) -> Bodies:
        bodies = Bodies(head_of(message))
        self.part(message, bodies, depth)
        return bodies

    def part(self, part: Message, bodies: Bodies, depth: int) -> None:
        kind = part.get_content_type()
        if depth > _DEEPEST:
            bodies.note(Sentence("Parts of the mail that are nested deeper than any mail's are not read."))
        elif kind in _MESSAGES and part.is_multipart():
            self._forwarded(part, bodies, depth + 1)
        elif part.is_multipart():
            self._parts(part, kind, bodies, depth + 1)
        elif kind.startswith("multipart/"):
            self._without_boundary(part, bodies, depth + 1)
        elif _is_text(part, kind, bodies):
            self._text(part, kind, bodies)
        elif kind in _SEALS:
            bodies.seal("S/MIME")
        elif kind not in _SIGNATURES | _REPEATS:
            bodies.files.append(part)

    def _forwarded(self, part: Message, bodies: Bodies, depth: int) -> None:
        """Take a message that stands in this one; one that is shown in place is also a text of this one."""
        message = forwarded(part)
        bodies.messages.append(message)
        if part.get_content_disposition() != "attachment":
            found = self.message(message, depth)
            if found.sections:
                first, *others = found.sections
                bodies.sections += [replace(first, heads=(found.head, *first.heads)), *others]
            bodies.note(*found.notices)

    def _without_boundary(self, part: Message, bodies: Bodies, depth: int) -> None:
        """Read parts of which the head does not truly say what parts them."""
        found = with_boundary(part)
        if found is not None and found.is_multipart():
            self.part(found, bodies, depth)
        else:
            self._text(part, "text/plain", bodies)

    def _parts(self, part: Message, kind: str, bodies: Bodies, depth: int) -> None:
        parts = cast("list[Message]", part.get_payload())
        if kind == "multipart/encrypted":
            bodies.seal("PGP")
        elif kind == "multipart/alternative":
            self._alternatives(parts, bodies, depth)
        elif kind == "multipart/related":
            self._related(parts, bodies, depth)
        else:
            for each in parts:
                self.part(each, bodies, depth)

    def _alternatives(self, parts: Sequence[Message], bodies: Bodies, depth: int) -> None:
        plain: list[Section] = []
        page: list[Section] = []
        for part in parts:
            found = Bodies(bodies.head)
            self.part(part, found, depth)
            bodies.take_rest(found)
            if any(section.is_page for section in found.sections):
                page = found.sections
            else:
                plain = plain or found.sections
        choice = choose(joined(plain), joined(page))
        bodies.note(*choice.notices)
        bodies.sections += page if choice.is_page else plain

    def _related(self, parts: Sequence[Message], bodies: Bodies, depth: int) -> None:
        """Take the first part, and the others as the files that it shows."""
        for i, part in enumerate(parts):
            if i == 0 or part.get_content_maintype() in {"multipart", "message"}:
                self.part(part, bodies, depth)
            else:
                bodies.files.append(part)

    def _text(self, part: Message, kind: str, bodies: Bodies) -> None:
        data, label = content(part), parameter(part, "charset")
        if kind in _PAGES:
            self._page(data, label, bodies)
            return
        text, encoding, doubt = text_of(data, label)
        if parameter(part, "format").lower() == "flowed":
            text = unflow(text.replace("\r\n", "\n"), delsp=parameter(part, "delsp").lower() == "yes")
        if kind in {"text/enriched", "text/richtext"}:
            text = _ENRICHED.sub("", text)
        if "-----BEGIN PGP MESSAGE-----" in text:
            bodies.seal("PGP")
        bodies.encoding = bodies.encoding or encoding
        bodies.note(*doubt)
        bodies.add(text)

    def _page(self, data: bytes, label: str, bodies: Bodies) -> None:
        decoded = decode_page(data, label)
        if decoded is None:
            bodies.note(Sentence("A page in the mail is no text: its bytes do not read as characters."))
            return
        shown = read_page(decoded.text)
        bodies.encoding = bodies.encoding or decoded.encoding
        bodies.note(*decoded.warnings, *shown.notices)
        if not says_the_same(shown.text, joined(bodies.sections[-1:])):  # some programs send both forms unsaid
            bodies.add_page(shown)


def _is_text(part: Message, kind: str, bodies: Bodies) -> bool:
    """Say whether a part is read with the mail, and is no file that came with it."""
    if not kind.startswith("text/") and kind not in _PAGES:
        return False
    is_attached = (part.get_content_disposition() or "") == "attachment"
    is_file = bool(file_name(part) and bodies.sections)
    return not (is_attached or is_file or kind in _NO_TEXTS)


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
