"""One brief after another: which were made of an event before, and what has changed since.

Invariant: a brief counts as made when it was written to a file or exported, never when it was only
looked at; the moment is the caller's to say, since nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.briefs.delta import compare_briefs
from briefing.briefs.delta_records import (
    find_bases,
    merge_records,
    page_key,
    page_keys,
    record_brief,
)
from briefing.model import Brief, BriefDelta, BriefRecord, Document, GroupedCorpus
from briefing.store.workspace import Workspace

_MINUTES = len("2031-05-06T09:30")


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier brief, and what it is called when something is compared with it."""

    record: BriefRecord
    called: str


def compare_with_last(
    workspace: Workspace, brief: Brief, corpus: GroupedCorpus, folder: str
) -> BriefDelta | None:
    """What has changed since the last brief that was made of this event; None: none was.

    `folder` is what the paths of the pages are relative to.
    """
    documents = _documents(brief, corpus)
    kept = workspace.kept_briefs(page_keys(record_brief(brief, documents, folder)))
    editions = [Edition(k.record, f"the brief of {_moment(k.made)}") for k in kept]
    return _compare(editions, brief, corpus, folder)


def compare_with(
    editions: Sequence[Edition], brief: Brief, corpus: GroupedCorpus
) -> BriefDelta | None:
    """What has changed since those of some earlier briefs that tell of this event, if any do."""
    return _compare(editions, brief, corpus, None)


def remember_brief(
    workspace: Workspace, brief: Brief, corpus: GroupedCorpus, folder: str, made: str
) -> None:
    """Keep that the brief was made; `made` is an ISO date-time in UTC."""
    record = record_brief(brief, _documents(brief, corpus), folder)
    workspace.keep_brief(record, page_keys(record), made)


def _compare(
    editions: Sequence[Edition], brief: Brief, corpus: GroupedCorpus, folder: str | None
) -> BriefDelta | None:
    if not editions:
        return None
    documents = _documents(brief, corpus)
    new = record_brief(brief, documents, folder)
    bases = find_bases([edition.record for edition in editions], new)
    if not bases:
        return None
    called = dict.fromkeys(e.called for base in bases for e in editions if e.record is base)
    return compare_briefs(
        merge_records(bases),
        new,
        {s.article: documents[s.article].article.text for s in brief.sources},
        since=" and ".join(called),
        elsewhere=_elsewhere(brief, corpus, folder),
    )


def _documents(brief: Brief, corpus: GroupedCorpus) -> dict[str, Document]:
    cited = {source.article for source in brief.sources}
    return {d.article.id: d for d in corpus.documents if d.article.id in cited}


def _elsewhere(brief: Brief, corpus: GroupedCorpus, folder: str | None) -> dict[str, str]:
    """The event of each page that reports another one, by its hash and by where it lies."""
    pages = {document.article.id: document.article for document in corpus.documents}
    found: dict[str, str] = {}
    for event in corpus.events:
        for page in (pages[a] for a in event.articles if event.id != brief.event.id):
            found[page.sha256] = found[page_key(page.path, page.id, folder)] = event.id
    return found


def _moment(made: str) -> str:
    return f"{made[:_MINUTES].replace('T', ' ')} UTC"
