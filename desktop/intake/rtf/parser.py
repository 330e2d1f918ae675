"""Parser of RTF: tokens become flows of words. Groups are kept on a stack, so that depth costs no calls."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.intake.office.note_numbers import note_label
from desktop.intake.office.tracked_changes import COMMENT, comment_reason
from desktop.intake.rtf import code_pages
from desktop.intake.rtf.control_words import BREAKS, CHARACTERS, HANDLERS
from desktop.intake.rtf.draft import Draft, minute_of
from desktop.intake.rtf.flow import PLAIN, Break, Flow, Piece, Style, Words
from desktop.intake.rtf.groups import BOX, OPENERS, UNSEEN, enter
from desktop.intake.rtf.state import Font, FontTable, State
from desktop.intake.rtf.tokens import Kind, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.intake.rtf.control_words import Handler
    from desktop.intake.rtf.fields import Field
    from desktop.intake.rtf.groups import Opener
    from desktop.intake.rtf.state import Shape


def parse(data: bytes) -> Draft:
    """Read an RTF file; nothing in it raises."""
    parser = Parser(data)
    for token in tokens(data):
        parser.take(token)
    return parser.finish()


class Parser:
    """Reads tokens one after the other; the handlers of words and groups change its state."""

    def __init__(
        self,
        data: bytes,
        page: Words | None = None,
        handlers: Mapping[str, Handler] = HANDLERS,
        openers: Mapping[str, Opener] = OPENERS,
    ) -> None:
        """Read the text into a draft; or a page, by handlers and openers that know its tags."""
        self.draft = Draft()
        self._handlers, self._openers = handlers, openers
        self.state = State(page or self.draft.body, page or self.draft.body)
        self.stack: list[State] = []
        self.font_table = FontTable()
        self.default_font = 0
        self.to_skip = 0  # characters that stand for a Unicode character in older readers
        self.open_notes = 0
        self.is_in_row = False  # of a table
        self._numbers: Counter[str] = Counter()  # of notes so far, by kind
        self._encodings: dict[int, str] = {}  # by font, as far as asked
        self._raw_encoding = "utf-8" if _is_utf8(data) else ""  # of bytes that no writer should have written so
        self._is_first = self._is_starred = False  # the next word is the first of its group; stands behind a star
        self._bytes: list[bytes] = []  # of one run, whose encoding, target and style are these
        self._run: tuple[str, Flow | Words | None, Style] = ("", None, PLAIN)

    def take(self, token: Token) -> None:
        """Read one token."""
        if token.kind is Kind.WORD:
            if not self.state.is_closed or token.word == "ud":
                self._word(token.word, token.number)
        elif token.kind is Kind.OPEN:
            self.stack.append(self.state)
            self.to_skip = 0
        elif token.kind is Kind.CLOSE:
            self._close()
        elif not self.state.is_closed:
            self._add_bytes(token)
        self._is_first = token.kind is Kind.OPEN or (self._is_first and token.word == "*")
        self._is_starred = token.word == "*"

    def finish(self) -> Draft:
        """Close what is open and give all."""
        self.draft.is_cut = bool(self.stack)
        while self.stack:
            self._close()
        self.flush()
        self.draft.body.take_boxes()
        return self.draft

    # -- what the handlers of words and groups use ---------------------------------------------------------------------

    def set_style(self, style: Style) -> None:
        self.state = self.state._replace(style=style)

    def set_encoding(self, encoding: str) -> None:
        """Set the encoding of the file: that of fonts which name none."""
        self.draft.encoding = encoding
        self._encodings.clear()

    def forget_fonts(self) -> None:
        """Do not rely any more on what fonts were asked for: the table changes."""
        self.flush()
        self._encodings.clear()

    def add_text(self, text: str) -> None:
        """Add characters where words go just now."""
        if self.state.target is not None:
            self.flush()
            self.state.target.add(text, self.state.style)

    def flush(self) -> None:
        """Add the bytes of the run, if there are any."""
        if self._bytes:
            encoding, target, style = self._run
            if target is not None:
                target.add(code_pages.decode(b"".join(self._bytes), encoding), style)
            self._bytes = []

    @property
    def encoding(self) -> str:
        """The encoding of bytes in the font of this place."""
        if self.state.target is self.font_table:  # whose entry is not complete yet
            return self.draft.encoding
        number = self.state.font
        if number not in self._encodings:
            font = self.font_table.fonts.get(number, Font())
            self._encodings[number] = code_pages.encoding_of_font(
                font.charset, font.code_page, font.name, self.draft.encoding
            )
        return self._encodings[number]

    # -- groups and words ----------------------------------------------------------------------------------------------

    def _close(self) -> None:
        self.to_skip = 0
        if not self.stack:
            return
        closed, self.state = self.state, self.stack.pop()
        if closed.target is not self.state.target:
            self.flush()
        if closed.field and closed.field is not self.state.field:
            self._end_field(closed.field)
        if isinstance(closed.text, Flow) and closed.text is not self.state.text:
            self._end_note(closed.text)
        if closed.shape and closed.shape is not self.state.shape:
            self._end_shape(closed.shape)
        if not self.stack:  # the file ends here; what follows is not part of it
            self.state = State(self.draft.rest, self.draft.rest)

    def _end_field(self, closed: Field) -> None:
        """Add what a field shows that has no result."""
        flow = closed.flow
        if isinstance(flow, Flow) and len(flow.pieces) == closed.start and (shown := closed.shown()):
            flow.add(shown, closed.style)

    def _end_note(self, flow: Flow) -> None:
        flow.take_boxes()
        self.open_notes -= 1
        if flow.kind == COMMENT:
            author = self.draft.take("atnauthor") or self.draft.take("atnid")
            date = self.draft.take("atndate")
            when = minute_of(int(date)) if date.lstrip("-").isdecimal() else ""
            flow.kind = comment_reason(author, when)
        if flow.is_numbered:
            self._add_note_number(flow)

    def _add_note_number(self, note: Flow) -> None:
        """Add the number that programs show in the text and before the note."""
        self._numbers[note.kind] += 1
        number = f"[{note_label(note.kind, self._numbers[note.kind])}]"
        style = self.state.style._replace(is_note_number=True, is_raised=False)
        self.state.text.add(number, style)
        note.pieces[:1] = [
            Piece(f"{number} ", style._replace(is_note_number=False)),
            *(piece._replace(text=piece.text.lstrip()) for piece in note.pieces[:1]),
        ]

    def _end_shape(self, shape: Shape) -> None:
        """Add the words of a drawing made of letters, as a box."""
        if shape.lettering and isinstance(self.state.text, Flow):
            box = Flow(BOX)
            box.add(shape.lettering, self.state.style)
            self.state.text.boxes.append(box)

    def _word(self, word: str, number: int | None) -> None:
        if char := CHARACTERS.get(word):
            self._add_character(char)
        elif word == "u":
            self._add_unicode(number or 0)
        else:
            self.to_skip = 0
            self._command(word, number)

    def _command(self, word: str, number: int | None) -> None:
        if ends := BREAKS.get(word):
            self._end(ends)
        elif handler := self._handlers.get(word):
            handler(self, number)
        elif (opener := self._openers.get(word)) and (self._is_first or word not in UNSEEN):
            self.flush()
            opener(self, word)
        elif self._is_starred and word != "*":
            self.flush()
            enter(self, self.draft.unknown.setdefault(word, Words()))

    def _end(self, ends: Break) -> None:
        self.flush()
        if ends is Break.ROW:
            self.is_in_row = False
        elif ends is Break.PARAGRAPH and self.is_in_row:
            ends = Break.IN_CELL
        if self.state.target is not None:
            self.state.target.end(ends, self.state.style)

    # -- text ----------------------------------------------------------------------------------------------------------

    def _add_character(self, char: str) -> None:
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.add_text(char)

    def _add_unicode(self, number: int) -> None:
        self.to_skip = self.state.skip
        code = number + 0x10000 if number < 0 else number
        if 0 < code < 0x110000:
            self.add_text(code_pages.read_character(chr(code), self.encoding))

    def _add_bytes(self, token: Token) -> None:
        data = token.data
        if self.to_skip:
            skipped = min(self.to_skip, len(data))
            self.to_skip -= skipped
            data = data[skipped:]
        if not data or self.state.target is None:
            return
        is_raw = token.kind is Kind.TEXT and not data.isascii()
        encoding = (is_raw and self._raw_encoding) or self.encoding
        run = encoding, self.state.target, self.state.style
        if run != self._run:
            self.flush()
            self._run = run
        self._bytes.append(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()
