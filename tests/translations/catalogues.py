"""The catalogues: texts found in the code, a `.po` for each language, and the `.mo` made from it."""

from __future__ import annotations

import ast
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop.ui.dialogs import guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHECKOUT = Path(__file__).parents[2]
FOLDER = CHECKOUT / "resources" / "translations"
CODE = CHECKOUT / "desktop"
# Which arguments of a call are texts; those in one group are the forms of one text.
TEXTS = {
    "tr": ((0,),),
    "Text": ((0,),),
    "english": ((0,),),
    "Sentence": ((0,),),
    "counted": ((0, 1),),
    "tr_n": ((0, 1),),
    "Plural": ((0, 1),),
    "tr_as": ((1,),),
    "ActionSpec": ((1,), (4,)),
}
_FOR_TRANSLATORS = "# For translators:"
# The head of a catalogue changes only by hand: what a tool would write there differs from run to run.
_KEPT = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class _Catalogue(Catalog):
    """A catalogue whose head says what belongs to the language, and nothing of tools and days."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in super().mime_headers if name in _KEPT]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        """Take the head that a file has; what is kept of it follows from the language."""


def template() -> Catalog:
    """Return every text of the code that is to be translated, in the order of the files, with the files it is in."""
    found = _Catalogue()
    for path in sorted(CODE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        lines, place = source.split("\n"), path.relative_to(CODE).as_posix()
        for call in _calls(ast.parse(source)):
            above = lines[call.lineno - 2].strip()
            comments = [above.removeprefix(_FOR_TRANSLATORS).strip()] if above.startswith(_FOR_TRANSLATORS) else []
            for text, use in _texts(call):
                found.add(text, None, [(place, 0)], auto_comments=comments, context=use)
    for text in guide.guide_texts():
        found.add(text, None, [("../README.md", 0)], auto_comments=["Keep the signs of Markdown."], context=guide.USE)
    return found


def called(call: ast.Call) -> str:
    """Return the bare name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _calls(tree: ast.AST) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in TEXTS]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _texts(call: ast.Call) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Yield the texts of a call, with the use where it has one; a text that is no constant is none."""
    words = [arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else "" for arg in call.args]
    for group in TEXTS[called(call)]:
        forms = tuple(words[place] for place in group if place < len(words))
        if len(forms) == len(group) and all(forms):
            yield forms if len(forms) > 1 else forms[0], words[0] if called(call) == "tr_as" else None


def paths() -> list[Path]:
    """Return the `.po` of every language."""
    return sorted(FOLDER.glob("*.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        found = read_po(file, locale=path.stem)
    catalogue = _Catalogue(locale=path.stem, header_comment=found.header_comment, fuzzy=False)
    for message in found:
        if message.id:
            catalogue[message.id] = message
    return catalogue


def update(path: Path) -> Catalog:
    """Give a `.po` the texts that the code has now; what is no longer there goes, and nothing is guessed."""
    old = read(path)
    new = _Catalogue(locale=path.stem, header_comment=old.header_comment, fuzzy=False)
    for message in template():
        if not message.id:
            continue
        known = old.get(message.id, context=message.context)
        if known is not None:
            message.string, message.user_comments = known.string, known.user_comments
        new[message.id] = message
    with path.open("wb") as file:
        write_po(file, new, width=120, include_lineno=False)
    return new


def compiled(catalogue: Catalog) -> bytes:
    """Return the `.mo` of a catalogue."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Return the texts, in English, that have no translation yet."""
    return [_english(message.id) for message in catalogue if message.id and not _whole(message.string)]


def forms(text: object) -> list[str]:
    """Return the forms of a text of a catalogue: one, or as many as it has for counts."""
    return list(text) if isinstance(text, list | tuple) else [str(text)]


def _english(text: object) -> str:
    return str(text[0]) if isinstance(text, list | tuple) else str(text)


def _whole(string: object) -> bool:
    return all(string) if isinstance(string, list | tuple) else bool(string)
