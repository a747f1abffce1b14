"""What stands on a news page beside the report: the words by which its lines are recognised.

Invariant: every phrase belongs to page furniture of many outlets, none to one of them; all are
compared folded. Phrases only add to what form and position already say.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold, fold_phrases
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS


def _words(listing: str) -> frozenset[str]:
    return frozenset(part for word in listing.split() for part in fold(word).split())


TAG_LABELS = fold_phrases("""
    tags; tag; topics; topic; keywords; filed under; more on; categories; posted in
    mots clés; mots-clefs; étiquettes; thèmes; thématiques; catégories; sujets; rubriques
    etiquetas; temas; palabras clave; archivado en; categorías
    schlagwörter; schlagworte; themen; stichwörter; kategorien
    argomenti; etichette; parole chiave; temi; categorie
    palavras-chave; tópicos; assuntos; marcadores; categorias
    trefwoorden; onderwerpen; labels; categorieën; thema's
    وسوم; الوسوم; كلمات مفتاحية; كلمات دلالية; الكلمات المفتاحية; مواضيع; علامات
""")
"""Such a word before a colon opens the list of a page's tags."""

CREDIT_LABELS = fold_phrases("""
    source; sources; via; fuente; fuentes; quelle; quellen; fonte; fonti; fontes; bron; bronnen
    المصدر; المصادر; with agencies; avec agences; con agencias; con agenzie; com agências
    met persbureaus; mit agenturen; مع الوكالات; con información de; con informaciones de
    com informações de; with information from; with inputs from; with reporting by; mit material von
    com informações da; com informações do; com informações das; com informações dos
    con información de la; con información del; con informazioni di; avec des informations de
    mit informationen von; met informatie van
    additional reporting by; reporting by; editing by; écrit par; edited by
""")
"""Such words open a credit of the page's own sources."""

ROLE_LABELS = _words("""
    reporting writing editing edition editor words text layout redaction texte rédaction édition
    mise montage texto textos redacción edición redactor texte redaktion bearbeitung text testo
    testi redazione montaggio edizione reportagem edição texto redação tekst redactie montage
    تحرير إعداد
""")
"""An editor's task; before a dash or colon and names it opens a credit."""

PLAYER_WORDS = _words("""
    live listen watch play now playing direct écouter écoutez regarder regardez replay directo vivo
    escucha escuchar escuche mira ver señal emisora reproducir livestream hören sehen einschalten
    jetzt anhören ansehen diretta ascolta guarda riproduci ao ar ouça ouvir assista emissão direto
    luister kijk beluister afspelen uitzending مباشر استمع شاهد بث المباشر البث
""")
"""Words on the buttons of a player."""

ERROR_WORDS = _words("""
    error errors mistake mistakes typo erreur erreurs faute coquille errores fallo fehler errore
    errori refuso erro erros falha fout fouten foutje خطأ خطا
""")
"""What pages ask their readers to find in them."""

ADVERTISING_WORDS = _words("""
    advertisement advertisements advertising ad publicité publicidad publicidade pubblicità anzeige
    werbung advertentie reclame إعلان إعلانات
""")
"""Words over an advertisement."""

CALL_OPENERS = fold_phrases("""
    write; email; mail; tell us; let us know; contact; whatsapp; text us; send; report it; click
    écrivez; écrire; signalez; contactez; envoyez; dites; faites; prévenez; cliquez
    escríbenos; escríbanos; escribe; avísanos; avísenos; cuéntanos; mándanos; envíanos; contáctanos
    repórtalo; haz clic; schreiben sie; schreib; melden sie; jetzt melden; mailen sie; kontaktieren
    dann schreiben; sagen sie; klicken; scrivici; scriveteci; segnala; segnalacelo; mandaci; inviaci
    contattaci; clicca; diga nos; escreva; mande; fale
    envie; avise; reporte; conte; clique; partilhe
    mail; app; meld; laat het; schrijf; tip; stuur
    klik; راسلنا; اكتب لنا; أرسل; تواصل; أبلغنا; بلغنا
    اضغط; أخبرنا
""")
"""What an answer to a page's question opens with: the imperative that names the way."""

