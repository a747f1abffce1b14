"""Words that give speech to somebody: verbs of saying, source prepositions, pronouns, statements.

Invariant: all entries are folded single tokens (or runs of them, parted by blanks), over all eight
languages at once; a word that is a verb of saying in one language and an everyday function word
of another is left out.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold

SAYING = frozenset(
    fold(word)
    for word in (
        # English
        "said says say saying told tells tell telling added adds add adding stated states warned "
        "warns explained explains announced announces argued argues noted notes insisted insists "
        "stressed stresses asked asks replied replies answered recalled recalls declared declares "
        "claimed claims acknowledged admitted admits conceded concluded concludes commented "
        "called calls described describes hailed hails praised praises welcomed emphasised "
        "emphasized underlined highlighted pointed joked quipped wrote writes tweeted posted "
        "promised vowed pledged urged denied confirmed remarked observed reiterated continued "
        "repeated revealed suggested predicted complained lamented recounted testified responded "
        "thanked cautioned maintained asserted affirmed believes believed joining boasted shouted "
        "whispered sighed laughed smiled congratulated criticised criticized denounced condemned "
        "rejected dismissed defended accused spoke quoted cited reads read "
        # French
        "dit disait dira declare declarait affirme affirmait explique expliquait ajoute ajoutait "
        "precise precisait souligne soulignait indique indiquait annonce annoncait estime "
        "estimait rappelle rappele rappelait assure assurait note confie confiait raconte "
        "racontait temoigne lance lancait prevenu previent averti avertit insiste resume conclut "
        "conclu repondu repond demande martele poursuit poursuivi reconnu reconnait admis admet "
        "regrette deplore salue salut denonce souri sourit ironise promis promet plaide juge "
        "jugeait repete reagi reagit ecrit evoque revendique soutient soutenu defendu defend "
        "observe commente detaille glisse lache tranche tonne rassure confirme fustige reclame "
        "exhorte interroge nuance "
        # Spanish
        "dijo dice decia dicho declaro declarado afirmo afirma afirmado aseguro asegura asegurado "
        "explico explica explicado anadio anade anadido senalo senala senalado indico indica "
        "indicado anuncio anuncia anunciado advirtio advierte advertido subrayo subraya subrayado "
        "destaco destaca destacado insistio insiste recordo recuerda recordado conto cuenta "
        "contado comento comenta comentado respondio responde manifesto manifiesta manifestado "
        "ironizo ironiza sostuvo sostiene reconocio reconoce admitio admite lamento lamenta "
        "denuncio denuncia critico califico califica calificado celebro apunto apunta preciso "
        "zanjo concluyo reitero reitera pregunto prometio agrego agrega enfatizo expreso resumio "
        "relato detallo confirmo nego resalto puntualizo aclaro escribio defendio defiende pidio "
        "opino opina "
        # German
        "sagte sagt sagten gesagt erklarte erklart betonte betont warnte warnt mahnte mahnt "
        "forderte fordert gefordert teilte kundigte fugte meinte meint unterstrich berichtete "
        "berichtet lobte lobt nannte nennt bezeichnete bezeichnet kritisierte kritisiert "
        "verlangte versprach verspricht antwortete antwortet fragte fragt schrieb schreibt "
        "ausserte aussert sprach spricht begrusste bekraftigte bestatigte behauptete bedauerte "
        "erganzte erzahlte raumte verteidigte wurdigte versicherte zitierte hiess heisst scherzte "
        "stellte hob "
        # Italian
        "detto dichiarato dichiara dichiarava affermato afferma spiegato spiega aggiunto aggiunge "
        "sottolineato sottolinea ricordato ricorda annunciato annuncia avvertito avverte ribadito "
        "ribadisce commentato commenta concluso conclude osservato osserva risposto risponde "
        "scritto scrive raccontato racconta precisato precisa chiesto chiede assicurato assicura "
        "definito definisce ammesso ammette denunciato denuncia promesso disse dichiaro spiego "
        "aggiunse rispose evidenziato auspicato lodato sostenuto sostiene "
        # Portuguese
        "disse diz dizia declarou declara afirmou afirma explicou explica acrescentou acrescenta "
        "sublinhou sublinha destacou destaca lembrou lembra anunciou anuncia alertou alerta "
        "avisou avisa insistiu insiste comentou comenta concluiu conclui garantiu garante contou "
        "conta respondeu responde salientou salienta frisou frisa defendeu defende admitiu admite "
        "ressaltou referiu refere considerou considera criticou lamentou reconheceu assegurou "
        "prometeu escreveu reiterou enfatizou pediu "
        # Dutch
        "zegt zei zeiden gezegd verklaarde verklaart vertelde vertelt benadrukte benadrukt "
        "waarschuwde waarschuwt aldus voegde meldde meldt meldt liet noemde noemt antwoordde "
        "antwoordt vroeg vraagt schreef schrijft stelde stelt vindt vond beloofde belooft "
        "bevestigde bevestigt reageerde argumenteerde constateerde concludeert concludeerde "
        "oordeelde weet reageert besloot lachte erkende erkent klonk klinkt "
        # Arabic
        "قال قالت يقول تقول وقال وقالت قائلا قائلة اكد اكدت واكد واكدت مؤكدا مؤكدة اضاف اضافت "
        "واضاف واضافت مضيفا مضيفة اوضح اوضحت واوضح واوضحت موضحا موضحة صرح صرحت وصرح وصرحت اعلن "
        "اعلنت واعلن واعلنت اشار اشارت واشار واشارت مشيرا مشيرة ذكر ذكرت وذكر وذكرت شدد شددت وشدد "
        "وشددت مشددا اعتبر اعتبرت واعتبر واعتبرت معتبرا معتبرة حذر حذرت وحذر وحذرت تابع تابعت "
        "وتابع وتابعت وعد وعدت تعهد تعهدت وتعهدت وتعهد كتب كتبت وكتب طالب طالبت وطالب وصف وصفت "
        "ووصف افاد افادت وافاد بين بينت رد ردت نفى نفت لفت ولفت ختم وختم"
    ).split()
)
"""Finite forms and participles that introduce or follow a quotation."""

SOURCE_PREPOSITIONS = (
    "according to", "in the words of", "selon", "d apres", "aux yeux de", "segun",
    "de acuerdo con",
    "en palabras de", "a juicio de", "laut", "zufolge", "nach angaben von", "nach worten von",
    "secondo", "a detta di", "segundo", "de acordo com", "conforme", "volgens",
    "وفقا ل", "وفقا", "بحسب", "حسب", "وفق",
)  # fmt: skip
"""What stands before a source that is not a verb's subject; folded."""

