"""Arguments of the command line: the table of its verbs, each with its options and the function that runs it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import desktop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from desktop.intake.web.address import Address

_ABOUT = "Compare versions of articles word by word and mark every quote verified, disputed or unverified."
_ENDING = "Exit code 0 only if all went well. Results go to standard output, messages to standard error."


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; `verb` is the Verb that is asked for, None for the window. Raises SystemExit."""
    if arguments and arguments[0] in VERBS:
        return _verb_parser(arguments[0]).parse_args(arguments[1:])
    parser = _window_parser()
    first = Path(arguments[0]) if arguments else Path()
    if not str(first).startswith("-") and not first.suffix and len(first.parts) == 1 and not first.exists():
        parser.error(f"“{first}” is neither a verb nor a file in this folder; verbatim --help lists the verbs")
    return parser.parse_args(arguments)


def _window_parser() -> argparse.ArgumentParser:
    lines = "\n".join(f"  {name:<9} {verb.about}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(
        prog="verbatim",
        usage="verbatim [DESK] [--sample]\n       verbatim VERB ... (verbatim VERB --help tells more)",
        description=_ABOUT,
        epilog=f"verbs, which do one thing without a window:\n{lines}\n\n"
        f"A desk that is called like a verb is opened with ./ before its name.\n{_ENDING}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("desk", metavar="DESK", nargs="?", type=Path, help="the desk to open (default: the last one)")
    parser.add_argument("--sample", action="store_true", help="open a fresh copy of the sample story")
    parser.add_argument("--self-check", action="store_true", help="open the sample, paint the window once and end")
    parser.add_argument("--version", action="version", version=f"verbatim {desktop.__version__}")
    parser.set_defaults(verb=None)
    return parser


def _verb_parser(name: str) -> argparse.ArgumentParser:
    verb = VERBS[name]
    parser = argparse.ArgumentParser(
        prog=f"verbatim {name}", description=f"{verb.about[0].upper()}{verb.about[1:]}.", epilog=_ENDING
    )
    verb.prepare(parser)
    parser.set_defaults(verb=verb)
    return parser


def _desk(parser: argparse.ArgumentParser, about: str = "the desk file") -> None:
    parser.add_argument("desk", metavar="DESK", type=Path, help=about)


def _inputs(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("inputs", metavar="INPUT", nargs="+", type=Path, help=about)


def _dialogues(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dialogues",
        action="store_true",
        help="read paragraphs that open with a dash as speech, in languages that print dialogue so",
    )


def _inputs_and_addresses(parser: argparse.ArgumentParser) -> None:
    about = "files, folders, or addresses (http, https), which are fetched; nothing else is"
    parser.add_argument("inputs", metavar="INPUT", nargs="+", type=_path_or_address, help=about)
    _access(parser)


def _access(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch addresses of this computer and of private networks too",
    )
    parser.add_argument(
        "--archive",
        metavar="ADDRESS",
        default="",
        help="the web archive to ask for captures (default: https://web.archive.org)",
    )


def _path_or_address(text: str) -> Path | Address:
    from desktop.intake.web.address import lone_address

    return lone_address(text) or Path(text)


def _format(parser: argparse.ArgumentParser, *formats: str) -> None:
    parser.add_argument(
        "--format", choices=formats, default=formats[0], help="form of the result (default: %(default)s)"
    )


def _checker(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--checker", metavar="NAME", default="", help="who does it (default: the name of the login)")


def _add(parser: argparse.ArgumentParser) -> None:
    _desk(parser, "the desk file; made if it is not there")
    _inputs_and_addresses(parser)
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--story",
        metavar="STORY",
        help="id or title of the story they belong to; a title that is not there is made"
        " (default: one new story, named after the first article)",
    )
    where.add_argument(
        "--version-of", metavar="ARTICLE", type=int, help="id of the article of which they are new versions"
    )
    _dialogues(parser)
    _checker(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    _format(parser, "text", "json")
    parser.add_argument(
        "--quotes", action="store_true", help="with the quotes of each newest version, their ids and texts"
    )


def _read(parser: argparse.ArgumentParser) -> None:
    _inputs_and_addresses(parser)
    _format(parser, "text", "json")
    parser.add_argument(
        "--side",
        choices=("before", "after", "both"),
        default="both",
        help="of files with tracked changes, the text before or after them (default: both, one after the other)",
    )


def _captures(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", metavar="ADDRESS", help="the address of a page, http or https")
    _format(parser, "text", "json")
    _access(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    for side in ("A", "B"):
        parser.add_argument(side.lower(), metavar=side, help="a file, or a version in a desk: DESK#VERSION-ID")
    parser.add_argument(
        "--kind",
        choices=("auto", "versions", "accounts"),
        default="auto",
        help="versions of one text word by word, or accounts that share little (default: auto, by what they share)",
    )
    _format(parser, "text", "json", "html")


def _quotes(parser: argparse.ArgumentParser) -> None:
    _inputs(parser, 'files or folders; a file ending in .jsonl is a batch of {"id", "text"} lines')
    _format(parser, "text", "jsonl")
    _dialogues(parser)
    parser.add_argument(
        "--names",
        action="store_true",
        help="list titles of works and names in marks, too, which nobody said (text; jsonl always has them, as kind"
        ' "scare" with "names": "title" or "name")',
    )


def _matrix(parser: argparse.ArgumentParser) -> None:
    _inputs(parser, "files or folders, or one desk")
    _dialogues(parser)
    _format(parser, "text", "csv", "json")
    parser.add_argument("--story", metavar="STORY", help="id or title of the story of the desk, if it has several")


def _sources(parser: argparse.ArgumentParser) -> None:
    _inputs(parser, 'a desk, articles, or a batch that ends in .jsonl, of {"id", "quote", "speaker"} lines')
    _dialogues(parser)
    parser.add_argument(
        "--against",
        metavar="SOURCE",
        nargs="+",
        type=Path,
        required=True,
        help="transcripts, captions, documents; offsets are code points into plain texts and captions as they stand, "
        "into the text that is read of any other file",
    )
    _format(parser, "text", "json", "csv", "jsonl")
    parser.add_argument("--story", metavar="STORY", help="id or title of the story of the desk (default: all)")
    parser.add_argument(
        "--strict",
        action="store_true",
        help="exit code 1 if the words of any quotation are altered, another speaker's, or in no source "
        "(single words in scare quotes are never asked for)",
    )
    parser.add_argument(
        "--perhaps",
        action="store_true",
        help="of what no source prints, name the passage that perhaps says the same in other words; "
        "it stays “not in the attached sources”",
    )


def _mark(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument("quote", metavar="QUOTE", help="id of the quote, as `verbatim list DESK --quotes` shows it")
    parser.add_argument("status", metavar="STATUS", choices=("verified", "disputed", "unverified"), help="%(choices)s")
    parser.add_argument("--reason", help="why it is disputed, for example misattributed")
    parser.add_argument(
        "--could-not-confirm",
        action="store_true",
        help="say of an unverified quote that you tried and could not confirm it",
    )
    parser.add_argument("--basis", help="what a verification rests on, for example recording")
    parser.add_argument("--note", help="a note for whoever reads the log")
    parser.add_argument("--evidence", help="where it can be seen: address, file, page, time code")
    _checker(parser)


def _merge(parser: argparse.ArgumentParser) -> None:
    _desk(parser, "the desk that is to hold both")
    parser.add_argument("other", metavar="OTHER", type=Path, help="the desk to bring in; it stays as it is")


LOG_FORMATS = (
    "csv",
    "xlsx",
    "docx",
    "json",
    "html",
    "pdf",
    "md",
    "jsonld",
    "claimreview",
    "jsonl",
    "zip",
)  # as log/writing.py has them


def _export(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write; one that is there is replaced whole")
    parser.add_argument("--format", choices=LOG_FORMATS, help="form of the log (default: by the ending of OUT)")
    parser.add_argument(
        "--everything", action="store_true", help="list on the editor's page what nobody has looked at, too"
    )
    parser.add_argument(
        "--private",
        action="store_true",
        help="put in how sources were reached (contact: …) and the lines of notes that begin with “private:”",
    )
    parser.add_argument(
        "--columns",
        choices=("editor", "audit", "second-check", "matrix", "variants", "sources", "to-ask"),
        default="editor",
        help="for whom: a row a quote with what is open first; a row a mark with ids and hashes; "
        "a row a quote with what another checker said; a row a statement with a column a version; a row a wording of "
        "a statement, with what differs; a row a quote with what the sources print of it; a row a quote that no source "
        "holds (default: %(default)s). JSON always has everything",
    )
    parser.add_argument(
        "--story", metavar="STORY", action="append", default=[], help="only this story (id or title); may be repeated"
    )
    parser.add_argument("--publisher", metavar="NAME", default="", help="who publishes reviews of claims (claimreview)")
    parser.add_argument("--publisher-url", metavar="ADDRESS", default="", help="the address of the publisher's site")


def _letter(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument(
        "quote", metavar="QUOTE", help="a disputed quote: its id, as `verbatim list` and the log give it"
    )
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write; one that is there is replaced whole")
    form = "form of the letter (default: by the ending of OUT); in docx the words that differ are tracked changes"
    parser.add_argument("--format", choices=("docx", "html", "txt"), help=form)


def _backup(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    out = "a new file to copy it to (default: the folder of backups beside the desk)"
    parser.add_argument("out", metavar="OUT", nargs="?", type=Path, help=out)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", metavar="BACKUP", type=Path, help="a copy that `verbatim backup` or the program made")
    _desk(parser, "the desk to put it in place of; what stands there is kept beside it")


def _unlock(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    sure = "break it; only if nobody has the desk open any more, for two writers spoil each other's work"
    parser.add_argument("--break", dest="sure", action="store_true", help=sure)
    _checker(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    about = "a desk, a log in JSON or JSON Lines, or an evidence bundle (zip)"
    parser.add_argument("path", metavar="DESK|LOG|BUNDLE", type=Path, help=about)
    parser.add_argument(
        "--against",
        metavar="LOG",
        type=Path,
        help="check the desk against a log or a bundle exported from it earlier",
    )
    _authority(parser)
    parser.add_argument(
        "--block-header",
        metavar="HEX",
        default="",
        help="the header of the Bitcoin block that an OpenTimestamps stamp names, 160 digits",
    )


def _authority(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--authority",
        metavar="CERTIFICATE",
        type=Path,
        action="append",
        default=[],
        help="a certificate that you trust to lead to a time-stamping authority (PEM or DER); may be repeated",
    )


def _stamp(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--request", metavar="OUT", type=Path, help="write a request (RFC 3161, .tsq) for an authority")
    what.add_argument("--statement", metavar="OUT", type=Path, help="write the statement for OpenTimestamps to stamp")
    what.add_argument("--take", metavar="FILE", type=Path, help="keep what came back: a reply (.tsr) or a proof (.ots)")
    what.add_argument("--ask", metavar="ADDRESS", default="", help="ask the authority at this address (http, https)")
    _authority(parser)
    parser.add_argument("--allow-private", action="store_true", help="ask an address of this computer or network too")
    _checker(parser)


def _install(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="take it out of the menu again")


def _url(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help="the hub: postgresql://NAME@SERVER/DATABASE?sslmode=verify-full")


def _hub(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=("init", "status", "check", "login", "invite"),
        help="init: make a hub of a database, or upgrade one; status: what is shared there; check: verify all that "
        "lies there; login: keep your password in the keyring of the system; invite: let a login of the server in",
    )
    _url(parser)
    parser.add_argument("--login", metavar="NAME", default="", help="invite: whom")
    parser.add_argument("--role", choices=("reader", "checker", "chief"), default="checker", help="invite: as what")
    parser.add_argument("--story", metavar="ID", default="", help="invite: into this story alone")


def _share(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument("story", metavar="STORY", help="the story, by its title or id")
    _url(parser)
    _checker(parser)


def _join(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    _url(parser)
    parser.add_argument("stories", metavar="STORY", nargs="*", help="titles or ids (default: all that are shared)")
    parser.add_argument(
        "--blind", action="store_true", help="show marks of others once this desk has marked the same quote"
    )
    _checker(parser)


def _leave(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument("story", metavar="STORY", help="the story, by its title or id")


def _sync(parser: argparse.ArgumentParser) -> None:
    _desk(parser)
    parser.add_argument("--watch", action="store_true", help="stay in step until Ctrl+C")
    parser.add_argument(
        "--as-own-desk",
        action="store_true",
        help="before: make this copy of a desk a desk of its own, where both copies were worked on",
    )
    _checker(parser)


def _newsroom_verbs() -> ModuleType:
    from desktop.cli import newsroom_verbs

    return newsroom_verbs


def _text_verbs() -> ModuleType:
    from desktop.cli import text_verbs

    return text_verbs


def _matrix_verb() -> ModuleType:
    from desktop.cli import matrix_verb

    return matrix_verb


def _sources_verb() -> ModuleType:
    from desktop.cli import sources_verb

    return sources_verb


def _add_verb() -> ModuleType:
    from desktop.cli import add_verb

    return add_verb


def _desk_verbs() -> ModuleType:
    from desktop.cli import desk_verbs

    return desk_verbs


def _check_verb() -> ModuleType:
    from desktop.cli import check_verb

    return check_verb


def _menu_entry() -> ModuleType:
    from desktop.cli import menu_entry

    return menu_entry


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that the command line does without a window; its module is loaded when it runs, and no other."""

    about: str
    prepare: Callable[[argparse.ArgumentParser], None]
    module: Callable[[], ModuleType]
    function: str

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit code."""
        function: Callable[[argparse.Namespace], int] = getattr(self.module(), self.function)
        return function(options)


VERBS = {
    "add": Verb("import files, folders or addresses into a desk; one result line each", _add, _add_verb, "add"),
    "list": Verb("list stories, articles, versions, counts and ids of a desk", _list, _desk_verbs, "list_desk"),
    "read": Verb(
        "show what an import would make of files or addresses: text, metadata, what it cut", _read, _text_verbs, "read"
    ),
    "captures": Verb(
        "list what a web archive holds of an address, each with the address that `add` and `read` take",
        _captures,
        _text_verbs,
        "captures",
    ),
    "diff": Verb("compare two texts word by word", _diff, _text_verbs, "diff"),
    "quotes": Verb("find the quotes of texts and who is said to have said them", _quotes, _text_verbs, "quotes"),
    "matrix": Verb(
        "show which quotes of several texts report one utterance, and how the wordings differ",
        _matrix,
        _matrix_verb,
        "matrix",
    ),
    "sources": Verb(
        "find where transcripts and documents print the quotes of articles, and how the words differ",
        _sources,
        _sources_verb,
        "sources",
    ),
    "mark": Verb("mark one quote of a desk verified, disputed or unverified", _mark, _desk_verbs, "mark"),
    "export": Verb("write the verification log of a desk", _export, _desk_verbs, "export"),
    "letter": Verb("write the correction letter for a disputed quote", _letter, _desk_verbs, "letter"),
    "merge": Verb(
        "bring everything of another desk into a desk; no mark overwrites another", _merge, _desk_verbs, "merge"
    ),
    "backup": Verb("make a verified copy of a desk", _backup, _desk_verbs, "backup"),
    "restore": Verb("put a backup in the place of a desk, which is itself kept", _restore, _desk_verbs, "restore"),
    "unlock": Verb(
        "say whether a lock keeps a desk closed, and break one of another computer", _unlock, _desk_verbs, "unlock"
    ),
    "stamp": Verb(
        "have the heads of a desk's chains stamped with the time by an authority or by OpenTimestamps; without an "
        "option, list the stamps",
        _stamp,
        _desk_verbs,
        "stamp",
    ),
    "check": Verb(
        "verify a desk, a log or an evidence bundle, and say what that does and does not prove",
        _check,
        _check_verb,
        "check",
    ),
    "hub": Verb("set up, look at or verify the database in which desks meet", _hub, _newsroom_verbs, "hub"),
    "share": Verb("share a story of a desk on a hub, and send all of it there", _share, _newsroom_verbs, "share"),
    "join": Verb("bring shared stories of a hub into a desk", _join, _newsroom_verbs, "join"),
    "leave": Verb("share a story no longer; all that came stays", _leave, _newsroom_verbs, "leave"),
    "sync": Verb("send what the hubs lack and take what this desk lacks", _sync, _newsroom_verbs, "sync"),
    "install": Verb(
        "put Verbatim into the menu of your Linux desktop, with its icon, for files that end in .desk",
        _install,
        _menu_entry,
        "install",
    ),
}