SHARE_WORDS = _words("""
    facebook twitter x whatsapp telegram linkedin instagram pinterest reddit messenger youtube
    tiktok threads bluesky mastodon email e-mail mail print flipboard viber xing sms rss share
    tweet partager imprimer envoyer compartir imprimir enviar teilen drucken merken condividi
    stampa invia partilhar compartilhar delen afdrukken printen bewaren mailen copy link copier
    lien copiar enlace kopieren copia فيسبوك تويتر واتساب واتس تيليجرام تلغرام إكس إنستغرام
    انستغرام يوتيوب لينكدإن شارك مشاركة طباعة إرسال نسخ الرابط comments commentaires comentarios
    kommentare commenti comentários reacties تعليقات save enregistrer guardar speichern salva
    salvar
""")
"""Buttons and networks; a line made of several of them is a share bar."""

HOME_WORDS = _words("""
    home homepage accueil inicio portada startseite home-page início principal voorpagina
    الرئيسية start une capa copertina
""")
"""How a breadcrumb calls the front page."""

CONTENTS_LABELS = fold_phrases("""
    contents; table of contents; in this article; on this page; sommaire; table des matières
    dans cet article; au sommaire; índice; contenido; en este artículo; índice de contenidos; inhalt
    inhaltsverzeichnis; in diesem artikel; indice; sommario; contenuti; in questo articolo; sumário
    conteúdo; neste artigo; inhoud; inhoudsopgave; in dit artikel; المحتويات; محتويات; في هذا المقال
    key points; key takeaways; at a glance; das wichtigste in kürze; auf einen blick; in het kort
""")
"""The title of a table of contents."""

