"""Word files made for the tests, from the XML of their body and of other parts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from desktop.intake.docx.reader import read

if TYPE_CHECKING:
    from desktop.intake.document import Document

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = (
    f' xmlns:w="{_TRANSITIONAL}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="http://example.org/unknown"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def docx(body: str, *, namespace: str = _TRANSITIONAL, **parts: str) -> bytes:
    """Pack a file; a part is named by its kind (`styles`, `footnotes`, `header1`) and given as an XML element.

    Each part is related to the main part under its own name as identifier; core properties come as `core`.
    """
    core = parts.pop("core", "")
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<R><Relationship Id="a" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="b" Type="x/core-properties" Target="/docProps/core.xml"/></R>',
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document{_OPEN.replace(_TRANSITIONAL, namespace)}><w:body>{body}</w:body></w:document>",
        )
        archive.writestr("word/_rels/document.xml.rels", f"<R>{relations}</R>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part.replace(">", f"{_OPEN}>", 1))
        if core:
            archive.writestr("docProps/core.xml", core)
    return file.getvalue()


def p(*inside: str, mark: str = "") -> str:
    """Give a paragraph; `mark` stands in the properties of its end."""
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def r(text: str, properties: str = "", tag: str = "w:t") -> str:
    """Give a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><{tag} xml:space="preserve">{text}</{tag}></w:r>'


def change(kind: str, *inside: str, author: str = "Ann Lee", date: str = "2026-01-02T03:04:05Z") -> str:
    """Give a tracked change around something, or as a mark with nothing in it."""
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{date}">{"".join(inside)}</w:{kind}>'


def deleted(text: str, author: str = "Ann Lee") -> str:
    return change("del", r(text, tag="w:delText"), author=author)


def inserted(text: str, author: str = "Ann Lee") -> str:
    return change("ins", r(text), author=author)


def field(code: str, result: str, *, parted: bool = True) -> str:
    """Give a complex field."""
    part = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if parted else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{part}{result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(*inside: str) -> str:
    """Give a run with a text box."""
    content = f"<x:txbx><w:txbxContent>{''.join(inside)}</w:txbxContent></x:txbx>"
    return f"<w:r><w:drawing><wp:anchor><a:graphic>{content}</a:graphic></wp:anchor></w:drawing></w:r>"


def document(body: str, **parts: str) -> Document:
    """Read a body that has no tracked changes."""
    (found,) = read(docx(body, **parts), "letter.docx")
    return found


def body_of(found: Document) -> str:
    """Give the text without its cuts."""
    text = found.text
    for cut in reversed(found.cuts):
        text = text[: cut.span.start] + text[cut.span.end :]
    return text.strip()
