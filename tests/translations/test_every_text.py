"""No text of the window stands in the code without a way to be translated."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from desktop.ui.dialogs.guide import TOPICS
from tests.translations.catalogues import CODE, TEXTS, called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Calls that show what they are given: here every word counts, elsewhere only what reads like a sentence.
SHOWN = """
    __init__ setText setToolTip setStatusTip setWindowTitle setTitle setPlaceholderText setPlainText setSuffix setPrefix
    setAccessibleName setAccessibleDescription setHorizontalHeaderLabels setInformativeText setNameFilter addAction
    addMenu addSection addItem addTab addRow addButton insertTab plain_label button tool_button plain_tip say fail
    QAction QMenu QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QFileDialog start emit
"""
# Calls whose words nobody sees: names of things, styles, patterns, messages to ourselves.
UNSEEN = """
    setObjectName setProperty property findChild findChildren setStyleSheet QKeySequence Signal cast NewType TypeVar
    getLogger debug info warning error exception log compile sub match fullmatch finditer startswith endswith partition
    rpartition split rsplit replace removeprefix removesuffix strip lstrip rstrip strftime fromTheme text number on
    state set_text set_number set_on set_state getattr setattr hasattr AssertionError RuntimeError ValueError TypeError
    KeyError LookupError NotImplementedError write_text read_text encode decode setOrganizationName setApplicationName
    setDesktopFileName toString setCreator QFont setFamilies