FURNITURE_OPENERS = fold_phrases("""
    cookie; subscri; sign up; log in; sign in; register to; register for; advertis; sponsored
    comments; reader comments; readers' comments; vos réactions; vos commentaires; i commenti
    tus comentarios; leserkommentare; lezersreacties; comment on; add a comment
    leave a comment; post a comment; post your; share this; share on
    share article; follow us; follow our; like us; join our; join us on; download; get the app
    get our app; contact us; contact the newsroom; contact our; print this; print article
    report a correction; report an error; send us; write to us; tell us; privacy policy
    terms of use; click here; tap here; enable notifications; turn on; your email; your comment
    back to top; support us; support our; donate; become a member; vote for; take part; listen to
    abonne; inscri; connectez; publicité; commentaires; commentez; partage; partager; suivez
    rejoignez; télécharge; contacter; contactez; écrivez; signaler; signalez; imprimer; cliquez
    mentions légales; recevez; activez; votre avis; donnez votre; réagissez; témoignez
    haut de page; soutenez; faire un don; gagnez; participez; retrouvez; posez vos
    suscri; regístr; iniciar sesión; publicidad; comentarios; comente; comenta; comparte
    compartir; síguenos; síganos; sigue a; únete; únase; descarga; contáct; contacta; contacte
    escríbe; escriba a; envíanos; envíenos; imprimir; haz clic; pulse aquí; aviso legal; recibe
    reciba; apóyanos; hazte; boletín; participa; opina; cuéntanos; cuéntenos
    abonnieren; jetzt; anmelden; registrieren; anzeige; werbung; kommentare; kommentieren; teilen
    folgen sie; herunterladen; laden sie; kontakt; schreiben sie; fehler melden; artikel drucken
    artikel teilen; artikel merken; klicken sie; datenschutz; impressum; zur startseite
    diskutieren sie; machen sie mit; nach oben; unterstützen sie
    iscriviti; abbonati; accedi; registrati; pubblicità; commenti; commenta; condividi; seguici
    segui; scarica; contatta; contattaci; scrivici; segnala; stampa; clicca; ricevi; sostienici
    torna su; riproduzione riservata; partecipa
    assine; subscreva; inscreva; cadastre; publicidade; comentários; comentar; comente; partilhe
    compartilhe; siga; baixe; descarregue; contate; contacte; escreva para; reportar; clique
    receba; apoie; voltar ao topo; anúncio; participe; entre no nosso; continua após a publicidade
    abonneer;
    meld je; meld u; aanmelden; inloggen; advertentie; reageer; reacties; deel dit; deel op
    volg ons; download; neem contact; schrijf; meld een; afdrukken; klik; nieuwsbrief; ontvang
    steun ons; naar boven; praat mee
    you are receiving; you're receiving; you received this; yes i want; keep me
    vous recevez; vous avez reçu ce; je souhaite recevoir; je veux recevoir; quiero recibir
    deseo recibir; recibes este; recibe este; ich möchte den newsletter; sie erhalten diese
    sie bekommen diese
    voglio ricevere; hai ricevuto questa; quero receber; recebeu esta; recebeu este; recebe esta
    ik wil de; je ontvangt deze; u ontvangt deze; تتلقى هذه; تصلك هذه; وصلتك هذه
    an earlier version; a previous version; une version précédente; une première version
    una versión anterior; in einer früheren version; una versione precedente; uma versão anterior
    een eerdere versie; في نسخة سابقة
    got a story; got a tip; do you have; have you been; email us; what do you think
    avez-vous; vous avez une; tienes una; ¿tienes; tiene una; haben sie; hast du; hai una; tem uma
    heb je; heeft u; wil je; هل لديك
    view in browser; view this email; voir dans le navigateur; ver en el navegador; inviaci le
    mándanos; envíanos; contact presse; gabinete de prensa; gabinete de imprensa; ufficio stampa
    pressestelle; pressekontakt; persvoorlichting; perscontact; المكتب الإعلامي; to read the full
    to continue reading; il vous reste; über dieses thema berichtete; dieses thema im programm
    unsubscribe; se désabonner; désabonnement; uitschrijven; abmelden; annulla l'iscrizione
    cancelar suscripción; cancelar inscrição; إلغاء الاشتراك; skip to; aller au contenu; zum inhalt
    saltar al contenido; ir al contenido; pular para; saltar para o conteúdo; vai al contenuto
    ga naar de inhoud; تخطي إلى المحتوى; reportar erro; report an error; report a mistake
    signaler une erreur; reportar un error; segnala un errore; fout melden; أبلغ عن خطأ
    this article was; this story was; this article has been; correction; clarification
    editor's note; listen to this; about the author; cet article a été; écouter cet article
    écouter l'article; précision; note de la rédaction; este artículo ha sido; esta noticia ha sido
    escucha esta; escuchar; fe de errores; dieser artikel wurde; dieser text wurde; anmerkung der
    artikel anhören; hinweis der redaktion; questo articolo è stato; ascolta l'articolo
    ascolta questo
    nota della redazione; este artigo foi; esta matéria foi; esta reportagem foi; ouça este
    dit artikel is; dit bericht is; luister naar; تم تعديل هذا; استمع إلى
    النشرة; اشترك; تسجيل الدخول; إعلان; إعلانات; تعليقات; أضف تعليق; اترك تعليق; شارك; تابعنا
    تابعونا; انضم; حمل تطبيق; اتصل بنا; راسلنا; اكتب لنا; بلغ عن; طباعة; انقر; اضغط; ادعمنا
""")
"""What lines of subscription, sharing, contact and advertising open with."""

FURNITURE_PHRASES = fold_phrases("""
    newsletter; newsletters; cookie settings; cookie policy; use cookies; uses cookies
    utilise des cookies; utilisons des cookies; utiliza cookies; utilizamos cookies
    verwendet cookies; verwenden cookies; utilizza i cookie; usa cookies; gebruikt cookies
    all rights reserved
    rights reserved; tous droits réservés; droits de reproduction; reproduction interdite
    reproduction prohibited; todos los derechos reservados; prohibida la reproducción
    alle rechte vorbehalten; tutti i diritti riservati; riproduzione riservata
    todos os direitos reservados; alle rechten voorbehouden; جميع الحقوق محفوظة; الحقوق محفوظة
    our app; notre application; nuestra app; unsere app; la nostra app; nosso aplicativo; onze app
    privacy policy; politique de confidentialité; política de privacidad; datenschutzerklärung
    terms and conditions; continue reading; para seguir leyendo; pour lire la suite
    poursuivre la lecture; um weiterzulesen; per continuare a leggere; para continuar lendo
    om verder te lezen; لمتابعة القراءة; réservé aux abonnés; solo para suscriptores
    nur für abonnenten; reserved for subscribers; subscribers only; ملفات تعريف الارتباط
    whatsapp channel; chaîne whatsapp; canal de whatsapp; whatsapp-kanal; canale whatsapp
    canal do whatsapp; whatsapp-kanaal; قناة واتساب; google news
    subscribe now; subscribe today; continua depois da publicidade; in your browser; im browser
    dans votre navigateur; en su navegador; en tu navegador
    nel browser; nel tuo browser; no navegador; no seu navegador; in je browser; in uw browser
    في المتصفح; لا توجد تعليقات; عدد المشاهدات
""")
"""Phrases that give such a line away wherever they stand in it."""

