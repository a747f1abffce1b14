"""What news figures count, by a class that the eight languages share.

Invariant: keys are folded by `folding.fold`; a word has one class, so that values can be aligned
across languages by class alone.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.lexicon.folding import fold

# English class -> words of the eight languages (singular, plural, gender, case).
_CLASSES = {
    "dead": "dead killed died deaths death fatalities fatality killing kills victims slain "
    "morts mort mortes morte tués tué tuées tuée décès victimes décédés décédées décédé "
    "muertos muerto muertas muerta muertes fallecidos fallecidas fallecido víctimas murieron "
    "mueren "
    "asesinados asesinadas Tote Toten Toter Todesopfer Todesopfern Getötete getötet gestorben "
    "starben Opfer Todesfälle morti morto vittime uccisi uccise uccisa decessi deceduti deceduto "
    "mortos mortas mortes vítimas óbitos morreram doden dode overleden slachtoffers gedood "
    "omgekomen dodelijke قتيل قتيلا قتلى قتل شهيد شهيدا شهداء وفاة وفيات ضحية ضحايا",
    "injured": "injured wounded hurt injuries injury casualties injuring wounding blessés blessé "
    "blessées blessée heridos herido heridas herida lesionados lesionadas Verletzte Verletzten "
    "Verletzter verletzt Verwundete feriti ferito ferite ferita feridos ferido feridas ferida "
    "gewonden gewonde جريح جريحا جرحى مصاب مصابا مصابين مصابون إصابة إصابات",
    "missing": "missing disappeared disparus disparu disparues desaparecidos desaparecidas "
    "desaparecido Vermisste Vermissten vermisst dispersi disperso scomparsi vermisten vermist "
    "مفقود مفقودا مفقودين مفقودون",
    "arrested": "arrests arrest arrested detained detainees detentions arrestations arrestation "
    "interpellations interpellation interpellés interpellées arrêtés arrêtées gardés "
    "detenidos detenidas detenido detenciones detención arrestos arrestados arrestadas "
    "Festnahmen Festnahme Festgenommene festgenommen Verhaftungen verhaftet arresti arrestati "
    "arrestate fermati detidos detidas detenções presos arrestaties aanhoudingen arrestanten "
    "aangehouden معتقل معتقلا معتقلين موقوف موقوفا موقوفين اعتقال توقيف",
    "displaced": "displaced evacuated evacuees déplacés évacués évacuées desplazados evacuados "
    "evacuadas Vertriebene Evakuierte sfollati evacuati deslocados evacuadas ontheemden "
    "geëvacueerden نازح نازحا نازحين",
    "rescued": "rescued survivors survivor rescapés survivants sauvés rescatados rescatadas "
    "supervivientes sobrevivientes Gerettete Überlebende superstiti sopravvissuti sobreviventes "
    "resgatados overlevenden geredde ناج ناجيا ناجين",
    "people": "people persons person individuals inhabitants residents personnes personne "
    "habitants gens personas persona habitantes gente Menschen Personen Einwohner Leute persone "
    "abitanti pessoas pessoa habitantes mensen personen inwoners شخص شخصا أشخاص شخصاً نسمة",
    "children": "children child kids minors enfants enfant mineurs niños niñas menores Kinder "
    "Kindern Minderjährige bambini minori crianças kinderen minderjarigen طفل طفلا أطفال قاصر",
    "women": "women woman femmes femme mujeres Frauen donne mulheres vrouwen امرأة نساء",
    "men": "men hommes hombres Männer uomini homens mannen رجل رجلا رجال",
    "countries": "countries country states nations pays états países país estados naciones "
    "Länder Ländern Staaten Länderchefs paesi stati nazioni nações landen staten بلد بلدا بلدان "
    "دولة دول",
    "delegations": "delegations delegation délégations délégation delegaciones delegación "
    "Delegationen delegazioni delegações delegaties وفد وفدا وفود",
    "delegates": "delegates participants attendees délégués participantes delegados asistentes "
    "Teilnehmer Teilnehmern Delegierte delegati partecipanti deelnemers مشارك مشاركا مشاركين",
    "vessels": "vessels vessel ships ship boats boat trawlers trawler canoes canoe ferries navires "
    "navire bateaux bateau embarcations pirogues pirogue chalutiers barcos barco buques buque "
    "embarcaciones embarcación cayucos pateras Schiffe Schiffen Schiff Boote Booten navi nave "
    "barche imbarcazioni navios navio embarcações schepen boten سفينة سفن قارب قاربا قوارب زورق "
    "زوارق",
    "aircraft": "planes aircraft helicopters jets avions hélicoptères aviones helicópteros "
    "Flugzeuge Hubschrauber aerei elicotteri aviões vliegtuigen helikopters طائرة طائرات",
    "drones": "drones drone dron Drohnen droni مسيرة مسيرات",
    "missiles": "missiles missile rockets rocket roquettes misiles cohetes Raketen missili razzi "
    "mísseis raketten صاروخ صاروخا صواريخ",
    "vehicles": "vehicles vehicle cars car trucks buses véhicules véhicule voitures vehículos "
    "coches automóviles camiones Fahrzeuge Autos Lastwagen veicoli auto veículos carros voertuigen "
    "مركبة مركبات سيارة سيارات",
    "carriages": "carriages carriage wagons wagon vagones vagón Waggons Wagen vagoni "
    "carrozze vagões carruagens rijtuigen عربة عربات",
    "trains": "trains train trenes tren Züge treni trens treinen قطار قطارا قطارات",
    "passengers": "passengers passenger passagers passager voyageurs pasajeros pasajero viajeros "
    "Passagiere Passagieren Reisende Fahrgäste passeggeri passageiros passagiers reizigers راكب "
    "راكبا ركاب مسافر مسافرا مسافرين",
    "migrants": "migrants migrant refugees refugee migrants réfugiés migrantes refugiados "
    "Migranten "
    "Flüchtlinge Geflüchtete migranti rifugiati profughi imigrantes migranten vluchtelingen مهاجر "
    "مهاجرا مهاجرين لاجئ لاجئا لاجئين",
    "police officers": "officers policemen police policiers policier gendarmes agents agent "
    "policías agentes Polizisten Polizistinnen Beamte Beamten Polizeibeamte poliziotti agenti "
    "carabinieri polícias policiais agenten politieagenten شرطي شرطيا شرطيين ضابط ضابطا ضباط",
    "soldiers": "soldiers soldier troops troopers soldats soldat militaires soldados soldado "
    "militares efectivos Soldaten Soldat soldati militari militairen soldaten جندي جنديا جنود",
    "fighters": "fighters militants gunmen combattants combatientes Kämpfer combattenti "
    "combatentes strijders مسلح مسلحا مسلحين مقاتل مقاتلا",
    "experts": "experts expert specialists spécialistes expertos expertas Experten Expertinnen "
    "Fachleute esperti especialistas peritos deskundigen خبير خبيرا خبراء",
    "investigators": "investigators detectives enquêteurs enquêteur enquêtrices investigadores "
    "Ermittler Ermittlern Ermittlerinnen investigatori inquirenti rechercheurs onderzoekers محقق "
    "محققا محققين",
    "workers": "workers worker employees employee staff jobs trabajadores trabajadoras empleados "
    "empleos puestos travailleurs salariés employés emplois Beschäftigte Beschäftigten "
    "Mitarbeiter Mitarbeitern Arbeiter Arbeitsplätze Stellen lavoratori dipendenti impiegati posti "
    "trabalhadores funcionários empregos werknemers medewerkers banen عامل عاملا عمال موظف موظفا "
    "موظفين وظيفة",
    "protesters": "protesters demonstrators manifestants manifestantes Demonstranten "
    "Demonstrierende manifestanti betogers demonstranten متظاهر متظاهرا متظاهرين",
    "spectators": "spectators spectator fans crowd attendance spectateurs supporters espectadores "
    "aficionados asistencia Zuschauer Zuschauern Fans spettatori tifosi torcedores adeptos "
    "toeschouwers متفرج متفرجا متفرجين مشجع مشجعا",
    "patients": "patients patient pacientes Patienten pazienti patiënten مريض مريضا مرضى",
    "cases": "cases case cas casos caso Fälle Fällen Fall casi gevallen حالة حالات",
    "witnesses": "witnesses témoins testigos Zeugen testimoni testemunhas getuigen شاهد شاهدا شهود",
    "suspects": "suspects suspect defendants accused accusés prévenus sospechosos acusados "
    "Verdächtige Angeklagte sospettati imputati indagati suspeitos arguidos verdachten متهم متهما "
    "متهمين مشتبه",
    "prisoners": "prisoners inmates hostages prisonniers détenus otages prisioneros reclusos "
    "rehenes Gefangene Häftlinge Geiseln prigionieri detenuti ostaggi prisioneiros reféns "
    "gevangenen gijzelaars أسير أسيرا أسرى سجين سجينا رهينة رهائن",
    "ministers": "ministers ministres ministros Minister Ministern ministri وزير وزيرا وزراء",
    "lawmakers": "lawmakers deputies mps députés élus diputados Abgeordnete deputati deputados "
    "Kamerleden نائب نائبا نواب",
    "companies": "companies firms entreprises sociétés empresas compañías Unternehmen Firmen "
    "aziende imprese bedrijven شركة شركات",
    "votes": "votes vote ballots voix suffrages votos voto Stimmen Stimme voti votos stemmen صوت "
    "صوتا أصوات",
    "voters": "voters électeurs électrices votantes electores Wähler Wählern elettori eleitores "
    "kiezers ناخب ناخبا ناخبين",
    "seats": "seats seat sièges siège escaños escaño asientos Sitze Sitzen Mandate seggi seggio "
    "assentos cadeiras zetels zetel مقعد مقعدا مقاعد",
    "houses": "houses homes house home buildings dwellings maisons logements habitations bâtiments "
    "casas viviendas edificios Häuser Häusern Wohnungen Gebäude case abitazioni edifici moradias "
    "edifícios huizen woningen gebouwen منزل منزلا منازل بيت مبنى",
    "schools": "schools écoles escuelas Schulen scuole escolas scholen مدرسة مدارس",
    "hospitals": "hospitals hôpitaux hospitales Krankenhäuser ospedali hospitais ziekenhuizen "
    "مستشفى مستشفيات",
    "goals": "goals goal buts goles gol Tore Toren Tor reti golos gols doelpunten هدف هدفا أهداف",
    "points": "points point puntos punto Punkte Punkten punti pontos ponto punten نقطة نقاط",
    "teams": "teams team équipes équipe equipos equipo Teams Mannschaften squadre équipes equipas "
    "equipes teams ploegen فريق فريقا فرق",
    "tickets": "tickets ticket billets entradas boletos Karten Eintrittskarten biglietti bilhetes "
    "ingressos kaarten تذكرة تذاكر",
    "files": "files file dossiers dossier expedientes expediente Akten Akte fascicoli processos "
    "dossiê ملف ملفا ملفات",
    "licences": "licences licenses licence license permits licencias permisos Lizenzen "
    "Genehmigungen licenze permessi licenças vergunningen رخصة رخص ترخيص",
    "networks": "networks network gangs réseaux réseau filières redes bandas Netzwerke Banden reti "
    "redes netwerken شبكة شبكات",
    "agreements": "agreements deals accords acuerdos convenios Abkommen Vereinbarungen accordi "
    "acordos akkoorden overeenkomsten اتفاقية اتفاقيات اتفاق اتفاقا",
    "articles": "clauses provisions mesures medidas Maßnahmen misure maatregelen measures إجراء "
    "تدبير",
    "attacks": "attacks strikes raids attaques frappes ataques Angriffe attacchi raid aanvallen "
    "هجوم هجوما هجمات غارة غارات",
    "prison": "prison jail imprisonment cárcel prisión Gefängnis Haft carcere reclusione prisão "
    "cadeia gevangenis cel سجن سجنا حبس",
    "magnitude": "magnitude magnitud Magnitude Stärke magnitudo magnitudine",
    "minute": "minute minuto Minute minuut minuta دقيقة الدقيقة",
}
_HUMANS = frozenset(
    "people children women men delegates passengers migrants soldiers fighters workers patients "
    "protesters spectators suspects prisoners experts witnesses".split()
) | {"police officers"}


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in _CLASSES.items():
        for word in words.split():
            found.setdefault(fold(word), name)
    return found


def counted_class(counted: str) -> str | None:
    """The shared English class of a counted noun or verb ("navires", "Schiffe" -> "vessels")."""
    key = fold(counted)
    known = _words()
    return known.get(key) or (known.get(key[2:]) if key.startswith("ال") else None)


def is_human(name: str) -> bool:
    """Whether what a class counts can be killed, hurt or arrested."""
    return name in _HUMANS
