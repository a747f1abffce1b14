"""One article at a time: blocks, language, sentences, mentions, dates, figures and quotations.

Invariant: every function here is pure; what it returns points into the article's text, which
nothing changes.
"""