PHOTO_WORDS = _words("""
    ph photo photos photograph picture image images file archive archives handout courtesy credit
    pool illustration graphic infographic grafik infografik infographie infografía visualisierung
    screenshot video getty shutterstock istock fotolia imago archivo archivbild
    archivfoto archivaufnahme crédit crédits crediti photographie foto fotos fotografia fotografía
    imagen imágenes cedida bild bilder symbolbild symbolfoto immagine immagini archivio credito
    crédito créditos divulgação reprodução imagem arquivo beeld archieffoto archiefbeeld صورة
    الصورة صور أرشيفية أرشيف عدسة تصوير غيتي ge
""")
"""Words of picture credits."""

PICTURE_WORDS = _words("""
    supplied provided taken released by of from via caption shows d de des du la le archives
    fournie transmise illustration légende prétexte por del cortesía cedida tomada leyenda pie von
    aus dem der quelle di per gentile concessione didascalia da do cortesia legenda van uit
""")
"""Words between a picture word and its colon."""

BYLINE_OPENERS = _words("""
    by par por von di da de del door van met text texto texte testo tekst بقلم كتب كتبت
""")
"""Words before an author's name."""

BYLINE_LEADS = fold_phrases("""
    interview; interview by; interviewed by; written by; words by; story by; compiled by
    reported by; text by; text and photos by; as told to; report by; entretien; entretien avec
    propos recueillis par; recueilli par; entretien réalisé par; interview réalisée par; un récit de
    textes et photos; texte et photos; écrit par; un reportage de; reportage de
    entrevista de; entrevista por; escribe; escrito por; texto y fotos; un reportaje de
    una entrevista de; das gespräch führte; das gespräch führten; das interview führte
    das interview führten; die fragen stellte; die fragen stellten; ein bericht von
    eine reportage von; ein interview von; aufgezeichnet von; a cura di; intervista di; testo di
    testo e foto di; servizio di; reportage di; reportagem de; texto de; texto e fotos; entrevista a
    interview door; tekst en foto's; opgetekend door; een reportage van; een interview van
    حاوره; حاورته; حاورها; أجرى الحوار; أجرت الحوار; حوار; إعداد; متابعة
""")
"""What says before an author's name that a page is hers, or who asked the questions."""

BYLINE_NOUNS = _words("""
    correspondent correspondents reporter reporters staff writer editor editors desk newsroom
    editorial red team our own special agencies agency bureau contributor rédaction
    writers contributors journalists
    correspondant correspondante correspondants envoyé envoyée spécial spéciale spéciaux notre
    nos journaliste journalistes agences agence la le l service redacción corresponsal
    corresponsales enviado enviada especial nuestro nuestra agencias agencia redactor redactora
    periodista redaktion korrespondent korrespondentin korrespondenten unserem unserer unseren
    unser reporterin redakteur redakteurin agenturen agentur mitarbeiter autor autorin redazione
    corrispondente inviato inviata nostro nostra nostri dal giornalista agenzie redação
    correspondente enviado nosso nossa jornalista agências repórter da do redactie
    correspondente verslaggever verslaggeefster onze redacteur medewerker and et y e und en i ed
    con with avec mit com met und from à aus dalla a in
    for pour para für voor de du des مراسلنا مراسلتنا مراسل مكتب
    التحرير هيئة وكالات خاص من في و مع
""")
"""Lower-case words that a byline may hold beside names."""

