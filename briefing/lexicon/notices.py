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
