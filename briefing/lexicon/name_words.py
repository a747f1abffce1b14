"""Words around names: titles before people, heads of institutions and places.

Invariant: keys are folded (`folding.fold`) single words; what a word says of the name beside it
holds in each of the eight languages in which it exists.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


COURTESY = _words(
    """
    mr mrs ms miss sir dr prof madam lord lady
    m mm mme mmes mlle monsieur madame messieurs maître me
    sr sra sres srta señor señora dña
    herr frau herrn
    signor signora sig dott dottor dottoressa avv
    senhor senhora dona
    dhr mevr mevrouw meneer
    السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة الشيخ
    """
)
"""Forms of address, never part of a name."""

ABBREVIATED = _words(
    "eng ing dipl gen col maj capt lt cmdr sgt brig adm rev hon rep sen gov amb prof dr dott avv"
    " arch lic"
)
"""Forms of address and ranks that are such with a full stop behind them only."""

DWELLERS = ("woman", "women", "man", "men")
"""What English makes persons of demonyms with: "Dutchwoman"."""

OFFICES = _words(
    """
    president vice-president minister secretary secretaries senator governor mayor
    ambassador chancellor premier
    colonel general captain lieutenant major sergeant admiral commissioner spokesman spokeswoman
    professor doctor judge justice prosecutor chairman chairwoman congressman congresswoman
    representative deputy assistant director coach leader chief undersecretary envoy adviser
    présidente président ministre secrétaire sénateur sénatrice gouverneur maire
    ambassadeur ambassadrice
    chancelier chancelière capitaine général commandant préfet procureur procureure juge docteur
    professeur commissaire député députée porte-parole directeur directrice
    presidente presidenta ministro ministra secretario secretaria senador senadora
    gobernador gobernadora alcalde
    alcaldesa embajador embajadora canciller coronel capitán fiscal juez jueza diputado diputada
    portavoz comisario comisaria consejero consejera delegado delegada
    präsident präsidentin vizepräsident vizepräsidentin ministerin ministerpräsident
    ministerpräsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin innenminister
    innenministerin außenminister außenministerin sprecher sprecherin bürgermeister
    bürgermeisterin botschafter botschafterin staatssekretär staatssekretärin trainer kommissar
    kommissarin chef chefin vertreter vertreterin generalsekretär generalsekretärin
    beauftragter beauftragte
    segretario segretaria senatore senatrice sindaco sindaca ambasciatore ambasciatrice
    cancelliere capitano generale
    giudice procuratore deputato deputata commissario
    secretário secretária embaixador embaixadora governador governadora prefeito
    prefeita deputado capitão juiz juíza
    procurador procuradora vereador
    burgemeester minister-president staatssecretaris kamerlid wethouder hoogleraar
    الرئيس الوزير الوزيرة وزير وزيرة رئيس النقيب الرائد المقدم العقيد العميد اللواء الفريق الملازم
    الجنرال القاضي القاضية المحامي المحامية السفير السفيرة النائب النائبة المدرب المستشار المستشارة
    المهندس المهندسة المدير المديرة المتحدث المتحدثة المفوض المفوضة
    """
)
"""Offices and ranks that come before a name and are not part of it."""

PORTFOLIOS = _words(
    """
    prime vice foreign interior home defence defense justice finance economy health education
    energy transport trade agriculture labour labor culture environment security migration affairs
    état premier première intérieur défense économie santé éducation énergie transports commerce
    affaires étrangères travail environnement pêche tourisme
    estado primer primera interior exteriores defensa justicia hacienda economía sanidad salud
    educación
    asuntos trabajo agricultura exterior industria transportes transporte comercio turismo cultura
    obras públicas seguridad igualdad ciencia
    stato interno interni esteri difesa giustizia economia salute istruzione infrastrutture primo
    primeiro primeira justiça defesa fazenda saúde educação negócios estrangeiros administração
    inneres innern verteidigung finanzen gesundheit
    binnenlandse buitenlandse zaken defensie justitie financiën
    الداخلية الخارجية الدفاع العدل المالية الصحة النقل التعليم الاقتصاد
    """
)
"""What ministers are ministers of; beside an office word no name of its own."""

ARTICLES = _words("the le la les l el los las lo il gli i der die das den dem o os as de het")
"""Articles, cut in lower case from the beginning of a name."""

DEFINITE = _words(
    "the la le l el lo il die der das dem den des del du della dell dall al ao a o da do het"
)
"""Definite articles, also with a preposition in one."""

PLACE_HEADS = _words(
    """
    hospital stadium airport cathedral palace arena bridge square harbour harbor island islands
    river lake sea strait gulf ocean mountains peninsula province
    hôpital stade aéroport cathédrale palais pont place île îles fleuve lac détroit golfe océan
    gare rue avenue boulevard
    estadio aeropuerto catedral palacio puente plaza isla islas río lago estrecho calle avenida
    krankenhaus stadion flughafen brücke insel inseln platz bahnhof
    ospedale stadio aeroporto cattedrale palazzo isola fiume stretto via piazza
    estádio catedral praça ilha ilhas hospitais rua
    ziekenhuis luchthaven eiland plein
    مستشفى ملعب مطار جزر جزيرة مدينة بحيرة نهر مضيق خليج شارع ميناء جسر
    """
)
"""Heads of the names of places and buildings."""

BODY_HEADS = _words(
    """
    ministry ministries committee commission council agency authority federation confederation
    association union party university institute bank parliament senate office department bureau
    directorate organisation organization court police
    ministère ministères comité conseil agence autorité fédération confédération parti université
    institut banque parlement sénat direction tribunal parquet syndicat
    centre groupement mouvement ligue société
    organisme fonds
    ministerio ministerios comité consejo comisión agencia autoridad federación confederación
    asociación unión partido universidad instituto banco parlamento senado dirección tribunal
    fiscalía sindicato policía centro confederación sociedad
    ministerium ausschuss rat kommission agentur behörde verband partei universität bundesamt
    landeskriminalamt staatsanwaltschaft gericht
    ministero ministeri comitato consiglio commissione agenzia autorità federazione partito
    università istituto banca procura polizia
    ministério ministérios comitê conselho comissão agência autoridade federação partido
    universidade polícia
    ministerie commissie raad universiteit rechtbank politie kamer bond vereniging federatie unie
    stichting fondation chambre compagnie fundación cámara cooperativa unione confederazione
    consorzio fondazione câmara fundação foundation league chamber stiftung gewerkschaft kammer
    وزارة هيئة لجنة مجلس اتحاد الاتحاد جامعة بنك حزب محكمة وكالة منظمة شركة الشركة مديرية المديرية
    """
)
"""Heads of the names of institutions."""

BODY_ADJECTIVES = _words(
    "general national federal royal supreme international central regional municipal joint high"
)
"""English adjectives that open the names of institutions."""

OPENING_PLACE_HEADS = _words(
    """
    hôpital stade aéroport cathédrale hospital estadio aeropuerto catedral ospedale stadio
    aeroporto cattedrale estádio
    """
)
"""Heads that belong to the name after them in capitals and in lower case (hôpital)."""

SMALL_PLACE_HEADS = _words(
    """
    lac lago mer mar mare océan océano détroit estrecho stretto rivière río île îles isla islas mont
    """
)
"""Heads that belong to the name after them where they are in lower case (lac, río)."""

WATERS = _words("lac lago mer mar mare détroit estrecho stretto")
"""Of these, those whose name may follow a preposition (mer du Nord)."""

GOVERNMENTS = _words(
    """
    government gouvernement gobierno governo regierung regering republic république
    república repubblica السلطنة المملكة الجمهورية الإمارة
    """
)
"""Words for a government or a republic, which alone are no name even capitalised."""

CAPITAL_PLACE_HEADS = _words(
    """
    strait gulf sea bay lake mount cape isle isles island islands lac détroit golfe mont île îles
    estrecho golfo mar bahía lago cabo isla islas stretto monte isola isole capo ilha ilhas
    straße meerenge
    """
)
"""Heads that belong to the place named after them where they are capitalised (Strait of …)."""

DIRECTIONS = _words(
    """
    western eastern northern southern upper lower westliche westlicher östliche östlicher nördliche
    nördlicher südliche südlicher
    """
)
"""Words that open the names of regions and of nobody."""

STATE_HEADS = _words(
    """
    ministry ministries police parliament senate office embassy army navy government court
    directorate gendarmerie guard intelligence coastguard consulate royal
    ministère parlement sénat armée ambassade gouvernement
    ministerio parlamento senado ejército embajada gobierno policía armada
    ministerium bundesministerium regierung armee botschaft polizei
    ministero governo polizia esercito ambasciata ministério polícia embaixada exército
    """
)
"""Bodies that every state has: a demonym before one tells whose, and is not its name."""

STATE_SERVICES = _words(
    """
    police guard army navy rescue customs gendarmerie
    protection marine armée douane douanes secours croix gendarmerie
    guardia protección salvamento cruz armada aduana ejército
    protezione soccorso croce esercito marina
    guarda proteção cruz exército marinha alfândega
    """
)
"""Services that every state has: capitalised and with an adjective or an owner, names."""

GERMAN_BODY = ("ministerium", "ministeriums", "kriminalamt", "kriminalamts", "polizei")
"""Last parts of German compounds that name a body."""

GERMAN_BODIES = _words("bundestag bundestags bundesrat bundeswehr bundesbank bundesregierung")
"""German compounds that name a body of the state."""

COMPANY_NOUNS = _words(
    """
    charity newspaper broadcaster airline startup retailer carmaker shipbuilder insurer shipowner
    entreprise compagnie société groupe ong quotidien hebdomadaire chaîne importateur exportateur
    constructeur opérateur armateur fabricant assureur filiale énergéticien
    empresa compañía aerolínea diario emisora naviera fabricante operadora constructora filial
    aseguradora eléctrica petrolera
    firma reederei unternehmen sender fluggesellschaft umweltorganisation hilfsorganisation
    menschenrechtsorganisation
    azienda compagnia società impresa quotidiano emittente costruttore controllata
    companhia emissora jornal seguradora petrolífera construtora
    bedrijf maatschappij omroep krant reder verzekeraar fabrikant
    شركة صحيفة قناة مؤسسة
    """
)
"""Common nouns before the name of an organisation, and before no other name."""

COMPANY_COMPOUNDS = (
    *("konzern", "konzerns", "hersteller", "gesellschaft", "organisation", "sender", "firma"),
    *("unternehmen", "unternehmens", "betreiber", "versicherer", "bedrijf", "concern", "maker"),
    *("agentur", "reederei", "club", "verlag", "werft"),
)
"""Last parts of German and Dutch compounds that stand before the name of an organisation."""

COMPANY_TAILS = _words(
    "airlines airways ferries securities holdings holding motors logistics shipping systems"
    " technologies pharmaceuticals industries electronics foods partners inc corp ltd plc gmbh ag"
)
"""Words that end the names of companies and of nobody."""

STADIUMS = _words("arena stadium airport hospital museum stadion flughafen estadio stadio estádio")
"""Buildings that are often named after people."""

BUILDINGS = STADIUMS | _words(
    """
    palace cathedral court hôpital stade aéroport palais cathédrale gare aeropuerto catedral palacio
    krankenhaus bahnhof ospedale aeroporto palazzo cattedrale stazione stadio ziekenhuis luchthaven
    مستشفى ملعب مطار قصر
    """
)
"""Common nouns of what stands in a town and is none."""

IN_TOWNS = {
    "en": frozenset({"in"}),
    "fr": frozenset({"a"}),
    "es": frozenset({"en"}),
    "de": frozenset({"in"}),
    "it": frozenset({"a", "ad"}),
    "pt": frozenset({"em"}),
    "nl": frozenset({"in", "te"}),
    "ar": frozenset({"في"}),
}
"""Prepositions before the towns where something happened; in some languages before people too."""

ARABIC_PLACE_LEADS = _words(
    "في مدينة بمدينة العاصمة بالعاصمة بلدة قرب قرية محافظة ولاية ميناء مطار إلى باتجاه"
)
"""Arabic words after which the name of a town comes by itself."""

OPENING_BODY_HEADS = _words(
    "ministère ministerio ministero ministério ministerie université universidad università"
    " universidade"
)
"""Heads of institutions that belong to the name after them even in lower case."""

LINKED_BODY_HEADS = _words(
    """
    directorate ministry office committee commission council centre center institute agency
    authority bureau department federation confederation association organisation organization
    foundation chamber league
    direction conseil comité agence centre institut fédération confédération fondation chambre
    autoridad consejo comisión dirección agencia instituto asociación federación confederación
    fundación cámara cooperativa comité
    autorità consiglio commissione direzione agenzia istituto associazione federazione
    confederazione consorzio fondazione comitato unione
    autoridade conselho comissão direção agência associação federação confederação fundação
    kamer bond vereniging federatie unie raad stichting genootschap instituut agentschap
    """
)
"""Capitalised heads whose name goes on after a preposition (Directorate for the …)."""

MOVEMENTS = {
    "fr": _words("bloc mouvement parti front rassemblement alliance coalition ligue union"),
    "es": _words("bloque movimiento partido frente alianza coalición liga unión"),
    "it": _words("blocco movimento partito fronte alleanza coalizione lega unione"),
    "pt": _words("bloco movimento partido frente aliança coligação liga união"),
}
"""Heads of the names of parties, capitalised, whose other words Romance languages write small."""

NAME_PREPOSITIONS = _words(
    "of for the de del la las los do da dos das di della dello delle dei van voor"
)
"""Prepositions and articles after which the name of a body goes on."""

LINKS = _words(
    "de du des d l la le les of the and et y e und für fur for del della delle dei dell do"
    " da dos das van von der den pour à a las los el i voor"
)
"""Words inside names that are not capitalised."""

COORDINATORS = _words("and et y e und en")
"""Words that join two names rather than the parts of one."""

NO_BODIES = _words(
    """
    gdp gnp vat ceo cfo dna rna aids hiv covid gps gmt utc usb pcr icu suv lng lpg faq pdf rss sms
    app url www html tv fm am pm hd led lgbt mri iva pib bip tva pdg adn arn sida vih tgv qr kwh mwh
    mbps ghz usd eur gbp mad isbn cfa fcfa xof xaf var mou fta gsp
    ii iii iv vi vii viii ix xi xii xiii
    xiv xv xvi xvii xviii xix xx xxi
    """
)
"""Words in capitals that stand for things and not for bodies."""

CONTESTS = _words(
    """
    open cup masters grand prix championship championships league super rally tour
    coupe trophée ligue vuelta giro copa gran premio liga serie trofeo coppa
    taça prémio prêmio mundial eurocopa pokal meisterschaft
    """
)
"""Words that make a country's name part of a contest's (Open, Cup, Vuelta)."""

CUPS = _words(
    "cup marathon award awards prize premio prêmio prémio prijs preis"
    " open masters prix championship championships rally coupe copa coppa pokal"
)
"""Words that end the names of contests, which are no bodies."""

PARTICLES = _words(
    "de du des d la le del della di da dos das do van von der den ter ten ben bin ibn bint ould uld"
    " mint el al abu abou ait bou mac mc st san santa"
)
"""Words that open a surname (van, Ould, Ben)."""


def is_office(key: str) -> bool:
    """Whether a folded word is an office, in the singular or in a plural in -s."""
    return key in OFFICES or (key.endswith("s") and key[:-1] in OFFICES)


def is_title(key: str) -> bool:
    """Whether a folded word is a form of address, an office or what offices are for."""
    return key in COURTESY or key in PORTFOLIOS or is_office(key)


GERMAN_BODY_ENDINGS = tuple(
    "amt botschaft hilfswerk institut gerichtshof gericht ministerium behorde kammer verband union"
    " dienst akademie universitat gesellschaft kommission parlament kreuz halbmond bank borse"
    " partei front armee marine luftwaffe polizei museum theater bibliothek versammlung stiftung"
    " hochschule genossenschaft gewerkschaftsbund rundfunk agentur liga fussballbund kirche rat"
    " bund zentralrat bundesbahn bundesbahnen staatsoper philharmoniker".split()
)
"""How the nouns for German bodies end that an adjective with a capital names."""
