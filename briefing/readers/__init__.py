"""One module per format: bytes become articles.

Invariant: a reader declares what the file itself declares and nothing that it would have to guess;
once decoded, no character of an article's text is changed.
"""
