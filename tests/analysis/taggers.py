"""A tagger for tests: it finds the given words wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Block, BlockKind, Label, Mention, Passage


@dataclass
class WordTagger:
    """Tags every whole-word occurrence of known words; remembers the passages it was given."""

    labels: Mapping[str, str]
    seen: list[Passage] = field(default_factory=list)

    @property
    def name(self) -> str:
        return "words-1"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        self.seen += passages
        return [self._tag(passage.text) for passage in passages]

    def _tag(self, text: str) -> tuple[Mention, ...]:
        found: dict[int, Mention] = {}
        for words in sorted(self.labels, key=len):
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                label = Label(self.labels[words])
                found = {
                    s: m for s, m in found.items() if m.end <= match.start() or s >= match.end()
                }
                found[match.start()] = Mention(match.start(), match.end(), words, label)
        return tuple(found[start] for start in sorted(found))


def one_block(text: str, language: str = "en") -> tuple[Block, ...]:
    """The whole text as body."""
    return (Block(0, len(text), BlockKind.BODY, language),)
