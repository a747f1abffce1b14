"""The spine of the analysis: one article in, one document out.

Invariant: a pure function of the article and the tagger; the order of the steps is that of what
each needs from the others, and the article's text goes through all of them unchanged.
"""

from __future__ import annotations

from dataclasses import replace

from briefing import __version__
from briefing.analysis.background import mark_background
from briefing.analysis.blocks import label_blocks
from briefing.analysis.dates import find_dates
from briefing.analysis.figures import find_figures
from briefing.analysis.language import UNDETERMINED, detect_languages
from briefing.analysis.mentions import find_names
from briefing.analysis.metadata import complete
from briefing.analysis.quotes import find_quotes
from briefing.analysis.sentences import split_sentences
from briefing.analysis.titles import attach_titles
from briefing.analysis.unspaced_numbers import with_dates_unspaced, with_figures_unspaced
from briefing.model import Article, Document
from briefing.plugins import PageTagger, Tagger


def label_article(article: Article) -> Article:
    """The article with its blocks, their languages, and what it says of itself."""
    blocks = label_blocks(article.text, article.headline)
    language, blocks = detect_languages(article.text, blocks, article.language)
    return complete(replace(article, language=language, blocks=blocks))


def analyse(article: Article, tagger: Tagger) -> Document:
    """The article with everything that one page alone can tell.

    A tagger that has one for each language is asked for the one of the page.
    """
    labelled = label_article(article)
    text, blocks = labelled.text, labelled.blocks
    if isinstance(tagger, PageTagger):
        tagger = tagger.for_page(labelled.language or UNDETERMINED)
    sentences = split_sentences(text, blocks)
    found, names = find_names(text, blocks, tagger)
    mentions = attach_titles(text, sentences, found)
    dates = find_dates(text, blocks, labelled.published)
    dates = with_dates_unspaced(text, blocks, labelled.published, dates)
    figures = find_figures(text, blocks, dates)
    return Document(
        article=labelled,
        sentences=mark_background(text, blocks, sentences, dates, labelled.published),
        mentions=mentions,
        dates=dates,
        figures=with_figures_unspaced(text, blocks, dates, figures),
        quotes=find_quotes(text, sentences, mentions),
        analyser=f"{__version__} {tagger.name}",
        names=names,
    )
