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
    وزارة هيئة لجنة مجلس جامعة بنك مصرف محكمة وكالة منظمة شركة مديرية بلدية نقابة جمعية مؤسسة
    حركة حزب جبهة اتحاد جهاز حلف صحيفة جريدة إذاعة كلية معهد نادي بورصة دائرة ديوان رابطة
    برلمان شرطة نيابة قيادة كتلة مفوضية سلطة مجموعة إدارة غرفة أمانة دار مركز منتدى صندوق مرصد
    مكتبة أكاديمية ائتلاف كونفدرالية فيدرالية مصلحة شبكة قوات بعثة
    """
)
_DEFINITE_BODIES = _words(
    """
    الهيئة اللجنة المجلس الجامعة البنك المصرف المحكمة الوكالة المنظمة الشركة المديرية النقابة
    الجمعية المؤسسة الحركة الحزب الجبهة الاتحاد الجهاز الكلية المعهد النادي الرابطة المفوضية
    السلطة الإدارة الأمانة النيابة الكتلة القيادة الصندوق البرلمان الحرس الجيش المكتب المركز
    المنتدى المرصد التيار الائتلاف الديوان الأكاديمية الكونفدرالية الفيدرالية الخطوط السوق
    """
)
_CONSTRUCT_PLACES = _words(
    """
    مستشفى ملعب مطار سجن مسجد مقبرة مخيم بحر جزر خليج مضيق جبل قصر جسر سلطنة مملكة جمهورية
    إمارة معبر بحيرة مجمع شط وادي رأس خور ممر ستاد استاد برج قلعة متحف مسرح ميناء
    """
)
_STREETS = _words("شارع ساحة ميدان جادة")
_DEFINITE_PLACES = _words("البحر المحيط الخليج الصحراء المستشفى المسجد المتحف الجامع")

CIVIL_SERVICES = _words("الحماية الدفاع الوقاية الهلال الصليب")
CIVIL = _words("المدني المدنية الأحمر")
RED = fold("الأحمر")
"""Words of two that name the rescue services which every country has."""

PLACES = _CONSTRUCT_PLACES | _DEFINITE_PLACES | _STREETS
"""Heads of places."""

HEADS = _CONSTRUCT_BODIES | _DEFINITE_BODIES | PLACES
"""All heads; those of no places are heads of bodies."""

WEAK = _words(
    """
    المكتب المركز المنتدى التيار الائتلاف الديوان الأكاديمية المستشفى
    """
)
"""Heads with the article that one adjective makes no name of ("the first place")."""

WEAKEST = _words("المديرية المكتب المركز المنتدى الديوان الأكاديمية")
"""Those of them that no adjective alone makes a name of."""

QUALITIES = _words(
    """
    الدولي الدولية الطبي الطبية التعليمي التعليمية الحكومي الحكومية الجامعي الجامعية الرياضي
    الرياضية التخصصي التخصصية الثقافي الثقافية الوطني الوطنية المركزي المركزية التجاري
    التجارية الإسلامي الإسلامية الخيري الخيرية العسكري العسكرية البحري الجوي الفضائي الصناعي
    الصناعية التقني التقنية العربي العربية الكبير
    """
)
"""Adjectives that end the name of what is named after a town or somebody."""

WEAK_QUALITIES = _words(
    """
    الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الأخير التنفيذي
    الإعلامي السياسي الصحفي الصحافي الصحي الطبي الصيفي القضائي الأدبي المحلي الرئيسي القيادي
    الإقليمي الميداني الكهربائي العسكري
    """
)

NO_NAMES_OF = {
    fold("دار"): _words(
        """
    النشر الأيتام المسنين العجزة الحضانة العرض الضيافة السينما الرعاية القضاء
    """
    ),
}
"""What follows a head and makes no name of it."""

HOUSES_OF_ART = _words("الأوبرا السينما الكتب الفنون")
"""What follows the word for a house and makes it a building."""

STATE_BODIES = _words("وزارة برلمان شرطة البرلمان الجيش")
HOUSES = _words("النواب الشيوخ الأمة الوزراء الشعب المستشارين الشورى")
"""What follows the word for a council and makes it one that every state has."""

CHAIN = _words(
    """
    أسواق آثار متاحف شباب صحة طرق سدود قضاء نقل نفط غاز كهرباء مياه تجارة صناعة إدارة رعاية
    حماية مكافحة شؤون حقوق أطباء مهندسي عمال موظفي معلمي محامي صحفيي كتاب أهالي أصدقاء دعم
    تنمية تطوير تنظيم ضبط مراقبة استثمار تأمين طيران إذاعة تلفزيون سكك أنباء جنايات جنح
    استئناف موانئ مطارات أمناء علوم طب هندسة فنون آداب قانون خدمات بحوث أبحاث دراسات تعليم
    إنقاذ إغاثة نصرة سلامة سوريا ليبيا وتجارة وصناعة وزراعة وتلفزيون حرس جراحة طيارين ملاك
    منتجي مصدري مزارعي صيادي
    """
)
"""Nouns without article inside the names of bodies: "the council of the bar of …"."""

FIELDS = _words(
    """
    لأطباء لعمال لموظفي لمهندسي لتجار لأرباب لمنتجي لكرة لحقوق لألعاب لشؤون لرعاية لمكافحة
    لرياضة لطب لعلوم لسباقات لسباق لذوي لتنس لصيد لسلامة لصون
    """
)
"""What a body is for, before a definite noun: "the federation for football"."""

HONOURED = _words(
    """
    الملك الملكة الأمير الأميرة الشيخ الشيخة السلطان الإمام الرئيس الشهيد سيدي القديس الدكتور
    """
)
"""Whom buildings and schools are named after, before the given name."""

NAMED_AFTER = _words(
    """
    جامعة مستشفى مركز مؤسسة مطار قصر ميناء جسر مسجد ستاد استاد ملعب أكاديمية معهد كلية مكتبة
    مجمع متحف مسرح برج دار نادي سجن
    """
)
"""What is named after people."""
"""Bodies that every state has: whose they are is told after them and is not their name."""

COMMON = _words(
    """
    شركة لجنة إدارة قيادة دائرة حركة سلطة مجموعة غرفة مؤسسة نادي صحيفة قصر جسر مخيم سجن ملعب
    مسجد برلمان كتلة جبل مطار مستشفى مركز منتدى صندوق مرصد مكتبة أكاديمية ائتلاف مصلحة شبكة
    قوات وادي رأس خور ممر برج قلعة متحف مسرح ميناء ستاد استاد مملكة جمهورية إمارة السوق الخطوط
    """
)
"""Heads that with one definite word are mostly no name ("the airline", "the inquiry")."""

COMMON_SECONDS = _words(
    """
    الإدارة الحكم الأمر العمل التحقيق الدولة المدينة البلاد المنطقة الشعب
    """
)
"""Definite words that make no name of any head ("the board", "the inquiry")."""

WITH_OWN_NAMES = _words("مستشفى مطار ملعب سلطنة مخيم معبر مجمع")
"""Heads after which a name without article may stand that nobody knows."""

WITH_RARE_NAMES = _words("وادي ممر شط رأس خور جبل ستاد استاد جسر قصر برج قلعة")
"""Heads after which such a name stands only if it is no Arabic word."""

PORTS = _words("ميناء مطار خليج بلدية")
"""Heads that do not belong to the name of the town behind them, but to a person's."""

