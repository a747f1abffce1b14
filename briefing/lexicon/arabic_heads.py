"""Arabic common nouns that open the names of bodies and places.

Invariant: keys are folded (`folding.fold`) single words; a head with the article asks for definite
words after it, one without for a definite word or a name.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


_CONSTRUCT_BODIES = _words(
    """
    وزارة هيئة لجنة مجلس جامعة بنك مصرف محكمة وكالة منظمة شركة مديرية بلدية نقابة جمعية مؤسسة حركة
    حزب جبهة اتحاد جهاز حلف صحيفة جريدة إذاعة كلية معهد نادي بورصة دائرة ديوان رابطة برلمان شرطة
    نيابة قيادة كتلة مفوضية سلطة مجموعة إدارة غرفة أمانة
    """
)
_DEFINITE_BODIES = _words(
    """
    الهيئة اللجنة المجلس الجامعة البنك المصرف المحكمة الوكالة المنظمة الشركة المديرية النقابة
    الجمعية المؤسسة الحركة الحزب الجبهة الاتحاد الجهاز الكلية المعهد النادي الرابطة المفوضية السلطة
    الإدارة الأمانة النيابة الكتلة القيادة الصندوق البرلمان الحرس الجيش
    """
)
_CONSTRUCT_PLACES = _words(
    """
    مستشفى ملعب مطار سجن مسجد مقبرة مخيم بحر نهر جزيرة جزر خليج مضيق جبل قصر جسر سلطنة معبر
    بحيرة مجمع
    """
)
_DEFINITE_PLACES = _words("البحر المحيط الخليج الصحراء")

CIVIL_SERVICES = _words("الحماية الدفاع الوقاية الهلال الصليب")
CIVIL = _words("المدني المدنية الأحمر")
"""Words of two that name the rescue services which every country has."""

PLACES = _CONSTRUCT_PLACES | _DEFINITE_PLACES
"""Heads of places."""

HEADS = _CONSTRUCT_BODIES | _DEFINITE_BODIES | PLACES
"""All heads; those of no places are heads of bodies."""

STATE_BODIES = _words("وزارة برلمان شرطة البرلمان الجيش")
"""Bodies that every state has: whose they are is told after them and is not their name."""

COMMON = _words(
    """
    شركة لجنة إدارة قيادة دائرة حركة سلطة مجموعة غرفة مؤسسة نادي صحيفة قصر جسر مخيم سجن
    ملعب مسجد برلمان كتلة جبل مطار مستشفى
    """
)
"""Heads that with one definite word are mostly no name ("the airline", "the inquiry")."""

COMMON_SECONDS = _words("الإدارة الحكم الأمر العمل التحقيق الدولة المدينة البلاد المنطقة الشعب")
"""Definite words that make no name of any head ("the board", "the inquiry")."""

WITH_OWN_NAMES = _words("مستشفى مطار ملعب سلطنة جزيرة مخيم معبر مجمع")
"""Heads after which a name without article may stand that nobody knows."""

OF_ONE_WORD = _words("سلطنة جزيرة")
"""Those of them whose own name is one word."""

CAPITALS_OF_COUNTRIES = _words("الكويت بنما غواتيمالا المكسيك لوكسمبورغ غزة")
"""Countries whose capital is called after them, with "city" before it."""

COMMON_TOWNS = _words(
    """
    الخبر العين الزاوية البيضاء الخمس المرج المدينة الجزيرة الباب القصر المحلة الشروق النور الميادين
    القائم الشيخ الرحبة العاشر السوق القنطرة الطريق المنطقة القرية الشمال الجنوب الشرق الغرب الحي
    الساحل المركز الصالحية السلام المعادي النصر
    """
)
"""Towns whose names mean something else behind "in"."""

OFFICE_LINKS = _words("باسم في لدى السابق السابقة الجديد الجديدة العام العامة عام بالنيابة")
"""What stands between an office and who holds it, beside what it is of."""

NAME_PARTS = _words("بن ابن بنت عبد أبو ابو آل ولد")
"""Words that only people's names hold."""

OF_FIRMS = _words("شركة وكالة مجموعة منظمة صحيفة قناة")
OF_TOWNS = _words("ميناء مدينة محافظة ولاية بلدة")
"""Nouns that the name of a firm without article, or of a town, follows; they are no part of it."""

ADJECTIVES = _words(
    """
    العام العامة الأعلى العليا المستقل المستقلة المشترك المشتركة الموحد الموحدة المتحد المتحدة
    المنظم المنظمة الحر الحرة الأول الأولى الثاني الثانية الثالث الثالثة الدائم الدائمة الأحمر
    الأسود الأبيض المتوسط الهادئ الوسطى الشاملة الخاص الخاصة المحترفة
    """
)
"""Adjectives in names that are not derived with -iyy, as most are."""

ADJECTIVE_ENDINGS = ("ي", "ية", "يين", "يات")

TOWN_WORDS = _words("مدينة قرية بلدة إقليم ولاية محافظة منطقة")
"""Words that stand between a body and the town it is of ("municipality of the city of …")."""

ENDERS = _words(
    """
    الذي التي الذين اللذين اللواتي اليوم أمس الأحد الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة
    السبت الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية السيد السيدة الدكتور الدكتورة
    الوزير الوزيرة الرئيس الأمير الملك الشيخ اللواء العميد العقيد الجنرال المتحدث الناطق المدعو
    البالغ الواقع الواقعة التابع التابعة المذكور المذكورة الأخير الأخيرة الآن الأمين المتفرعة
    المنبثقة الجديد الجديدة السابق السابقة المنعقد المنعقدة المكلف المكلفة المعني المعنية
    الحدودي الحدودية الصادر الصادرة القادم القادمة المنتخب المنتخبة المقيم المقيمة الموجود الموجودة
    """
)
"""Definite words with which no name goes on."""

PEOPLES = _words(
    """
    كروات أتراك أكراد عرب روس ألمان صرب إنجليز أفارقة أمازيغ مغاربة هنود أحباش أفغان إسبان طليان
    بلغار ألبان أرمن شيشان غجر فرس دروز بشتون أوزبك كازاخ تتار شركس أقباط يهود سلاف
    """
)
"""Plurals for peoples that no ending forms, so that no table of demonyms has them."""