"""
# Of these calls only some arguments are shown.
PARTLY = {"button": (0,), "plain_label": (0,), "tool_button": (0, 2)}
ROOMS = ("ui", "app")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift|Meta)\+\S+|F\d+|Esc|Enter|Return|Space|Del|[A-Z])(?: +(?!$)|$)")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.]? +[^\W\d_]+|[^\W\d_]…|^[A-Z][a-z]+$")
WORD = re.compile(r"[^\W\d_]{2,}")
NO_WORDS = re.compile(r"^<|^#[\w-]+|\{[^}]*:|^[\w.]+\[|padding|\\[bdsSw]")

# What stands in a file without being translated, each with its reason.
KNOWN: dict[str, set[str] | None] = {
    "app/application.py": {"Verbatim"},  # the name of the program
    "app/self_check.py": None,  # an answer on standard error
    "app/error_log.py": None,  # for who mends a fault
    "ui/theme.py": None,  # names of typefaces
    "ui/language.py": {"English", "Deutsch"},  # languages call themselves so
    "ui/articles/model.py": {"Index", "Order", "Role", "Row", "Show"},  # what the module hands on
    "ui/compare/find_bar.py": {"ab|"},  # a sign
    "ui/compare/header.py": {"badge-"},  # names of widgets
    "ui/compare/panes/lined_text.py": None,  # measured, never shown
    # Words of the README, which the guide is made of.
    "ui/dialogs/guide.py": {*TOPICS.values(), "A first quarter of an hour", "For contributors"},
    "ui/matrix/matrix_actions.py": {" (*.csv)"},
    "ui/menus/article.py": {"delete_article"},
    "ui/menus/log_export.py": {  # sentences of the log, which is English
        "One article.",
        " quotes chosen in the window, in its order.",
        " of  quotes of one article: what the window's filter shows.",
    },
    "ui/quotes/correction_letter.py": {"Verbatim"},  # a file's name where there is no other
    "ui/quotes/card/quote_card.py": {"quote-section-", "words"},
    "ui/session/imports.py": {"The clipboard"},  # stands for no file; is not shown
    "ui/widgets/page_pdf.py": {"Georgia", "page  of "},  # a typeface; the log is English
    "ui/window/main_window.py": {"Verbatim", " — Verbatim"},
}


def _read(node: ast.expr) -> str:
    """Return the words of a string, with what is filled in left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_read(part) for part in node.values if isinstance(part, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_text(words: str, *, shown: bool) -> bool:
    if not words or NO_WORDS.search(words) or not KEYS.sub("", words):
        return False
    return bool((WORD if shown else SENTENCE).search(words))


def _untranslated(node: ast.AST, *, shown: bool = False) -> Iterator[tuple[int, str]]:
    """Yield line and words of every text below a node that nothing translates."""
    match node:
        case ast.Call() if called(node) in TEXTS or called(node) in UNSEEN.split():
            return
        case ast.Call():
            shown = called(node) in SHOWN.split()
            places = PARTLY.get(called(node), range(len(node.args)))
            below: list[ast.AST] = [arg for place, arg in enumerate(node.args) if place in places]
            below += [keyword.value for keyword in node.keywords if keyword.arg not in {"name", "look"}]
            below.append(node.func)
        case ast.JoinedStr():
            if _is_text(_read(node), shown=shown):
                yield node.lineno, _read(node)
            below = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        case ast.Constant():
            if isinstance(node.value, str) and _is_text(node.value, shown=shown):
                yield node.lineno, node.value
            return
        case ast.Compare() | ast.Assert() | ast.arguments() | ast.Expr(value=ast.Constant()):
            return
        case ast.AnnAssign():
            below = [node.value] if node.value is not None else []
        case _:
            below = list(ast.iter_child_nodes(node))
    for each in below:
        yield from _untranslated(each, shown=shown)


def _files(rooms: tuple[str, ...]) -> list[Path]:
    return sorted(path for room in rooms for path in (CODE / room).rglob("*.py"))


@pytest.mark.parametrize("path", _files(ROOMS), ids=lambda path: path.relative_to(CODE).as_posix())
def test_every_text_can_be_translated(path: Path) -> None:
    known = KNOWN.get(path.relative_to(CODE).as_posix(), set())
    if known is None:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [(line, words) for line, words in _untranslated(tree) if words not in known]
    assert not found, "wrap these in tr, tr_n or Text (desktop/translation.py)"


# What a lower room says reaches the window too: in errors, and as whole sentences.
LOWER = ("desk", "intake", "stamps", "store", "text")
WHOLE = re.compile(
    r"^[A-Z“ ].*[^\W\d_]{2,},? [^\W\d_]{2,}.*[.…]\s*$|^[ ;,:(].*[^\W\d_]{2,} [^\W\d_]{2,}.*\.\s*$", re.DOTALL
)
NO_SENTENCE = re.compile(r"SELECT|INSERT|UPDATE|DELETE|PRAGMA|\(\?|\\[bdsSwWA]|^\s*\n")
OURS = frozenset({"AssertionError", "RuntimeError", "ValueError", "TypeError", "KeyError", "LookupError"})
SAID_BELOW: dict[str, set[str]] = {
    # Stored in the note of a mark, in the language of the log.
    "desk/stories/earlier_quotes.py": {"Identical wording: taken from “” (, paragraph ), marked ."},
    # The log is English.
    "desk/evidence/chain_export.py": {"All stories.", " of  stories."},
    "desk/stories/log_source.py": {
        "In stories of more than  articles only versions of one article were compared; the window compares any two.",
        " in quotation marks  left out: nobody said them.",
    },
    "store/records/quotes/marks.py": {"Carried over from version , same wording.\n"},
}


def _said(node: ast.AST, *, raised: bool = False) -> Iterator[tuple[int, str]]:
    """Yield line and words of every sentence below a node, and of every error, that nothing translates."""
    match node:
        case ast.Call() if called(node) in TEXTS or called(node) in OURS:
            return
        case ast.Raise():
            raised = True
        case ast.JoinedStr() | ast.Constant():
            words = _read(node)
            of_error = raised and bool(re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", words))
            if (of_error or WHOLE.search(words)) and not NO_SENTENCE.search(words):
                yield node.lineno, words
            return
        case ast.Compare() | ast.Assert() | ast.arguments() | ast.Expr(value=ast.Constant()):
            return
    for each in ast.iter_child_nodes(node):
        yield from _said(each, raised=raised)


@pytest.mark.parametrize("path", _files(LOWER), ids=lambda path: path.relative_to(CODE).as_posix())
def test_every_sentence_of_a_lower_room_can_be_translated(path: Path) -> None:
    place = path.relative_to(CODE).as_posix()
    if "/languages/" in place:  # words of the languages of articles
        return
    known = SAID_BELOW.get(place, set())
    found = [(line, words) for line, words in _said(ast.parse(path.read_text(encoding="utf-8"))) if words not in known]
    assert not found, "wrap these in tr, or in Sentence where they are stored or come from a worker"
