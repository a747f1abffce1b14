"""What a page says to its readers of itself: corrections, cookies, and who may read on.

Invariant: labels stand before a colon; phrases are such as no report has in a line of its own.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold, fold_phrases


def _words(listing: str) -> frozenset[str]:
    return frozenset(part for word in listing.split() for part in fold(word).split())


NOTICE_LABELS = fold_phrases("""
    correction; corrections; clarification; erratum; errata; editor's note; rectificatif; précision
    fe de erratas; fe de errores; rectificación; corrección; aclaración; nota del editor
    berichtigung; korrektur; korrekturhinweis; anmerkung; errata corrige; rettifica; precisazione
    retificação; correção; correcção; nota da redação; esclarecimento; rectificatie; correctie
    تصحيح; تصويب; توضيح; تنويه
""")
"""Such a word before a colon opens what a page has to say about itself."""

CONSENT_WORDS = _words("""
    we our us accept allow agree nous notre nos accepter acceptez utilisons nuestro nuestra nuestros
    utilizamos usamos aceptar acepto wir unsere unser akzeptieren zustimmen noi nostro nostri
    utilizziamo usiamo accetta accetto nós nosso nossos aceitar aceito wij we onze ons accepteren
    akkoord toestaan نستخدم قبول موافق أوافق
""")
"""Words with which a page speaks of its cookies, or asks to accept them."""

PAYWALL_PHRASES = fold_phrases("""
    contributed to this report; contributed to this story; contributed to this article
    contributed reporting; a contribué à cet article; ont contribué à cet article
    contribuyó a este artículo; ha collaborato all'articolo; colaborou com esta reportagem
    werkte mee aan dit artikel; purchase licensing rights
    free to read; free articles left; articles left this month; free articles this month
    already a subscriber; already have an account; subscriber-only; unlock this article
    this article is for subscribers; this content is for subscribers; to read this article
    déjà abonné; déjà abonnée; article réservé aux; cet article est réservé; contenu réservé aux
    la suite est réservée; pour lire cet article; articles gratuits ce mois
    ya eres suscriptor; ya es suscriptor; exclusivo para suscriptores; artículo para suscriptores
    contenido para suscriptores; para leer este artículo; bereits abonnent; schon abonnent
    bereits abonniert; abo abschließen; weiterlesen mit; dieser artikel ist für abonnenten
    exklusiv für abonnenten; um diesen artikel zu lesen; sei già abbonato; già abbonato
    riservato agli abbonati; contenuto riservato agli; per leggere questo articolo
    já é assinante; exclusivo para assinantes; conteúdo para assinantes; só para assinantes
    para ler este artigo; al abonnee; alleen voor abonnees; exclusief voor abonnees
    om dit artikel te lezen; للمشتركين فقط; حصري للمشتركين; لقراءة هذا المقال
""")
"""What bars the way to the rest of an article."""

APPEAL_PHRASES = fold_phrases("""
    support local journalism; support independent journalism; support our journalism
    member-supported; reader-supported; reader-funded; become a member; become a supporter
    thanks for reading; thank you for reading; feel free to share it
    soutenez le journalisme; presse indépendante; merci de nous lire; merci de votre lecture
    apoya el periodismo; periodismo independiente; gracias por leer; hazte socio; hazte socia
    unabhängigen journalismus; unabhängiger journalismus; danke fürs lesen; danke, dass sie
    sostieni il giornalismo; giornalismo indipendente; grazie per aver letto; offrici un
    apoie o jornalismo; jornalismo independente; obrigado por ler; obrigada por ler
    steun onafhankelijke journalistiek; onafhankelijke journalistiek; bedankt voor het lezen
    ادعم الصحافة; الصحافة المستقلة; شكرا للقراءة
""")
"""How pages ask for money, and thank their readers."""

PRICE_PERIODS = fold_phrases("""
    a month; per month; a week; per week; a year; weeks for; months for; par mois; par semaine
    par an; al mes; a la semana; al año; pro monat; im monat; pro woche; wochen für; monate für
    al mese; alla settimana; all'anno; por mês; por semana; por ano; ao mês; per maand; per week
    per jaar; weken voor; maanden voor; شهريا; سنويا; في الشهر; أسبوعيا
""")
"""What stands beside the price of a subscription."""

CONTINUES_PHRASES = fold_phrases("""
    story continues; article continues; continues below; continue reading below
    scroll down to continue; la suite de l'article; la suite après; l'article se poursuit
    sigue leyendo; continúa leyendo; continúa después; la noticia continúa; sigue después
    der artikel wird; weiter nach der; lesen sie nach; der text geht; weiterlesen nach
    continua a leggere; l'articolo continua; la notizia continua; prosegue dopo
    continua após; continua depois; a notícia continua; o artigo continua; continue lendo
    lees verder; tekst gaat verder; artikel gaat verder; verhaal gaat verder
    تابع القراءة; يتبع بعد الإعلان; المقال مستمر
