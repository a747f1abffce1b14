"""Function words of the eight languages: what a language is made of, whatever a page is about.

Invariant: keys are ISO 639-1 codes, words are folded (`folding.fold`), and a word may belong to
several languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.lexicon.folding import fold

_WORDS = {
    "en": """
        a about above after again against all also although am among an and another any are
        around as at away back be became because become been before behind being below
        between both but by came can cannot could did do does doing done down during each
        either else ever every few first for from further gave get give given go goes gone
        got had has have having he her here hers herself him himself his how however i if in
        including into is it its itself just last later least less made make many may me
        might more most much must my near never next no nor not nothing now of off often on
        once one only onto or other others our out over own rather same she should since so
        some still such than that the their them themselves then there these they this those
        though three through thus to together too toward towards two under until up upon us
        very was we well were what when where whether which while who whom whose why will
        with within without would yet you your""",
    "fr": """
        a afin ai ainsi alors apres au aucun aucune aujourd auquel aussi autre autres aux
        avait avaient avant avec avoir beaucoup c car ce ceci cela celle celles celui
        cependant ces cet cette ceux chaque chez ci comme comment contre d dans de deja
        depuis des deux donc dont du elle elles en encore entre est et etaient etait ete
        etre eu eux faire fait faut fois fut grace hors ici il ils j jusque jusqu l la
        laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais
        malgre meme memes mes moins mon n ne ni non nos notamment notre nous on ont ou par
        parce parmi pas pendant peu peut plus plusieurs pour pourquoi pres puis qu quand que
        quel quelle quelles quels qui quoi s sa sans sauf se selon sera serait seront ses si
        sinon soit son sont sous sur ta tandis tant te tel telle tes ton toujours tous tout
        toute toutes tres trop tu un une vers voici voila vos votre vous y""",
    "es": """
        a ademas ahora al algo algun alguna algunas algunos alli ante antes aquel aquella
        asi aun aunque bajo bien cada casi como con contra cual cuales cualquier cuando
        cuanto cuyo cuya de debe deben del desde despues donde dos durante e el ella ellas
        ellos en encima entonces entre era eran es esa esas ese eso esos esta estaba estan
        estas este esto estos fue fueron gran ha habia habian hacia han hasta hay la las le
        les lo los mas me mediante mejor menos mi mientras misma mismo muy nada ni ningun
        ninguna no nos nosotros nuestra nuestro o otra otras otro otros para pero poco por
        porque pues que quien quienes se sea segun ser sera seran si sido siempre sin sino
        sobre solo son su sus tal tambien tampoco tan tanto te tiene tienen toda todas
        todavia todo todos tras tu tus u un una unas uno unos usted y ya yo""",
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei
        beide beim bereits bis bisher da dabei dadurch dafur dagegen damit danach dann daran
        darauf daruber das dass dem den denn der deren des deshalb dessen die dies diese
        diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er
        es etwa etwas fur gegen gegenuber ganz hat hatte hatten haben hier hinter ihm ihn
        ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes
        jedoch jetzt kann kein keine keinen konnen konnte man mehr mehrere mein mit muss
        mussen nach nachdem neben nicht nichts noch nun nur ob oder ohne schon sehr sei
        seien sein seine seinem seinen seiner seit sich sie sind so sobald sogar soll sollen
        sollte sondern sowie uber um und uns unser unsere unter viel viele vom von vor
        wahrend war waren warum was weder wegen weil weiter weitere welche welcher wenn wer
        werden werde wie wieder will wir wird wo wollen wurde wurden zu zum zur zwar zwei
        zwischen""",
    "it": """
        a abbiamo ad agli ai al alcune alcuni all alla alle allo allora altre altri altro
        anche ancora anni avere aveva avevano avra c che chi ci cio come con contro cosa
        cosi cui da dagli dai dal dall dalla dalle dallo degli dei del dell della delle
        dello dentro di dopo dove dovra due durante e ed entro era erano essere fa fatto
        fino fra fu gia gli ha hanno ho i il in infatti inoltre invece io l la le lei li lo
        loro lui ma mentre mi mia mio molti molto ne negli nei nel nell nella nelle nello
        nessun nessuna noi non nostra nostro o oggi ogni oltre oppure ora per perche pero
        piu poi presso prima proprio pur quale quali quando quanto quasi quella quelle
        quelli quello questa queste questi questo qui quindi sara saranno se secondo sempre
        senza si sia siamo sono sopra sotto sta stata state stati stato su sua subito sue
        sugli sui sul sull sulla sulle sullo suo suoi tale tanto tra tre troppo tutta tutte
        tutti tutto un una uno verso vi voi""",
    "pt": """
        a agora ainda alem algo alguma algumas algum alguns ante antes ao aos apenas apos
        aquela aquele aqui as ate atraves cada com como contra cuja cujo d da das de dela
        dele deles depois desde dessa desse desta deste devem deve dia disse do dois dos
        duas durante e ela elas ele eles em embora enquanto entre era eram essa essas esse
        esses esta estao estas estava este estes eu foi foram ha isso isto ja la lhe lhes
        mais mas me mediante meio menos mesma mesmo meu minha muita muito muitos na nao nas
        nem nenhum nenhuma nessa nesse nesta neste no nos nossa nosso num numa o onde os ou
        outra outras outro outros para pela pelas pelo pelos perante pode podem poder por
        porem porque pouco qual quais qualquer quando quanto quase que quem se seja sem
        sempre sendo ser sera serao seu seus sido so sob sobre sua suas tal tambem tanto tao
        tem tendo ter teve tinha toda todas todo todos tres tudo um uma umas uns voce""",
    "nl": """
        aan al alle alleen alles als altijd ander andere anderen anders bij binnen boven
        buiten daar daarbij daarna daarom dan dat de deze die dit doen door dus een eens
        eerst elk elke en er erg eruit even gaan ge geen geweest haar had hadden heb hebben
        heeft hem hen het hier hij hoe hun ik in is ja je jij jullie kan kon konden kunnen
        langs later maar me meer meest men met mijn moet moeten mogen na naar naast niet
        niets nog nu of om omdat onder ons onze ook op over overige per reeds sinds sommige
        steeds te tegen ten ter terwijl tijdens toch toen tot tussen u uit uw van vanaf
        vanuit vanwege veel verder via volgens voor vooral voordat waar waarbij waarin
        waarom want waren was wat we wel werd werden wie wij wil willen worden wordt zal ze
        zei zeer zich zij zijn zo zoals zou zouden zonder zullen""",
    "ar": """
        في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللتين هو هي هم هن أن
        إن ان كان كانت كما ما لا لم لن قد لقد أو او ثم بل بين بعد قبل عند منذ خلال حول ضد
        نحو غير كل بعض أي حيث حتى إذا اذا لكن ولكن أيضا ايضا وقد وفي ومن وعلى والى وإلى وأن
        وان وهو وهي وكان وكانت ولم ولا به بها له لها منه منها فيه فيها عليه عليها إليه إليها
        أنه أنها الا إلا سوى لدى فوق تحت أمام وراء دون ضمن عبر لأن بأن بسبب وذلك وهذا وهذه
        هناك هنا أما إما ليس ليست سوف يكون تكون أكثر""",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in words.split()) for language, words in _WORDS.items()
}

ALL_FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS.values())
"""Function words of any of the languages, for places where the language is not known yet."""

_WORD = re.compile(r"[^\W\d_]+")


_LANGUAGES_OF = {
    word: tuple(language for language, known in FUNCTION_WORDS.items() if word in known)
    for word in sorted(ALL_FUNCTION_WORDS)
}


def function_word_hits(text: str) -> dict[str, int]:
    """How many words of the text are function words of each language."""
    hits = dict.fromkeys(FUNCTION_WORDS, 0)
    for word in _WORD.findall(text):
        for language in _LANGUAGES_OF.get(fold(word), ()):
            hits[language] += 1
    return hits


def likeliest_language(hits: Mapping[str, int]) -> str | None:
    """The language with the most hits; None where there are none."""
    language = max(hits, key=lambda name: (hits[name], name))
    return language if hits[language] else None
