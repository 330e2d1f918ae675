"""OpenDocument texts made for the tests, packed or flat, from the XML of their text and styles."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from desktop.intake.odt.reader import read

if TYPE_CHECKING:
    from desktop.intake.document import Document

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN = "".join(
    f' xmlns:{prefix}="{_URN}{name}:1.0"'
    for prefix, name in [
        *((each, each) for each in ("office", "style", "text", "table", "meta", "manifest")),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
        ("fo", "xsl-fo-compatible"),
    ]
) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def odt(text: str, *, styles: str = "", pages: str = "", meta: str = "", manifest: str = "", **objects: str) -> bytes:
    """Pack a text; `styles` are automatic styles, `pages` master pages, `objects` embedded ones by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content{_OPEN}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles{_OPEN}><office:master-styles>{pages}</office:master-styles>"
            "</office:document-styles>",
        )
        archive.writestr(
            "meta.xml", f"<office:document-meta{_OPEN}><office:meta>{meta}</office:meta></office:document-meta>"
        )
        for name, part in objects.items():
            archive.writestr(f"{name}/content.xml", part)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest{_OPEN}>{manifest}</manifest:manifest>")
    return file.getvalue()


def flat(text: str, meta: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><office:document{_OPEN}><office:meta>{meta}</office:meta>'
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    ).encode()


def p(text: str, more: str = "") -> str:
    return f"<text:p{more}>{text}</text:p>"


def region(name: str, *changes: str, merges: bool = True) -> str:
    """Give a changed region; `changes` come from `inserted_by` and `deleted_by`."""
    more = "" if merges else ' text:merge-last-paragraph="false"'
    return f'<text:changed-region text:id="{name}"{more}>{"".join(changes)}</text:changed-region>'


def inserted_by(author: str = "Ann Lee") -> str:
    return f"<text:insertion>{_info(author)}</text:insertion>"


def deleted_by(content: str, author: str = "Ann Lee") -> str:
    return f"<text:deletion>{_info(author)}{content}</text:deletion>"


def _info(author: str) -> str:
    when = "<dc:date>2026-01-02T03:04:05</dc:date>"
    return f"<office:change-info><dc:creator>{author}</dc:creator>{when}</office:change-info>"


def tracked(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def point(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def start(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def document(text: str, **parts: str) -> Document:
    """Read a text that has no tracked changes."""
    (found,) = read(odt(text, **parts), "letter.odt")
    return found