STAMP_WORDS = _words("""
    published updated update posted modified last on at edited first created date issued pm am p.m
    a.m h hrs hours ago min mins mn minutes read reading time gmt utc est edt et cet cest bst ist
    local uhr stand publié publiée mis mise à jour le la modifié modifiée il y a lecture temps de
    durée heures heure publicado publicada actualizado actualizada hace horas hora lectura
    tiempo a las del el última actualización modificado modificada veröffentlicht aktualisiert
    zuletzt geändert am um vom den erstellt datum lesezeit lesedauer minuten letzte änderung
    pubblicato pubblicata aggiornato aggiornata il alle ore ultimo aggiornamento lettura tempo
    minuti atualizado atualizada às em há horas leitura última atualização gepubliceerd geplaatst
    laatst bijgewerkt gewijzigd om op uur leestijd نشر نشرت في تم النشر تاريخ آخر تحديث الساعة
    صباحا مساء ص م بتوقيت غرينتش منذ دقائق قراءة by par por von di door of de do da and
    release statement made press communiqué communiqués presse séance session nota prensa comunicado
    fecha sesión pressemitteilung presseinformation presseaussendung medienmitteilung
    pressemeldung mitteilung meldung sitzung datum publiziert
    erschienen comunicato stampa seduta data
    du der nr no nº n num
    imprensa sessão persbericht nieuwsbericht vergadering aangepast geactualiseerd
    day days jour jours día días tag tagen stunden stunde giorno giorni fa dia dias dag dagen uren
    geleden gisteren eergisteren yesterday hier ayer gestern vorgestern ieri ontem atrás
    vor قبل يوم يومين أيام ساعة ساعات ساعتين دقيقة دقيقتان دقيقتين مدة
    en ligne for immediate immédiate diffusion inmediata sofortige freigabe immediata imediata
    directe posté postée views view reads shares comments vues vue lectures partages visitas vistas
    aufrufe klicks visualizzazioni letture condivisioni visualizações visualizaciones leituras
    weergaven مشاهدة مشاهدات زيارة قراءات embargo hs online print edition st nd rd th er
    publicación modifica paru parue à dès of sexta quinta quarta terça agg laatste
    vandaag today heute oggi hoje hoy أضيف بيان
    صحفي رقم خبر جلسة التاريخ الموافق على الساعة
""")
"""Words of a publication stamp beside the date itself."""

PUBLISHED_WORDS = _words("""
    published updated posted modified edited posté postée publié publiée modifié modifiée actualisé
    publicado publicada actualizado actualizada modificado veröffentlicht aktualisiert erstellt
    publiziert stand erschienen pubblicato pubblicata aggiornato aggiornata atualizado atualizada
    gepubliceerd bijgewerkt gewijzigd aangepast geplaatst نشر تحديث نشرت release pressemitteilung
    presseinformation medienmitteilung communiqué comunicado comunicato persbericht statement
    prensa imprensa
""")
"""Words that only a page says of its own date."""

UPDATED_WORDS = _words("""
    updated update modified edited revised mis mise modifié modifiée actualisé actualisée maj
    actualizado actualizada modificado aktualisiert geändert aggiornato aggiornata aggiornamento
    modifica atualizado atualizada atualização bijgewerkt gewijzigd aangepast geactualiseerd
    تحديث تعديل محدث
""")
"""Those of them that say when a page was changed, not when it first appeared."""

SECTION_WORDS = (
    _words("""
    press releases release news politics political economy business world africa europe asia
    football society culture opinion health science tech technology lifestyle local national
    international featured breaking latest top stories video videos analysis environment climate
    education travel entertainment region regions middle east maghreb security crime courts
    migration energy actualité actualités politique économie monde afrique société santé
    sciences culture faits divers régions régional une à la une sécurité diplomatie noticias
    actualidad política economía mundo sociedad deportes cultura ciencia salud sucesos
    internacional nacional opinión portada tribunales nachrichten politik wirtschaft welt
    ausland inland gesellschaft kultur wissen sport panorama regional meinung aktuelles wetter
    notizie politica economia mondo cronaca società cultura salute scienza esteri interni
    attualità notícias mundo esportes desporto saúde ciência cotidiano brasil sociedade nieuws
    politiek economie wereld buitenland binnenland samenleving cultuur wetenschap gezondheid
    أخبار سياسة اقتصاد رياضة ثقافة مجتمع دولي محلي وطنية العالم عربي دولية محليات منوعات صحة
    حوادث americas sports
""")
    - ALL_FUNCTION_WORDS
)
"""Names of sections; a short line made of such words is a section line, not a headline."""