HE = frozenset("he il er lui egli ele hij el".split())
SHE = frozenset("she elle sie lei ella ela zij ze هي".split())
"""Singular pronouns that stand for a speaker, by the gender of whom they mean."""

COMPLEMENTIZERS = frozenset("that que qu dass che dat si ob if whether ان انه انها بان".split())
"""What opens the clause that is said."""

INDEFINITE = frozenset("a an un une una uno ein eine einer um uma een one some".split())
"""Articles that bring in somebody new, whom no earlier mention is."""

PREPOSITIONS = frozenset(
    (
        "by with from about against to of for par avec sans sur contre de du des chez von mit bei "
        "gegen uber durch an zu zum zur con sin sobre contra da del sul com sem met door over "
        "tegen than after since di do dos das between entre zwischen tra fra tussen ب من الى على "
        "في مع عن"
    ).split()
)
"""What a name may hang on, so that it is nobody's subject."""

THEY = frozenset("they ils elles sie ellos ellas loro essi eles elas zij both ambos we".split())

MALE_FORMS = frozenset(
    "mr m monsieur herr herrn senor sr don signor senhor meneer dhr sir السيد".split()
)
FEMALE_FORMS = frozenset(
    "mrs ms miss mme mlle madame frau senora sra dona signora senhora mevrouw mw السيدة".split()
)
"""Forms of address."""

FORMS_OF_ADDRESS = MALE_FORMS | FEMALE_FORMS | frozenset("dr me maitre don dona docteur".split())
"""Words between a title and a name that are part of neither."""

FEMALE_ARTICLES = frozenset("la die una une l eine einer".split()) - {"l"}
MALE_ARTICLES = frozenset("le der el il un den ein einem lo o".split()) - {"un"}

FEMALE_ROLE_ENDINGS = tuple(
    fold(word)
    for word in (
        "ministra presidenta directora jefa alcaldesa portavoza senadora diputada ministerin "
        "prasidentin kanzlerin kommissarin sprecherin direktorin chefin leiterin sekretarin "
        "richterin anwaltin trainerin kollegin trice conseillere avocate deputee dottoressa "
        "presidentessa sindaca avvocata direttrice secretaria woordvoerster وزيرة رئيسة مديرة "
        "مفوضة متحدثة ناطقة نظيرته"
    ).split()
)
"""Endings of role nouns that only a woman bears."""

DROPS_PRONOUNS = frozenset({"es", "it", "pt", "ar"})
"""Languages in which a verb of saying may have no subject at all."""

STATEMENTS = frozenset(
    "statement communique release report comunicado comunicato mitteilung erklarung "
    "pressemitteilung "
    "nota persbericht verklaring بيان بلاغ".split()
)
"""Nouns whose owner is the speaker: "said the ministry in a statement"."""
