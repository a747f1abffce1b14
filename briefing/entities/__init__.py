"""Across articles: which mentions name the same person, place or organisation.

Invariant: resolution is a partition of the mentions, and depends neither on the order of the
articles nor on any list of living people.
"""