""")
"""What a page says where something is put into the middle of its report."""

EMBED_PHRASES = fold_phrases("""
    external content; third-party content; enable javascript; your browser does not
    contenu externe; contenu tiers; votre navigateur ne; contenido externo; tu navegador no
    su navegador no; externer inhalt; externe inhalte; inhalt von drittanbietern; ihr browser
    contenuto esterno; il tuo browser non; conteúdo externo; o seu navegador não; seu navegador não
    externe inhoud; inhoud van derden; je browser ondersteunt; محتوى خارجي; متصفحك لا
""")
"""What stands in the place of something that a saved page could not keep."""

RELEASE_TAILS = fold_phrases("""
    notes to editors; note to editors; editors' notes; notes for editors
    forward-looking statements; this press release contains; about us; media contact; press contact
    story saved; you can find this story; a version of this; une version de cet
    una versión de este; eine version dieses; una versione di questo; uma versão deste
    een versie van dit; luister ook; listen also; écoutez aussi
    note aux rédactions; note aux rédacteurs; notes aux éditeurs; notas a la redacción
    nota a los editores; nota para los editores; hinweis für die redaktion
    hinweise an die redaktionen; hinweis an die redaktion; nota per la redazione
    note per i redattori; nota aos editores; nota às redações; noot voor de redactie
    noot voor redactie; niet voor publicatie; ملاحظة للمحررين; ملاحظات للمحررين
""")
"""What the notes below a press release open with."""

ABOUT_OPENERS = fold_phrases("""
    about; à propos de; à propos du; à propos d; sobre; acerca de; über; informazioni su; chi è
    chi siamo; sobre a; sobre o; over; نبذة عن; حول; عن
""")
"""What opens the lines in which a release describes the firm it comes from."""

AUTHOR_PHRASES = fold_phrases("""
    is a staff writer; is a reporter; is a journalist; is a freelance; is a columnist
    is a correspondent; is the author of; is an author; is editor of; is the editor of; covers
    writes about; writes on; reports on; reports from; is a former; is a fellow; is a professor
    is our correspondent; is based in; views expressed are; follow her on; follow him on
    follow them on; teaches at; teaches
    est journaliste; est correspondant; est correspondante; est l'auteur; est l'autrice
    est chroniqueur; est chroniqueuse; est professeur; est professeure; est ancien; est ancienne
    est reporter; est rédacteur; est rédactrice; couvre; enseigne; dernier ouvrage; dernier livre
    es periodista; es corresponsal; es columnista; es escritor; es escritora; es autor de
    es autora de; es profesor; es profesora; es redactor; es redactora; cronista de; cubre
    escribe sobre; ex director de; enseña
    ist redakteur; ist redakteurin; ist journalist; ist journalistin; ist korrespondent
    ist korrespondentin; ist autor; ist autorin; ist freier; ist freie; ist professor
    ist professorin; ist reporter; ist reporterin; berichtet aus; berichtet über; berichtet für
    schreibt über; schreibt für; schreibt seit; schreibt aus; lehrt; leitet das
    è giornalista; è una giornalista; è un giornalista; è corrispondente; è inviato; è inviata
    è autore; è autrice; è docente; è professore; è professoressa; insegna; si occupa di
    scrive di; scrive per; collabora con
    é jornalista; é correspondente; é colunista; é repórter; é editor; é editora; é autor de
    é autora de; é professor; é professora; escreve sobre; escreve para; cobre; acompanha
    jornalista desde; o autor escreve; a autora escreve; leciona
    is journalist; is redacteur; is verslaggever; is verslaggeefster; is correspondent
    is columnist; is auteur; is schrijver; is hoogleraar; is oud; schrijft over; schrijft voor
    doceert
    كاتب وباحث; كاتبة وباحثة; كاتب صحفي; كاتبة صحفية; صحفي مقيم; صحفية مقيمة; أستاذ في; أستاذة في
    كاتب من; كاتبة من; مراسل في
""")
"""What the line about a page's author says of her."""

COMMENT_WORDS = _words("""
    comment comments commentaire commentaires réactions comentario comentarios kommentar kommentare
    leserkommentare commento commenti comentário comentários reacties تعليق تعليقات التعليقات
    discussion conversation
""")
"""What stands over what readers have written."""
