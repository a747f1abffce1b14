"""Nouns beside a name that tell a place or a firm.

Invariant: folded single words by language; an office or a title is never among them.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


OF_PLACES = {
    "en": _words(
        "river lake province district county village township hamlet town neighbourhood suburb"
        " neighborhood valley island peninsula municipality prefecture canton volcano reservoir"
        " hill mountain"
    ),
    "fr": _words(
        "rivière fleuve lac province département district village hameau quartier faubourg vallée"
        " île commune municipalité préfecture canton volcan région localité ville"
        " col mont colline massif"
    ),
    "es": _words(
        "río lago provincia departamento distrito aldea pueblo barrio colonia vereda valle isla"
        " península municipio localidad caserío corregimiento volcán región comuna ciudad"
        " cerro sierra laguna colina"
    ),
    "de": _words(
        "fluss provinz landkreis kreis bezirk dorf weiler ortsteil stadtteil vorort insel gemeinde"
        " halbinsel region ort stadt vulkan stausee pegel berg grenzort badeort"
    ),
    "it": _words(
        "fiume lago provincia distretto villaggio paese frazione contrada quartiere rione borgo"
        " valle isola penisola comune regione località città vulcano monte colle passo"
    ),
    "pt": _words(
        "rio lago província distrito aldeia vila povoado povoação bairro freguesia ilha península"
        " município concelho comarca região localidade cidade vulcão morro serra lagoa"
    ),
    "nl": _words(
        "rivier provincie district dorp gehucht wijk buurt buurtschap eiland schiereiland gemeente"
        " regio stad vulkaan heuvel"
    ),
    "ar": _words("نهر بحيرة محافظة قضاء ناحية قرية بلدة مدينة حي ولاية إقليم جزيرة وادي ضاحية"),
}
"""Before a name, with an article or "of" between: "the province of …", "contrada …"."""

NOT_PEOPLE = {
    "en": _words(
        "port harbour harbor mayor outskirts residents inhabitants streets refinery airport road"
        " near outside north south east west northwest northeast southwest southeast mines mine"
        " communities community villagers town"
    ),
    "fr": _words(
        "port maire mairie raffinerie aéroport gare hôpital habitants rues mine évêque préfet"
        " banlieue périphérie environs près nord sud ouest faubourgs mosquée urnes localités"
    ),
    "es": _words(
        "puerto alcalde alcaldesa refinería aeropuerto hospital vecinos habitantes calles mina"
        " obispo afueras cerca norte sur este oeste comunidad municipios desastre carretera"
    ),
    "de": _words(
        "hafen hafenstadt raffinerie flughafen einwohner bewohner bischof nahe nördlich südlich"
        " östlich westlich ortschaft kleinstadt großstadt hauptstadt siedlung"
    ),
    "it": _words(
        "porto sindaco sindaca raffineria aeroporto ospedale abitanti strade miniera vescovo"
        " periferia vicino nord sud est ovest dogana carcere tribunale procura questura"
    ),
    "pt": _words(
        "porto prefeito prefeita autarca refinaria aeroporto hospital moradores habitantes ruas"
        " mina bispo arredores perto norte sul leste oeste comunidade estrada"
    ),
    "nl": _words(
        "haven havenstad burgemeester raffinaderij vliegveld inwoners bewoners straten bisschop"
        " nabij noorden zuiden oosten westen plaats plaatsje"
    ),
    "ar": _words("مصفاة ميناء مطار قرب جنوب شمال شرق غرب سكان أهالي بلدية"),
}
"""Before a name, with "of" between, words that lead to places or bodies, and to no people."""

ISLANDERS = _words("islanders residents villagers families tourists schools beaches life people")
"""Before "on", what is on islands and on nobody."""

PAIRED = {
    "en": ("between", "and"),
    "fr": ("entre", "et"),
    "es": ("entre", "y"),
    "de": ("zwischen", "und"),
    "it": ("tra", "e"),
    "pt": ("entre", "e"),
    "nl": ("tussen", "en"),
}
"""What stands before and in the middle of two places with a way between them."""

AFTER_PLACES = _words(
    "river lake province district county village township valley island peninsula municipality"
    " prefecture state region basin"
)
"""English nouns that follow the name of a place."""

LANDFORMS = _words(
    "mountains mountain hills range desert plateau peninsula coast highlands wetlands delta falls"
)
"""English nouns that follow the name of a part of the land, however many words it has."""

OF_FIRMS = {
    "en": _words("company firm conglomerate subsidiary giant ceo shares shareholders"),
    "fr": _words("société entreprise groupe filiale géant pdg actionnaires"),
    "es": _words("empresa compañía grupo filial gigante acciones accionistas"),
    "de": _words("konzern firma unternehmen aktie aktien tochter vorstandschef"),
    "it": _words("azienda società gruppo controllata colosso patron azioni titolo impresa"),
    "pt": _words("empresa grupo subsidiária gigante ações acionistas"),
    "nl": _words("bedrijf concern dochter aandelen aandeel topman"),
    "ar": _words("شركة مجموعة أسهم"),
}
"""Before a name, with an article or "of" between: "shares of …", "the firm …"."""

BETWEEN = _words(
    "of the de du des d la le l les del el da do das dos di della dell dello dei degli von der des"
    " van het in"
)
"""What may stand between such a noun and the name."""

SPEAKS = _words("said says told sagte sagt dijo dice disse diz dit zei zegt")
"""Verbs for what people say; bodies rather ask, warn, announce."""