HOSPITALS = _words(
    """
    الوطني العام الجامعي المركزي العسكري الحكومي الإقليمي الميداني الخاص الجهوي
    """
)

OF_ONE_WORD = _words("سلطنة وادي ممر شط رأس خور جبل ستاد استاد جسر قصر برج قلعة")
"""Those of them whose own name is one word."""

OFFICE_LINKS = _words(
    """
    باسم في لدى السابق السابقة الجديد الجديدة العام العامة عام بالنيابة
    """
)
"""What stands between an office and who holds it, beside what it is of."""

NAME_PARTS = _words("بن ابن بنت عبد أبو ابو آل ولد")
"""Words that only people's names hold."""

OF_TRADE = _words(
    """
    مؤسسة شركة وكالة مجموعة مصنع سهم أسهم لدى منصة شركتي مصرف بنك عملاق عملاقة
    """
)
"""Nouns before the name of a firm that no table holds."""

OF_NEWS = _words("صحيفة جريدة مجلة قناة تلفزيون إذاعة")
"""Nouns before the name of a paper or channel, which may be any definite word."""

NOUNS_OF_BODIES = (
    OF_TRADE
    | OF_NEWS
    | _words(
        """
    منظمة جمعية مؤسسة حركة حزب جماعة دار نادي مبادرة شبكة فرقة كتلة تحالف موقع
    """
    )
)
"""Nouns before a name in quotation marks that make it a body."""

OF_PAPERS = _words(
    """
    الدعوى الاتهام السوابق الحائط الإنترنت الويب الحادث البناء العمل الدولة الحكومة الحزب
    """
)
"""What follows the words for a paper or a site and makes no name ("the charge sheet")."""

OF_HOUSES = _words("جمعية مؤسسة")
OF_TOWN_HALLS = _words("بلدية نادي")
"""Heads that go on with the name of a town or club which has the form of a head itself."""

