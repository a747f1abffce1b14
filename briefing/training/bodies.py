"""Patterns of the names of bodies in eight languages, to be filled with invented words.

Invariant: a pattern is a whole name; `{T}` stands for a town, `{S}` for a surname, `{C}` for a
coined word, `{D}` for a domain of work in the language of the pattern.
"""

from __future__ import annotations


def _lines(listing: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in listing.strip().split("\n"))


DOMAINS = {
    "en": tuple("Health Transport Energy Trade Labour Migration Culture Fisheries Science".split()),
    "fr": _lines(
        """
        la Santé
        les Transports
        l'Énergie
        le Commerce
        le Travail
        la Pêche
        la Culture
        la Recherche
        l'Eau
        """
    ),
    "es": tuple("Salud Transporte Energía Comercio Trabajo Migración Cultura Pesca Agua".split()),
    "de": tuple("Gesundheit Verkehr Energie Handel Arbeit Kultur Forschung Umwelt".split()),
    "it": tuple("Salute Trasporti Energia Commercio Lavoro Pesca Cultura Ricerca".split()),
    "pt": tuple("Saúde Transportes Energia Comércio Trabalho Pesca Cultura Águas".split()),
    "nl": tuple("Gezondheid Verkeer Energie Handel Arbeid Visserij Cultuur Milieu".split()),
    "ar": _lines(
        """
        الصحة
        النقل
        الطاقة
        التجارة
        العمل
        الصيد البحري
        الثقافة
        السياحة
        المياه
        التعليم
        الاستثمار
        الموانئ
        """
    ),
}
"""What bodies are for."""

FIRMS = _lines(
    """
    {C} Group
    {C} Energy
    {C} Airlines
    {C} Holding
    {S} & {S}
    {S} Motors
    {T} Ferries
    {S} Securities
    {C} Bank
    {C}
    {C}
    {C} AG
    {C} SpA
    {C} S.A.
    {C} Systems
    {S} Foods
    {S} Industries
    {T} Shipping
    {C} TV
    Radio {T}
    {C} Media
    {C} Watch
    FC {T}
    {T} United
    Sporting {T}
    Real {T}
    AC {T}
    {T} FC
    """
)
"""Names of firms, stations and clubs as they stand in every language of Latin script."""

