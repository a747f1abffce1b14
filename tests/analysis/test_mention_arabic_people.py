"""Arabic people behind their offices, and towns by what leads to them."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic_people import arabic_people, longer_people
from briefing.analysis.mention_arabic_towns import arabic_towns
from briefing.model import Label, Mention


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأكدت المتحدثة باسم وزارة النفط نجلاء الزهيري أن الصادرات", "نجلاء الزهيري"),
        ("قال وزير النقل خالد بن سالم إن المشروع", "خالد بن سالم"),
        ("استقبل وزيرة النقل في موزمبيق روزالي ماتوندو.", "روزالي ماتوندو"),
        ("بحث وزير النقل تطوير الموانئ مع نظيره", None),
        ("وصل رئيس مجلس الإدارة إلى المدينة", None),
        ("قال مدير عام الهيئة.", None),
    ],
)
def test_people_are_named_behind_their_office(text: str, name: str | None) -> None:
    found = [m.text for m in arabic_people(text, 0, len(text), [])]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("مع أحمد أبو شرح حول", "أحمد أبو", "أحمد أبو شرح"),
        ("مع نمر حسن الزهيري حول", "نمر حسن", "نمر حسن الزهيري"),
        ("مع نمر حسن المصري حول", "نمر حسن", None),
        ("مع نمر حسن حول", "نمر حسن", None),
    ],
)
def test_a_name_goes_on_with_its_family(text: str, marked: str, name: str | None) -> None:
    start = text.index(marked)
    kept = [Mention(start, start + len(marked), marked, Label.PER)]
    found = [m.text for m in longer_people(text, len(text), kept)]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("بالتناوب بين مدينة الكويت وصحار.", ["مدينة الكويت", "صحار"]),
        ("خط جوي بين مسقط وزغرب.", ["مسقط", "زغرب"]),
        ("منشآت بقيق في السعودية", ["بقيق"]),
        ("وزارة النفط في المنامة", ["المنامة"]),
        ("سكان قضاء أبي الزعفران", ["أبي الزعفران"]),
        ("في بلدة قيقبونة قرب", ["قيقبونة"]),
        ("في أحياء القرنفلية والسدرية.", ["القرنفلية", "السدرية"]),
        ("فرق من أم الفحم أمس", ["أم الفحم"]),
        ("مسقط رأسه في الجبل", []),
        ("وسط تصفيق الحضور", []),
        ("جاء في الخبر أن", []),
        ("جلس في المدينة", []),
    ],
)
def test_towns_are_told_by_their_neighbours(text: str, towns: list[str]) -> None:
    assert [m.text for m in arabic_towns(text, 0, len(text))] == towns
