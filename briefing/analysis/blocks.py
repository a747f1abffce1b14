"""The lines of a page labelled: what is the report and what only stands beside it.

Invariant: blocks are sorted, do not overlap, never cross a blank line, and together hold every
character that is not white space. A label follows from form (`blocks_forms`) and position: the
head of a page (headline, standfirst, stamps), the report, and the tail of furniture below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.analysis.blocks_forms import KIND_OF, Form, form_of
from briefing.analysis.blocks_head import label_head
from briefing.analysis.blocks_lines import Unit, entry_of, split_units
from briefing.analysis.blocks_tail import find_tail
from briefing.analysis.datelines import dateline_end
from briefing.lexicon.folding import fold
from briefing.model import Block, BlockKind

_OPENER_WORDS = 4
_TITLE_WORDS = 4


def label_blocks(text: str, declared_headline: str | None) -> tuple[Block, ...]:
    """The page's blocks, without languages.

    With a declared headline that opens the text, as in a record, the rest is the report but for
    furniture that its form gives away.
    """
    units = split_units(text)
    title_end = _title_end(text, declared_headline)
    titled = [u for u in units if u.end <= title_end]
    rest = units[len(titled) :]
    kinds = [BlockKind.HEADLINE] * len(titled) + _label(rest, is_record=bool(titled))
    return tuple(_cut(units, kinds))


def _title_end(text: str, declared: str | None) -> int:
    """Where the declared headline ends, if the text opens with it as a line of its own."""
    if not declared or not text.startswith(declared):
        return 0
    end = len(declared)
    return end if not text[end:].strip() or text[end : end + 1] in "\r\n" else 0


def _label(units: Sequence[Unit], *, is_record: bool) -> list[BlockKind]:
    forms = read_forms(units)
    tail = find_tail(units, forms, is_record=is_record)
    head = {} if is_record else label_head(units[:tail], forms[:tail])
    kinds = []
    for at, form in enumerate(forms):
        if at in head:
            kinds.append(head[at])
        elif at >= tail:
            kinds.append(_kind_in_tail(form))
        else:
            kinds.append(KIND_OF.get(_settled(units, forms, at), BlockKind.BODY))
    return kinds


def read_forms(units: Sequence[Unit]) -> list[Form]:
    """The form of each unit, lists of contents and of teasers known by their neighbours."""
    forms = [form_of(unit) for unit in units]
    for at in _find_contents(units, forms):
        forms[at] = Form.CONTENTS
    for at in list(_find_teasers(units, forms)):
        forms[at] = Form.TEASER
    return forms


def _kind_in_tail(form: Form) -> BlockKind:
    return KIND_OF.get(form, BlockKind.CLUTTER)


def _settled(units: Sequence[Unit], forms: Sequence[Form], at: int) -> Form:
    """The form that a line inside the report has, once its neighbours are looked at."""
    form, unit = forms[at], units[at]
    if form is Form.LABELLED and not unit.ends_in_full_stop:
        return Form.TEASER
    # A list or table inside a report looks like a bar of sections; a bar stands alone.
    if form in {Form.SECTIONS, Form.BREADCRUMB}:
        return Form.PLAIN
    beside = {
        forms[i]
        for i in (at - 1, at + 1)
        if 0 <= i < len(units) and units[i].paragraph == unit.paragraph
    }
    # Where paragraphs follow each other without blank lines, nearness tells nothing.
    is_credited = Form.CAPTION in beside and Form.PROSE not in beside
    return Form.CAPTION if form is Form.PLAIN and is_credited else form


def _find_contents(units: Sequence[Unit], forms: Sequence[Form]) -> set[int]:
    """Lists whose lines come again as subheads further down."""
    known = {fold(u.text): i for i, u in enumerate(units) if forms[i] is Form.PLAIN}
    found: set[int] = set()
    for form, run in groupby(range(len(units)), key=lambda i: forms[i]):
        rows = list(run)
        repeated = [i for i in rows if known.get(entry_of(units[i]), -1) > i]
        if form is Form.LISTED and repeated and len(repeated) * 2 >= len(rows):
            found.update(rows)
        elif form is Form.PLAIN and len(repeated) > 1:
            found.update(repeated)
    return found


def _find_teasers(units: Sequence[Unit], forms: Sequence[Form]) -> Iterator[int]:
    """The other pages' headlines that stand, without a blank line, under "Read also"."""
    opener: Unit | None = None
    for at, (unit, form) in enumerate(zip(units, forms, strict=True)):
        if form is Form.TEASER and unit.words <= _OPENER_WORDS:
            opener = unit
        elif opener and form is Form.PLAIN and unit.paragraph == opener.paragraph:
            if unit.words < _TITLE_WORDS or unit.is_terminal:
                opener = None
            else:
                yield at
        else:
            opener = None


def _cut(units: Sequence[Unit], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """One block a unit; a dateline that opens a report is a block of its own."""
    is_first = BlockKind.HEADLINE not in kinds
    for unit, kind in zip(units, kinds, strict=True):
        start = unit.start
        is_first = is_first or kind is BlockKind.HEADLINE
        if is_first and kind in {BlockKind.BODY, BlockKind.STANDFIRST}:
            is_first = kind is BlockKind.STANDFIRST
            length = dateline_end(unit.text)
            if length:
                end = start + len(unit.text[:length].rstrip())
                yield Block(start, end, BlockKind.DATELINE)
                start += length
        yield Block(start, unit.end, kind)