PATTERNS = {
    "en": _lines(
        """
        University of {T}
        {T} University
        {T} City Council
        {T} Police Department
        Ministry of {D}
        National {D} Agency
        Federal {D} Office
        {D} Workers Union
        {T} Port Authority
        Committee for {D}
        International {D} Organization
        Institute for {D} Studies
        {S} Foundation
        {S} Institute
        {T} Times
        {T} Herald
        {T} Court of Appeal
        {D} Party
        Democratic Front of {T}
        Bank of {T}
        {T} Chamber of Commerce
        Friends of {T}
        {T} Fire Brigade
        Supreme Court of {T}
        {T} Regional Assembly
        {D} Safety Board
        {T} Development Bank
        """
    ),
    "fr": _lines(
        """
        université de {T}
        Université de {T}
        Agence nationale pour {D}
        Office fédéral de {T}
        ministère de la Mer
        ministère de la Recherche
        Fondation {S}
        Institut {S}
        Syndicat des pilotes de {T}
        Union des marins de {T}
        Comité pour {D}
        Banque de {T}
        Le Courrier de {T}
        La Gazette de {T}
        cour d'appel de {T}
        Parti pour {D}
        Mouvement {T}
        Port autonome de {T}
        Fédération de {T}
        Ligue de {T}
        Assemblée de {T}
        Chambre de commerce de {T}
        Secours de {T}
        Centre {S}
        Conseil régional de {T}
        Compagnie des eaux de {T}
        """
    ),
    "es": _lines(
        """
        Universidad de {T}
        Ayuntamiento de {T}
        Agencia Nacional de {D}
        Ministerio de {D}
        Instituto {S}
        Fundación {S}
        Sindicato de Estibadores de {T}
        Consejo de {D}
        Banco de {T}
        Diario de {T}
        Audiencia Provincial de {T}
        Partido por {T}
        Frente de {T}
        Autoridad Portuaria de {T}
        Federación de {T}
        Comité de {D}
        Cámara de Comercio de {T}
        Organización de {D}
        Puertos de {T}
        Club {T}
        Deportivo {T}
        Radio {T}
        Secretaría de {D}
        Asociación {S}
        """
    ),
    "de": _lines(
        """
        Universität {T}
        Stadtwerke {T}
        Bundesamt für {D}
        Ministerium für {D}
        Institut für {D}
        {S}-Stiftung
        Gewerkschaft {D}
        Verband {D} {T}
        Bank {T}
        {T}er Zeitung
        {T}er Tageblatt
        Landgericht {T}
        Amtsgericht {T}
        Staatsanwaltschaft {T}
        Polizeipräsidium {T}
        {S} GmbH
        {S} AG
        Verkehrsbetriebe {T}
        Initiative {T}
        Rat für {D}
        SV {T}
        VfL {T}
        FC {T}
        Hafenamt {T}
        Partei für {D}
        Feuerwehr {T}
        """
    ),
    "it": _lines(
        """
        Università di {T}
        università di {T}
        Comune di {T}
        Procura di {T}
        Questura di {T}
        Tribunale di {T}
        Ministero della {D}
        ministero della {D}
        Agenzia nazionale per la {D}
        Fondazione {S}
        Istituto {S}
        Banca di {T}
        Autorità portuale di {T}
        Sindacato {D}
        Lega {T}
        Movimento per {T}
        Partito di {T}
        Corriere di {T}
        Gazzetta di {T}
        Radio {T}
        Consiglio regionale di {T}
        Camera di commercio di {T}
        Azienda trasporti di {T}
        Comitato {S}
        Vigili del fuoco di {T}
        """
    ),
    "pt": _lines(
        """
        Universidade de {T}
        Prefeitura de {T}
        Câmara Municipal de {T}
        Agência Nacional de {D}
        Ministério da {D}
        Instituto {S}
        Fundação {S}
        Sindicato dos Portuários de {T}
        Banco de {T}
        Tribunal de {T}
        Jornal de {T}
        Diário de {T}
        Folha de {T}
        Partido {D}
        Frente {T}
        Autoridade Portuária de {T}
        Federação {T}
        Comitê de {D}
        Associação {S}
        Secretaria de {D}
        Rádio {T}
        Conselho de {D}
        Polícia Militar de {T}
        Corpo de Bombeiros de {T}
        """
    ),
    "nl": _lines(
        """
        Universiteit van {T}
        gemeente {T}
        Ministerie van {D}
        Instituut {S}
        Stichting {S}
        Vakbond {D}
        Bank van {T}
        Rechtbank {T}
        Havenbedrijf {T}
        Raad voor {D}
        Partij voor {D}
        Dagblad van {T}
        Omroep {T}
        Vereniging {T}
        Comité {D}
        Vervoerbedrijf {T}
        FC {T}
        Rijksdienst voor {D}
        Centrum {S}
        """
    ),
    "ar": _lines(
        """
        وزارة {D}
        وزارة {D} والسياحة
        الهيئة العامة لـ{D}
        هيئة {D}
        جامعة {T}
        بلدية {T}
        محكمة {T}
        غرفة تجارة {T}
        شركة {C}
        شركة {C} القابضة
        مجموعة {C}
        بنك {T}
        مصرف {C}
        جهاز {D}
        حزب {D}
        حركة {T}
        جبهة {T}
        اتحاد عمال {T}
        نقابة عمال {T}
        نادي {T}
        فريق {T}
        صحيفة {C}
        قناة {C}
        وكالة {C}
        جمعية {C}
        منظمة {C}
        مؤسسة {S}
        معهد {S}
        المنظمة الدولية لل{D}
        اللجنة الوطنية لل{D}
        المجلس الأعلى لل{D}
        الشركة الوطنية لل{D}
        {C}
        """
    ),
}
"""Names of bodies in the language of the page; {D} follows the pattern's own preposition."""
