"""Missing libraries are named with what adds them."""

from __future__ import annotations

import pytest

from briefing.readers.decoding import UnreadableError
from briefing.readers.extras import import_extra


def test_what_is_there_is_imported() -> None:
    assert import_extra("json", "any").dumps([]) == "[]"


def test_what_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(UnreadableError, match=r"^needs nowhere: pip install 'briefing\[pdf\]'$"):
        import_extra("nowhere.inner", "pdf")
