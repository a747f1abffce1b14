"""Eight pages in four languages on one invented meeting: two are copies, one is attributed."""

from __future__ import annotations

_ENGLISH = (
    "Energy ministers agree on sea cable in Varna\n"
    "VARNA (Reuters) - Norway's Energy Minister Ingrid Halvorsen and Bulgaria's Energy Minister "
    "Petar Dimov signed an agreement on Monday in Varna to lay a cable of 340 kilometres under "
    "the Black Sea.\n"
    "The cable will cost 620 million euros and should carry 900 megawatts from 2034 on. Half of "
    "the money comes from the two states, the rest from a bank in Luxembourg.\n"
    "“A cable does not ask who is in government,” Halvorsen told reporters after the meeting. "
    "Dimov said that 140 workers would be hired in the port next spring.\n"
    "Fishermen fear for their grounds and want the route to be moved by 12 kilometres. The two "
    "ministers will meet again in Oslo in October.\n"
)
_COPY = _ENGLISH.replace(
    "Energy ministers agree on sea cable in Varna", "Cable deal under Black Sea"
)
PAGES = {
    "a-wire.txt": f"The Fjord Post\nMay 5, 2031\n\n{_ENGLISH}\n© Reuters",
    "b-copy.txt": f"Coast Herald\nMay 6, 2031\n\n{_COPY}\nSource: Reuters",
    "c-own.txt": (
        "The Harbour Times\nMay 6, 2031\n\n"
        "Varna signs up for a cable, and argues about fish\n"
        "Bulgaria and Norway signed a cable agreement on Monday in Varna, Energy Minister Petar "
        "Dimov and his guest Ingrid Halvorsen announced.\n"
        "According to Reuters, the price is 620 million euros. Local boats would lose grounds "
        "that feed 80 families, the union of fishermen said.\n"
        "Dimov promised 140 jobs in the port. The work begins in March 2032.\n"
    ),
    "d-fr.txt": (
        "La Dépêche du Littoral\n6 mai 2031\n\n"
        "Norvège et Bulgarie signent à Varna un accord sur un câble sous-marin\n"
        "La ministre norvégienne de l’Énergie, Ingrid Halvorsen, et le ministre bulgare de "
        "l’Énergie, Petar Dimov, ont signé lundi à Varna un accord pour poser un câble de 340 "
        "kilomètres sous la mer Noire.\n"
        "Le câble coûtera 680 millions d’euros et aura une puissance de 900 mégawatts. "
        "« Un câble ne demande pas qui gouverne », a déclaré Mme Halvorsen.\n"
        "M. Dimov a annoncé l’embauche de 140 ouvriers au port.\n"
        "Avec AFP\n"
    ),
    "e-fr.txt": (
        "Le Courrier des Balkans du Sud\n6 mai 2031\n\n"
        "Mer Noire : un câble et des filets\n"
        "Le ministre bulgare de l’Énergie, Petar Dimov, a reçu lundi à Varna son homologue "
        "norvégienne, Ingrid Halvorsen, pour la signature d’un accord sur un câble électrique.\n"
        "Selon l’AFP, la moitié de la somme vient des deux États. Les pêcheurs demandent que le "
        "tracé soit déplacé de 12 kilomètres.\n"
    ),
    "f-es.txt": (
        "El Faro del Este\n6 de mayo de 2031\n\n"
        "Noruega y Bulgaria firman en Varna un cable bajo el mar Negro\n"
        "La ministra noruega de Energía, Ingrid Halvorsen, y el ministro búlgaro de Energía, "
        "Petar Dimov, firmaron el lunes en Varna un acuerdo para tender un cable de 340 "
        "kilómetros.\n"
        "El cable costará 620 millones de euros y transportará 900 megavatios. “Un cable no "
        "pregunta quién gobierna”, dijo Halvorsen.\n"
        "Los pescadores temen por sus caladeros.\n"
    ),
    "g-es.txt": (
        "Diario de Levante Nuevo\n7 de mayo de 2031\n\n"
        "Un cable de 900 megavatios\n"
        "El acuerdo firmado el lunes en Varna por Petar Dimov e Ingrid Halvorsen prevé contratar "
        "a 170 trabajadores en el puerto, según el ministro búlgaro.\n"
        "La obra empezará en marzo de 2032.\n"
    ),
    "h-ar.txt": (
        "صحيفة الميناء\n6 مايو 2031\n\n"
        "النرويج وبلغاريا توقعان اتفاقا لمد كابل تحت البحر الأسود\n"
        "وقعت وزيرة الطاقة النرويجية إنغريد هالفورسن ووزير الطاقة البلغاري بيتار ديموف يوم "
        "الاثنين في فارنا اتفاقا لمد كابل طوله 340 كيلومترا تحت البحر الأسود.\n"
        "وتبلغ تكلفة الكابل 620 مليون يورو وقدرته 900 ميغاواط. وقال ديموف إن 140 عاملا سيوظفون "
        "في الميناء.\n"
    ),
}
