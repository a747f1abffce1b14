"""What the program remembers between runs.

Invariant: the analysis cache can be deleted at any moment at no loss but time.
"""
