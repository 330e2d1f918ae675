"""Parser of a log page: the text it shows, and what it would load, run or open."""

from __future__ import annotations

from html.parser import HTMLParser

ACTIVE = {
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "img",
    "svg",
    "link",
    "base",
    "video",
    "audio",
    "math",
}
URLS = {"href", "src", "action", "formaction", "data", "poster", "background", "srcset", "cite", "ping", "xlink:href"}
VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a page holds: its tags, addresses, handlers, and the texts of the elements with a class."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.policies: list[str] = []
        self.text = ""
        self._open: list[tuple[str, str]] = []
        self._said: list[str] = []
        self._classes: dict[str, list[str]] = {}
        self.feed(content.decode("utf-8"))
        self.close()
        assert self._open == []

    def of_class(self, name: str) -> list[str]:
        return self._classes.get(name, [])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.addresses += [value for name, value in given.items() if name in URLS]
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])
        if tag not in VOID:
            self._open.append((tag, given.get("class", "")))
            for name in given.get("class", "").split():
                self._classes.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag
        self.text += " " * (tag in {"td", "th", "dt", "dd", "p"})

    def handle_data(self, data: str) -> None:
        self.text += data
        classes = {name for _, names in self._open for name in names.split()}
        for name in (
            classes if "number" not in classes else {"number"}
        ):  # the number of a move is no text of the article
            self._classes[name][-1] += data