SITE_WORDS = _words("""
    blog blogs weblog newsletter nieuwsbrief podcast magazine magazin journal website webseite sito
    sitio site portal
    portail portale official officiel oficial offizielle ufficiale officiële مدونة الموقع
""")
"""What a site calls itself beside its name."""

PAPER_WORDS = _words("""
    newspaper weekly fortnightly monthly gazette quotidien hebdomadaire mensuel revue diario
    periódico semanario mensual revista tageszeitung wochenzeitung wochenblatt tageblatt tagblatt
    anzeiger zeitschrift monatszeitschrift wochenmagazin nachrichtenmagazin quotidiano settimanale
    mensile rivista giornale semanário mensal jornal dagblad weekblad nieuwsblad maandblad
    tijdschrift krant صحيفة جريدة مجلة أسبوعية
""")
"""What kind of paper a site says it is."""

NEWS_WORDS = PAPER_WORDS | _words("""
    news actualité actualités info infos nouvelles noticias nachrichten notizie notícias nieuws
    أخبار الأخبار média media medium testata plateforme platform plataforma piattaforma منصة
""")
"""What the motto of a site says that it brings."""

SECTION_OPENERS = _words("""
    featured latest breaking top trending more dernières dernière toutes últimas última aktuelle
    neueste ultime ultima ultime laatste آخر أهم أبرز
""")
"""Words that open the name of a section, never that of an outlet."""

OUTLET_WORDS = _words("""
    times post herald tribune gazette chronicle journal observer guardian monitor ledger courier
    star mirror telegraph standard mail press news today daily weekly review record examiner
    inquirer dispatch express bulletin wire globe sun sentinel magazine radio tv fm online
    dépêche matin soir quotidien hebdo écho echo voix nouvelles courrier figaro presse revue
    libre diario periódico noticias mundo país heraldo correo gaceta voz prensa hoy zeitung
    rundschau tagblatt tageblatt anzeiger nachrichten kurier bote allgemeine abendblatt
    morgenpost spiegel blatt merkur corriere gazzetta giornale messaggero mattino quotidiano
    notizie resto secolo stampa jornal folha correio diário público gazeta expresso notícias
    krant dagblad courant nieuwsblad telegraaf volkskrant post صحيفة جريدة اليوم الأخبار الخبر
    phare vanguardia mercurio voce voix éveil indépendant nouvelliste
    faro gazzettino tribuna stadsblad weekblad
    omroep إذاعة صوت تلفزيون قناة شبكة موقع بوابة راديو
    الشروق الصباح الوطن الشرق الجريدة نيوز
""")
"""Words that newspapers and sites like to call themselves by."""

REPORTING_STEMS = tuple(
    sorted(
        _words("""
    according told report said quot cit statement news selon rapport indiqu annonc confi dépêche
    précis declar déclar segun informó informado informa dijo cita asegur señal laut bericht meld
    sagte mitteil secondo riferi riport disse afirm segundo noticia notici informou volgens meld
    nieuws نقل نقلت ذكر ذكرت أفاد أفادت وفق حسب وكالة لوكالة قال
    """)
    )
)
"""Beginnings of words beside which an agency's name says whose words a report gives."""

ADDRESS_WORDS = _words("""
    you your yours vous votre vos ton tes tus usted ustedes tuya vostro vostra vostri tuo
    tua tuoi você
    vocês conosco connosco jij jouw jullie nosotros dein deine deinen أنت أنتم لكم رأيك بريدك
""")
"""Words that a page says to its reader; a report says them in quotations only."""

CONTACT_WORDS = _words(
    "tel telefon telefono telefone phone fax web email contact kontakt size font issn iban"
    " publisher director donations éditeur directeur directrice editore direttore direttrice"
    " herausgeber herausgeberin verlag spendenkonto konto anschrift directora diretor diretora"
    " uitgever hoofdredacteur الناشر المدير"
)
"""Names of the entries of an address or an imprint, which are no facts of a report."""