OF_GOD = _words("الله الدين الإسلام الحق")
"""Second words of given names: "gift of God"."""

OF_FIRMS = _words(
    """
    شركة وكالة مجموعة منظمة صحيفة جريدة مجلة قناة موقع منصة إذاعة تلفزيون جماعة مصنع
    """
)
ADJECTIVES = _words(
    """
    العام العامة الأعلى العليا المستقل المستقلة المشترك المشتركة الموحد الموحدة المتحد المتحدة
    المنظم المنظمة الحر الحرة الأول الأولى الثاني الثانية الثالث الثالثة الدائم الدائمة الأحمر
    الأسود الأبيض المتوسط الهادئ الوسطى الشاملة الخاص الخاصة المحترفة السريع السريعة الشريف
    الكبير الكبرى
    """
)
"""Adjectives in names that are not derived with -iyy, as most are."""

ADJECTIVE_ENDINGS = ("ي", "ية", "يين", "يات")

TOWN_WORDS = _words("مدينة قرية بلدة إقليم ولاية محافظة منطقة")
"""Words that stand between a body and the town it is of ("municipality of the city of …")."""

ENDERS = _words(
    """
    الذي التي الذين اللذين اليوم أمس الأحد الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة
    السبت الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية السيد السيدة الدكتور
    الدكتورة الوزير الوزيرة الرئيس الأمير الملك الشيخ اللواء العميد العقيد الجنرال المتحدث
    الناطق المدعو البالغ الواقع الواقعة التابع التابعة المذكور المذكورة الأخير الأخيرة الآن
    الأمين المتفرعة المنبثقة الجديد الجديدة السابق السابقة المنعقد المنعقدة المكلف المكلفة
    المعني المعنية الحدودي الحدودية الصادر الصادرة القادم القادمة المنتخب المنتخبة المقيم
    المقيمة الموجود الموجودة
    """
)
"""Definite words with which no name goes on."""

PLURALS = _words(
    """
    الأهالي الأراضي المباني الليالي المساعي الضواحي النواحي المعاني الأيدي الأغاني المقاهي
    التالي النادي الوادي
    """
)
"""Definite nouns that have the form of a family name."""

CALLED = _words("يدعى تدعى المدعو المدعوة اسمه اسمها واسمه واسمها يسمى تسمى")
"""Words behind which the name of somebody comes."""

BOARD = fold("إدارة")
"""What makes a council the board of whatever comes next."""

TOWN_HALL = fold("بلدية")
"""The noun for a town hall, whose name is the town's."""

CONTEST_NOUNS = _words("ماراثون مهرجان كأس بطولة دوري سباق معرض جائزة رالي طواف")
"""What opens the names of contests and feasts, and of nobody."""

CURRENCIES = _words(
    """
    ريال ريالا دينار دينارا درهم درهما دولار دولارا جنيه جنيها ليرة يورو روبل ين يوان فرنك
    أوقية
    """
)
"""Units of money, which a demonym follows."""

KIN = _words(
    """
    أمين ابن أبي أبيه أمي أمه ابنة أخي أخت والد والدة لأبي لأمي جدي جدتي عمي خالي
    """
)
"""Words for relatives, which are names with a name behind them only."""

ADDRESSING = _words(
    """
    دعا دعت ناشد ناشدت حذر حذرت طالب طالبت اتهم اتهمت شكر شكرت عزا عزت استقبل استقبلت التقى
    التقت هنأ هنأت أبلغ أبلغت منح منحت سلم سلمت قاد قادت حمل حملت
    """
)
"""Verbs whose object stands right behind who does it."""

FIRM_TAILS = _words(
    """
    كابيتال كابتال غروب جروب هولدينغ هولدنغ هولدينج إنيرجي إنرجي بتروليوم إيرلاينز إيرويز
    موتورز فارما ميديا سيستمز تلكوم تيليكوم تليكوم أوربيتال لوجستيكس القابضة إنترناشونال
    إندستريز إنفستمنت بارتنرز سيكيوريتيز مارين ماريتايم شيبينغ فودز كيميكالز تكنولوجيز سبيس
    """
)
"""Loan words that end the names of firms and of nobody."""

PEOPLES = _words(
    """
    كروات أتراك أكراد عرب روس ألمان صرب إنجليز أفارقة أمازيغ مغاربة هنود أحباش أفغان إسبان
    طليان بلغار ألبان أرمن شيشان غجر فرس دروز بشتون أوزبك كازاخ تتار شركس أقباط يهود سلاف
    """
)
"""Plurals for peoples that no ending forms, so that no table of demonyms has them."""
