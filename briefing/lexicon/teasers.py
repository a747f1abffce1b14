"""What leads from a news page to other pages: the words that such lines open with.

Invariant: every phrase is one that many outlets use, none an outlet's own; all are folded.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold_phrases

TEASER_OPENERS = fold_phrases("""
    read also; also read; read more; see also; you may also like; you might also like; more on this
    related stories; related articles; related news; related content; recommended for you
    more stories; more from; most read; most viewed; trending now; don't miss; editor's picks
    keep reading; further reading; in case you missed it; up next; read next; what to read next
    lire aussi; à lire aussi; lire également; à lire également; voir aussi; à voir aussi; à relire
    sur le même sujet; sur le même thème; les plus lus; à ne pas manquer; nos derniers articles
    articles similaires; articles liés; dans la même rubrique; pour aller plus loin; à découvrir
    lea también; lee también; leer también; le puede interesar; te puede interesar; ver también
    también te puede interesar; lo más leído; más noticias; noticias relacionadas; lea además
    artículos relacionados; más información; no te pierdas; le recomendamos; te recomendamos
    lesen sie auch; lesen sie hier; lesen sie mehr; lesen sie dazu; mehr zum thema; mehr dazu
    mehr lesen; das könnte sie auch interessieren; auch interessant; weitere artikel; meistgelesen
    meist gelesen; weiterführende artikel; passend dazu; siehe auch; zum thema
    leggi anche; leggi pure; leggi tutto; vedi anche; potrebbe interessarti; ti potrebbe interessare
    potrebbe interessarti anche; articoli correlati; i più letti; le più lette; da non perdere
    notizie correlate; per approfondire
    leia também; leia mais; veja também; veja mais; saiba mais; você também pode gostar
    pode também interessar; mais lidas; mais lidos; notícias relacionadas; artigos relacionados
    ler também; leia ainda; relacionadas; confira também
    lees ook; lees meer; lees verder; lees hier; ook interessant; meer over; meer nieuws; zie ook
    gerelateerde artikelen; meest gelezen; bekijk ook; aanbevolen voor u
    اقرأ أيضا; إقرأ أيضا; اقرأ أيضاً; اقرأ المزيد; اقرأ كذلك; إقرأ المزيد; طالع أيضا; شاهد أيضا
    مواضيع ذات صلة; مقالات ذات صلة; أخبار ذات صلة; الأكثر قراءة; قد يهمك أيضا; قد يعجبك أيضا; للمزيد
    most watched; most listened; most shared; most popular; most commented; related posts; trending
    les plus vus; les plus vues; les plus écoutés; les plus partagés; les plus commentés; le plus lu
    les plus regardés; les plus consultés; lo más visto; lo más escuchado; lo más comentado
    lo más compartido; más leídas; más leídos; las más leídas; los más leídos; más vistos
    meistgesehen; meistgehört; meistgeklickt; meistkommentiert; am meisten gelesen; mehr aus
    weitere meldungen; i più visti; i più ascoltati; i più condivisi; i più commentati
    i video più visti; più letti; più lette; mais vistas; mais vistos; mais ouvidas; mais ouvidos
    as mais lidas; as mais ouvidas; os mais lidos; as mais vistas; mais comentadas; meest bekeken
    also in the; also in today's; also in this issue; also in this edition; in this issue
    in this edition; in other news
    dans ce numéro; dans cette édition; également dans ce numéro; également dans cette édition
    en este número; en esta edición; también en este número; también en esta edición
    in dieser ausgabe; in diesem heft; außerdem in dieser ausgabe; außerdem in diesem heft
    in questo numero; anche in questo numero; nello stesso numero; nesta edição; também nesta edição
    neste número; in dit nummer; in deze editie; ook in dit nummer; ook in deze editie
    في هذا العدد; أيضا في هذا العدد; وفي هذا العدد أيضا
    meest beluisterd; meest gedeeld; meest besproken; best gelezen; الأكثر مشاهدة; الأكثر استماعا
    الأكثر تعليقا; الأكثر تداولا; الأكثر مشاركة; الأكثر تفاعلا
""")
"""A line that opens so leads to another page, whatever follows."""

LABEL_OPENERS = fold_phrases("""
    read; related; watch; listen; also; more; opinion; analysis; explainer; video; photos; gallery
    podcast; live; see; in pictures; lire; vidéo; voir; écouter; en images; diaporama; relire
    lea; lee; mire; vea; vídeo; escuche; galería; en imágenes; ver; relacionado; lesen; hören; sehen
    fotostrecke; bildergalerie; leggi; guarda; ascolta; le foto; il video; leia; veja; ouça; assista
    fotos; lees; bekijk; luister; kijk; beeld; in beeld; اقرأ; شاهد; استمع; فيديو; بالفيديو; بالصور
    latest; the latest; previous; previous story; previous article; next; next story; next article
    popular; recommended; elsewhere; et aussi; article précédent; article suivant
    en bref; lo último; también; artículo anterior; siguiente; artículo siguiente; además; und auch
    außerdem; vorheriger artikel; nächster artikel; voriger artikel; e anche; inoltre
    articolo precedente; articolo successivo; e ainda; também
    artigo anterior; próximo artigo; en ook; vorig artikel; volgend artikel; laatste nieuws; straks
    وأيضا; آخر الأخبار; الخبر السابق; الخبر التالي; المقال السابق; المقال التالي
    fotogalerie; fotogalería; fotogaleria; fotoserie; galleria fotografica; portfolio; chart
    graphic; map; explained; profile; fact check; quiz; poll; transcript; carte; infographie
    graphique; sondage; décryptage; portrait; archives; mapa; gráfico; encuesta; perfil
    galería de fotos
    grafik; karte; umfrage; zur person; hintergrund; porträt; dossier; infografica; mappa
    sondaggio; scheda; enquete; poll; kaart; grafiek; achtergrond; profiel; peiling
    خريطة; إنفوغراف; ملف; استطلاع; صور; بروفايل; notas relacionadas; artículo relacionado
    article lié; articles liés; sur ce sujet; sobre este tema; su questo tema; nella stessa sezione
    prossimi; próximos; prochains; weitere kommentare; weitere themen; also on; vidéos; videos
    relacionada; relacionadas; verwandt; correlati; gerelateerd; ذات صلة; شاهدوا; طالع
""")
"""Such a word before a colon or dash announces another page or a medium."""

TICKER_LABELS = fold_phrases("""
    latest; latest news; breaking; breaking news; just in; in brief; news in brief; live updates
    dernières nouvelles; dernière minute; dernière heure; en continu; en bref; flash; flash info
    últimas noticias; última hora; último momento; al minuto; lo último; en breve; de última hora
    eilmeldung; eilmeldungen; newsticker; ticker; aktuell; kurz gemeldet; das neueste
    ultime notizie; ultim'ora; ultimora; ultima ora; in breve; ultime
    últimas; últimas notícias; ao minuto; em resumo; agora
    laatste nieuws; net binnen; in het kort; nu
    عاجل; آخر الأخبار; آخر المستجدات; أهم الأنباء
""")
"""What a line of running headlines begins with: "Latest ▸ … ▸ …"."""
