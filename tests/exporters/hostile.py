"""Words as an attacker would put them on a page."""

from __future__ import annotations

from hypothesis import strategies as st

_PARTS = (
    "# x", "## Sources", "- ", "* ", "+ ", "1. ", "9) ", "> ", "```", "~~~", "    ",
    "---", "===", "***",
    "[a](b)", "![a](b)", "[a]: http://b.example", "[^1]", "[^1]: [1] en · a · 0–1 · “x”", "[[a]]",
    "<script>alert(1)</script>", "<!-- ", "-->", "<a href=x>", "<http://a.example>", "</q></li>",
    "http://a.example", "www.a.example", "a@b.example", "&amp;", "&#35;", "&", "<", ">", "`", "``",
    "\\", "\\\\", "|", "| a | b |\n|---|---|", "$x$", "%%", "==", "^", "^a", "*a*", "_a_", "“", "”",
    "· 3–9 · “", "**", "__", "\t", "\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00",
    "\x1b[31m", "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad",
    "⟦", "⟦U+202E⟧",
    "\U000e0041", "\ufffe", "\U0001ffff", "\ufdd0", "\u3164", "\U000e0100", "👩‍👩‍👧‍👦", "🇲🇦",
    "שלום", "مرحبا", "<% x %>", "{{x}}", "<script", "</style>", "]]>", "<?php", "onload=x",
    "javascript:alert(1)", "a" * 300, "\n===\n", "\n---\n", "\n# ", "\n> ", "\n[^1]: ", "[!note]",
    "BEGIN:VEVENT", "\r\nATTENDEE:x", ";", ",", "no", "~", "1.5", "0x1f", "!!python/x", "&a", "*a",
    "title: x", '"', "'", "{", "}", "!", "—", "a", "word", "é", "م", "漢", ".", " ",
)  # fmt: skip

HOSTILE = st.lists(
    st.one_of(st.sampled_from(_PARTS), st.text(max_size=6)), min_size=1, max_size=12
).map("".join)
"""Runs of markup, look-alikes of the brief's own forms, invisible characters and plain words."""
