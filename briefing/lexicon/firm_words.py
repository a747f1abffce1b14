"""What is said beside the name of a firm, a union or a club: that it is one, and what it has.

Invariant: folded single words by language. A noun that describes a person as well (producer,
publisher) is none of these, and no office is.
"""

from __future__ import annotations

from briefing.lexicon.folding import fold


def _words(listing: str) -> frozenset[str]:
    return frozenset(fold(word) for word in listing.split())


KINDS = {
    "en": _words(
        "conglomerate consortium giant maker automaker chipmaker drugmaker planemaker shipyard"
        " manufacturer operator supplier lender insurer chain carrier utility refiner recycler"
        " brewery subsidiary group firm company brewer ngo orchestra cooperative co-operative"
    ),
    "fr": _words(
        "fournisseur transporteur laboratoire géant banque chantier équipementier distributeur"
        " enseigne avionneur raffineur brasseur consortium syndicat coopérative milice collectif"
        " exploitant plateforme club association fondation magazine journal mutuelle énergéticien"
        " cimentier sidérurgiste opérateur banque recycleur"
    ),
    "es": _words(
        "grupo consorcio gigante proveedor cervecera minera hotelera astillero siderúrgica"
        " farmacéutica tecnológica cooperativa sindicato club asociación fundación colectivo"
        " consultora revista semanario laboratorio operador plataforma transportista operadora"
        " banco cementera"
    ),
    "de": _words(
        "konzern hersteller betreiber werft verlag autobauer versicherer zulieferer anbieter"
        " brauerei airline verein klub genossenschaft miliz gruppe recycler stiftung bauunternehmen"
    ),
    "it": _words(
        "gruppo colosso consorzio gestore banca cantiere acciaieria cooperativa sindacato"
        " associazione fondazione operatore fornitore catena rivista settimanale testata agenzia"
        " compagnia costruttore club"
    ),
    "pt": _words(
        "grupo consórcio gigante fabricante mineradora fornecedora banco estaleiro cervejeira"
        " siderúrgica farmacêutica cooperativa sindicato clube associação fundação operadora"
        " operador revista semanário consultora agência"
    ),
    "nl": _words(
        "concern groep keten rederij vakbond club vereniging stichting coöperatie bank werf"
        " luchtvaartmaatschappij recycler leverancier scheepswerf brouwer brouwerij fabrikant"
    ),
    "ar": frozenset(),
}
"""Right before a name, or in apposition behind it: "the port group …", "…, a yard in …"."""

APPOSED = {
    "en": KINDS["en"]
    | _words("bank brand airline retailer broadcaster builder union yard startup"),
    "fr": KINDS["fr"]
    | _words("entreprise société groupe compagnie constructeur fabricant armateur filiale"),
    "es": KINDS["es"] | _words("empresa compañía aerolínea naviera fabricante constructora filial"),
    "de": KINDS["de"] | _words("firma unternehmen reederei bank gewerkschaft"),
    "it": KINDS["it"] | _words("azienda società impresa controllata"),
    "pt": KINDS["pt"] | _words("empresa companhia seguradora petrolífera construtora"),
    "nl": KINDS["nl"] | _words("bedrijf maatschappij verzekeraar"),
    "ar": frozenset(),
}
"""In apposition behind a name: "…, the Omani logistics group,"."""

OF_ANYTHING = _words("group groupe grupo gruppe gruppo groep chain catena bank banco association")
"""Those of them that, without a word before them, may be said of animals, too, and of rivers."""

ARTICLES = {
    "en": _words("the a an another"),
    "fr": _words("le la l un une"),
    "es": _words("el la un una"),
    "de": _words("der die das ein eine"),
    "it": _words("il lo la l un una uno"),
    "pt": _words("o a um uma"),
    "nl": _words("de het een"),
    "ar": frozenset(),
}
"""What such an apposition opens with."""

GO_ON = _words(
    "in of that which based from with whose for at de du des d dont qui que del della di che da do"
    " dos das von aus mit im dessen deren das die der van uit met dat specialised specialized"
    " spécialisé spécialisée especializada especializado specializzata especializada behind on"
)
"""What may follow such a noun; an office behind it would make its bearer a person."""

OWNED = _words(
    "shares shareholders headquarters subsidiary subsidiaries revenue revenues profits profit"
    " factory factories plant takeover acquisition turnover fleet bankruptcy insolvency"
)
"""What firms have in English: "Orvanti's shares"."""
