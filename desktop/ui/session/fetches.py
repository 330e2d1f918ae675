"""Fetches: pages that somebody asked for by their address, and pages asked for again to see whether they changed."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError
from desktop.intake.web.address import ARCHIVE, Access, Address, lone_address, read_capture_address
from desktop.translation import tr
from desktop.ui.session.imports import Import, import_paths, preparation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import Prepared
    from desktop.domain import Article, ArticleId, StoryId
    from desktop.ui import background
    from desktop.ui.session.imports import Source
    from desktop.ui.session.session import Session
    from desktop.ui.settings import Settings


def access_of(settings: Settings) -> Access:
    """Return what the settings allow."""
    return Access(allow_private=settings.allow_private, archive=settings.text("web/archive", ARCHIVE))


def import_addresses(
    session: Session, addresses: Sequence[Address], story: StoryId | None, article: ArticleId | None = None
) -> None:
    """Fetch pages in the background and add what can be read; captures of one page are its versions."""
    access, ready = access_of(session.settings), preparation(session)

    def work(task: background.Task) -> None:
        from desktop.intake.web.batch import read_addresses

        task.report_progress(0, len(addresses), addresses[0].name)
        for number, read in enumerate(read_addresses(addresses, ready, access, cancelled=task.cancelled), 1):
            for what in read.found or [read.error]:
                task.report_found((read.path, what))
            task.report_progress(number, len(addresses), read.path.name)

    Import(session, story, article).start(work, tr("Fetching"))


def import_again(session: Session, again: Sequence[Source], story: StoryId | None) -> None:
    """Try once more what could not be read: files, or pages."""
    addresses = [each for each in again if isinstance(each, Address)]
    if addresses:
        import_addresses(session, addresses, story)
    else:
        import_paths(session, [each for each in again if isinstance(each, Path)], story)


def address_of(desk: Desk, article: Article) -> Address | None:
    """Return where the page of an article is: the address it states, else the one from which it was fetched."""
    stated = lone_address(article.metadata.url)
    if stated is not None:
        return stated
    sources = [version.source for version in desk.versions(article.id)]
    return next((found for each in sources if (found := lone_address(each)) and not read_capture_address(found)), None)


def check_for_changes(session: Session, articles: Sequence[tuple[ArticleId, Address]]) -> None:
    """Fetch the pages of articles again: other words become a new version, the same words are said to be unchanged."""
    access, addresses = access_of(session.settings), [address for _, address in articles]
    ready = preparation(session)

    def work(task: background.Task) -> None:
        from desktop.intake.web.batch import read_addresses

        task.report_progress(0, len(addresses), addresses[0].name)
        for number, read in enumerate(read_addresses(addresses, ready, access, cancelled=task.cancelled), 1):
            task.report_found((read.path, read.found[0] if read.found else read.error))
            task.report_progress(number, len(addresses), read.path.name)

    _Check(session, [article for article, _ in articles]).start(work, tr("Checking for changes"))


class _Check(Import):
    """Pages that came again, each for the article at its place in the order."""

    def __init__(self, session: Session, articles: Sequence[ArticleId]) -> None:
        super().__init__(session, None, None)
        self._articles = deque(articles)

    def _look(self, prepared: Prepared) -> None:  # noqa: ARG002
        """Look for no place: it is known."""
        self._place_read = True

    def _place(self, path: Source, what: Prepared | VerbatimError) -> None:
        self._story, self._article = None, self._articles.popleft()
        desk = self._session.desk
        if desk is None or desk is not self._desk:
            return
        if isinstance(what, VerbatimError):
            super()._place(path, what)
            return
        article = desk.article(self._article)
        earlier = [each for each in desk.versions(article.id) if each.text_sha256 == what.capture.text_sha256]
        if _has_the_words(desk, article, what):
            self.report.unchanged.append(article.metadata.title)
        elif earlier:
            sentence = tr(
                "The page of “{title}” has the text of version {number} again; nothing was added.",
                title=article.metadata.title,
                number=earlier[0].number,
            )
            self.report.failed.append((article.metadata.title, sentence))
        else:
            super()._place(path, replace(what, capture=replace(what.capture, follows=False)))

    def _refuse(self, path: Source, error: VerbatimError) -> None:
        self.report.failed.append((path.name, str(error)))  # to try again is to check again


def _has_the_words(desk: Desk, article: Article, prepared: Prepared) -> bool:
    """Say whether the body that came has the words of the newest version; what stands around it may be other."""
    from desktop.intake.capture import body_text

    newest, capture = desk.version(article.newest), prepared.capture
    if newest.info.text_sha256 == capture.text_sha256:
        return True
    return body_text(newest.text, newest.cuts).split() == body_text(capture.text, capture.cuts).split()
