"""Currencies and measures as pages write them, in the eight languages, and what figures count.

Invariant: keys are folded as `aligned.fold_words` folds them. A measure gives its symbol and the
factor that takes a page's number to it, so that "1.2 GW" and "1 200 MW" are one value.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon.aligned import fold_words, phrase_openers
from briefing.lexicon.counted import counted_class

__all__ = ["Measure", "counted_class", "is_measure_word", "measure_openers", "measures"]


class Measure(NamedTuple):
    """An ISO 4217 code or symbol, with the factor from the written unit to it."""

    symbol: str
    factor: float


# "dirhams", "pounds" and "dollars" alone mean the currency that news means by default.
_CURRENCIES = {
    "EUR": "€,euro,euros,eur,يورو",
    "USD": "$,us $,usd,u . s . dollars,u . s . dollar,dollar,dollars,us dollars,us dollar,dólar,"
    "dólares,dollaro,dollari,dollars américains,dólares estadounidenses,US-Dollar,دولار,دولارات,"
    "دولارا,دولار أمريكي,دولار أميركي",
    "GBP": "£,gbp,pounds,pound,pounds sterling,livres sterling,livre sterling,libras esterlinas,"
    "Pfund,sterline,libras,جنيه إسترليني",
    "MAD": "dirham,dirhams,dh,dhs,mad,dírhams,dirhem,درهم,درهما,دراهم,درهم مغربي",
    "AED": "aed,emirati dirhams,dirhams émiratis,درهم إماراتي",
    "XOF": "xof,fcfa,f cfa,cfa francs,francs cfa,franc cfa,francos cfa,cfa - francs,franchi cfa,"
    "cfa - franken,CFA-Franc,فرنك أفريقي,فرنك إفريقي",
    "CHF": "chf,swiss francs,francs suisses,francos suizos,Schweizer Franken,Franken,"
    "franchi svizzeri,francos suíços,Zwitserse frank",
    "EGP": "egp,egyptian pounds,livres égyptiennes,libras egipcias,جنيه,جنيه مصري,جنيها",
    "TND": "tnd,tunisian dinars,dinars tunisiens,دينار تونسي",
    "DZD": "dzd,algerian dinars,dinars algériens,دينار جزائري",
    "SAR": "sar,saudi riyals,riyals saoudiens,ريال سعودي",
    "QAR": "qar,qatari riyals,ريال قطري",
    "MRU": "mru,ouguiya,ouguiyas,أوقية",
    "NGN": "ngn,naira,nairas",
    "ZAR": "zar,rand,rands",
    "GHS": "ghs,cedi,cedis",
    "KES": "kes,kenyan shillings,shillings kényans",
    "INR": "inr,rupees,rupee,rs,roupies,rupias,Rupien,rupie,₹,روبية",
    "JPY": "jpy,yen,yens,¥",
    "CNY": "cny,yuan,yuans,renminbi,يوان",
    "RUB": "rub,rouble,roubles,ruble,rubles,rublos,Rubel,rubli,roebel,روبل",
    "UAH": "uah,hryvnia,hryvnias",
    "TRY": "try,turkish lira,liras turcas,livres turques,ليرة تركية",
    "ILS": "ils,shekel,shekels,شيكل",
    "PLN": "pln,zloty,zlotys",
    "BRL": "r $,brl,real,reais,reales",
    "MXN": "mxn,mexican pesos,pesos mexicanos",
    "ARS": "ars,pesos argentinos",
    "COP": "cop,pesos colombianos",
    "CLP": "clp,pesos chilenos",
    "NOK": "nok,norwegian kroner,norwegian crowns,couronnes norvégiennes,coronas noruegas,"
    "norwegische Kronen,norwegischer Kronen,norwegischen Kronen,corone norvegesi,"
    "coroas norueguesas,noorse kroon,noorse kronen,كرونة نرويجية",
    "SEK": "sek,swedish kronor,swedish crowns,couronnes suédoises,coronas suecas,"
    "schwedische Kronen,schwedischen Kronen,corone svedesi,coroas suecas,zweedse kronen,"
    "كرونة سويدية",
    "DKK": "dkk,danish kroner,danish crowns,couronnes danoises,coronas danesas,dänische Kronen,"
    "dänischen Kronen,corone danesi,coroas dinamarquesas,deense kronen,كرونة دنماركية",
    "OMR": "omr,omani rials,rials omanais,riales omaníes,ريال عماني",
    "CAD": "cad,canadian dollars,dollars canadiens",
    "AUD": "aud,australian dollars,dollars australiens,dólares australianos",
    "NZD": "nzd,new zealand dollars",
    "HKD": "hkd,hong kong dollars",
    "TWD": "twd,taiwan dollars",
    "SGD": "sgd,singapore dollars",
    "PKR": "pkr,pakistani rupees,roupies pakistanaises",
    "BDT": "bdt,taka",
    "KRW": "krw,won,wons",
    "PHP": "php,philippine pesos",
    "IDR": "idr,rupiah",
    "THB": "thb,baht",
    "HUF": "huf,forint,forints,forinti",
    "CZK": "czk,koruna,koruny,czech crowns,tschechische Kronen",
    "RON": "ron,lei,leus",
    "XAF": "xaf",
    "IQD": "iqd,iraqi dinars,دينار عراقي",
    "LBP": "lbp,lebanese pounds,livres libanaises,ليرة لبنانية",
    "JOD": "jod,jordanian dinars,دينار أردني",
    "KWD": "kwd,kuwaiti dinars,دينار كويتي",
    "LYD": "lyd,libyan dinars,دينار ليبي",
    "SDG": "sdg,sudanese pounds,جنيه سوداني",
    "PEN": "pen,soles,nuevos soles",
    "UYU": "uyu,pesos uruguayos",
    "BOB": "bob,bolivianos",
    "PYG": "pyg,guaraníes",
    "DOP": "dop,pesos dominicanos",
    "TZS": "tzs,tanzanian shillings",
    "UGX": "ugx,ugandan shillings",
    "ETB": "etb,birr",
    "ZMW": "zmw,kwacha",
    "AOA": "aoa,kwanzas,kwanza",
    "MZN": "mzn,meticais,metical",
}
# Currencies of several countries, named without one: the symbol is the bare name.
_SHARED_NAMES = {
    "francs": "franc,francs,franco,francos,franchi,frank,franken,فرنك,فرنكا",
    "kroner": "krone,kroner,kronor,krona,crowns,couronne,couronnes,coronas,Kronen,corona,corone,"
    "coroa,coroas,kronen,كرونة,كرونا",
    "rials": "rial,rials,riyal,riyals,riales,ريال,ريالا,ريالات",
    "dinars": "dinar,dinars,dinares,Dinare,dinari,dinara,دينار,دينارا,دنانير",
    "pesos": "peso,pesos",
    "shillings": "shilling,shillings,chelines",
    "lira": "lira,liras,lire,ليرة",
}
SHARED_CURRENCIES: Mapping[str, frozenset[str]] = {
    "francs": frozenset({"CHF", "XOF", "XAF"}),
    "kroner": frozenset({"NOK", "SEK", "DKK"}),
    "rials": frozenset({"SAR", "QAR", "OMR"}),
    "dinars": frozenset({"TND", "DZD", "IQD", "JOD", "KWD", "LYD"}),
    "pesos": frozenset({"MXN", "ARS", "COP", "CLP", "UYU", "DOP", "PHP"}),
    "shillings": frozenset({"KES", "TZS", "UGX"}),
    "lira": frozenset({"TRY", "LBP"}),
}
"""Names that several currencies share, with the codes that each may stand for."""

_MEASURES = {
    "%": "%,percent,per cent,pour cent,por ciento,por cento,Prozent,per cento,procent,pct,بالمئة,"
    "في المئة,بالمائة,في المائة,المئة",
    "km": "km,kms,kilometre,kilometres,kilometer,kilometers,kilomètre,kilomètres,kilómetro,"
    "kilómetros,Kilometern,chilometro,chilometri,quilómetro,quilómetros,quilômetro,quilômetros,"
    "كيلومتر,كيلومترا,كيلومترات,كلم,كم",
    "km/h": "km / h,km / u,kmh,kph,km / std,kilometres per hour,kilometers per hour,"
    "kilometres an hour,kilometers an hour,km per hour,km an hour,kilomètres à l ' heure,"
    "kilomètres - heure,kilomètres heure,kilomètres par heure,km à l ' heure,km par heure,"
    "kilómetros por hora,kilómetros a la hora,km por hora,km a la hora,kilómetros / hora,"
    "chilometri orari,chilometri all ' ora,chilometri l ' ora,km orari,km all ' ora,km l ' ora,"
    "quilómetros por hora,quilômetros por hora,quilómetros à hora,quilômetros à hora,"
    "Stundenkilometer,Stundenkilometern,Kilometer pro Stunde,Kilometern pro Stunde,"
    "Kilometer in der Stunde,Kilometern in der Stunde,Kilometer die Stunde,km pro Stunde,"
    "km in der Stunde,kilometer per uur,km per uur,kilometer in het uur,km / ساعة,كم / ساعة,"
    "كلم / ساعة,كم في الساعة,كلم في الساعة,كيلومتر في الساعة,كيلومترا في الساعة,"
    "كيلومترات في الساعة",
    "m": "metre,metres,meter,meters,mètre,mètres,metro,metros,Metern,metri,متر,مترا,أمتار",
    "mm": "mm,millimetre,millimetres,millimeter,millimeters,millimètre,millimètres,milímetro,"
    "milímetros,Millimetern,millimetro,millimetri,مليمتر,مليمترا,ملم,litres per square metre,"
    "litres par mètre carré,litros por metro cuadrado,litros por metro quadrado,"
    "Liter pro Quadratmeter,litri per metro quadrato,liter per vierkante meter",
    "mi": "mile,miles,mille marin,milles,millas,Meilen,miglia,milhas,mijl,ميل,ميلا",
    "km2": "km2,km²,sq km,square kilometres,square kilometers,square kilometre,kilomètres carrés,"
    "kilómetros cuadrados,Quadratkilometer,Quadratkilometern,chilometri quadrati,"
    "quilómetros quadrados,quilômetros quadrados,vierkante kilometer,كيلومتر مربع",
    "m2": "m2,m²,square metres,square meters,mètres carrés,metros cuadrados,Quadratmeter,"
    "metri quadrati,metros quadrados,vierkante meter,متر مربع",
    "m3": "m3,m³,cubic metres,cubic meters,mètres cubes,metros cúbicos,Kubikmeter,metri cubi,"
    "kubieke meter,متر مكعب",
    "ha": "ha,hectare,hectares,hectárea,hectáreas,Hektar,ettaro,ettari,هكتار,هكتارا,هكتارات",
    "t": "t,tonne,tonnes,ton,tons,metric ton,metric tons,metric tonnes,tonnes métriques,"
    "toneladas métricas,tonnellate metriche,metrische ton,طن متري,"
    "tonelada,toneladas,Tonne,Tonnen,tonnellata,tonnellate,ton,"
    "طن,طنا,أطنان",
    "kg": "kg,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes,kilogramo,kilogramos,Kilogramm,"
    "chilo,chili,chilogrammi,quilo,quilos,quilogramas,kilogrammen,كيلوغرام,كيلوغراما,كلغ",
    "l": "litre,litres,liter,liters,litros,Litern,litri,لتر",
    "bbl": "barrels,barrel,barils,baril,barriles,Barrel,barili,barris,vaten,برميل,برميلا",
    "MW": "mw,megawatt,megawatts,mégawatt,mégawatts,megavatio,megavatios,megavatios,Megawatt,"
    "ميغاوات,ميجاوات",
    "MWh": "mwh,mégawattheures,mégawattheure,megawatt hours,megawatt - hours,megawatt hour,"
    "megawatt - hour,megavatios hora,megavatios - hora,Megawattstunden,Megawattstunde,megawattora,"
    "megawatts - hora,megawattuur,ميغاوات ساعة",
    "hPa": "hpa,hectopascal,hectopascals,hectopascales,Hektopascal,ettopascal,hectopascais,"
    "millibar,millibars,milibares",
    "ppm": "ppm,parts per million,parties par million,partes por millón,partes por milhão",
    "oz": "ounce,ounces,onces,onzas,Unze,Unzen,onças,troy ounce,troy ounces",
    "dB": "db,decibel,decibels,décibels,decibelios,Dezibel,decibéis",
    "bu": "bushel,bushels,boisseaux",
    "°C": "°c,° c,degrees,degrees celsius,degrés,grados,Grad,gradi,graus,graden,درجة,درجات",
    "s": "second,seconds,seconde,secondes,segundo,segundos,Sekunde,Sekunden,secondo,secondi,"
    "seconden,tel,tellen,ثانية,ثوان,ثانيتين",
    "min": "min,minute,minutes,minuto,minutos,Minute,Minuten,minuti,minuut,minuten,دقيقة,دقائق",
    "h": "h,hour,hours,heure,heures,hora,horas,Stunde,Stunden,ora,ore,uur,uren,ساعة,ساعات",
    "d": "day,days,jour,jours,journée,día,días,Tag,Tage,Tagen,Tages,tägige,tägiger,tägigen,"
    "giorno,giorni,dia,dias,dag,dagen,daagse,يوم,يوما,أيام",
    "wk": "week,weeks,semaine,semaines,semana,semanas,Woche,Wochen,settimana,settimane,weken,"
    "أسبوع,أسبوعا,أسابيع",
    "mo": "month,months,mois,mes,meses,Monat,Monate,Monaten,mese,mesi,mês,maand,maanden,شهر,شهرا,"
    "أشهر",
    "y": "year,years,yr,yrs,an,ans,année,années,año,años,Jahr,Jahre,Jahren,jährige,jähriger,"
    "jährigen,jähriges,anno,anni,ano,anos,jaar,jarige,سنة,سنوات,عام,عاما,أعوام",
}
_FACTORS = {
    ("%", 0.01): "basis point,basis points,point de base,points de base,punto básico,"
    "puntos básicos,puntos base,Basispunkt,Basispunkte,Basispunkten,punto base,punti base,"
    "ponto base,pontos base,pontos-base,basispunt,basispunten,نقطة أساس",
    ("km/h", 1.609344): "mph,miles per hour,miles an hour,milles à l ' heure,miles à l ' heure,"
    "millas por hora,Meilen pro Stunde,Meilen in der Stunde,miglia orarie,miglia all ' ora,"
    "milhas por hora,mijl per uur,ميل في الساعة,ميلا في الساعة,أميال في الساعة",
    ("km/h", 3.6): "m / s,metres per second,meters per second,metres a second,mètres par seconde,"
    "metros por segundo,Meter pro Sekunde,Metern pro Sekunde,Meter in der Sekunde,"
    "metri al secondo,meter per seconde,متر في الثانية,مترا في الثانية",
    ("km/h", 1.852): "knots,nœuds,nudos,Knoten,knopen,عقدة,عقد بحرية",
    ("km2", 2.589988): "square mile,square miles,sq miles,millas cuadradas",
    ("km", 1.852): "nautical mile,nautical miles,milles nautiques,milles marins,mille nautique,"
    "millas náuticas,millas marinas,Seemeile,Seemeilen,miglia nautiche,miglia marine,"
    "milhas náuticas,milhas marítimas,zeemijl,zeemijlen,ميل بحري,ميلا بحريا,أميال بحرية",
    ("d", 1.4): "working days,business days,working day,jours ouvrables,jours ouvrés,días hábiles,"
    "días laborables,Arbeitstage,Arbeitstagen,Werktage,Werktagen,giorni lavorativi,dias úteis,"
    "werkdagen,أيام عمل,يوم عمل",
    ("m2", 0.092903): "square feet,square foot,sq ft,pieds carrés,pies cuadrados",
    ("m3", 1e6): "hm3,hm³,hectómetros cúbicos,million cubic metres,million cubic meters",
    ("l", 100.0): "hl,hectolitre,hectolitres,hectoliters,hectolitros,Hektoliter,ettolitri",
    ("t", 0.1): "quintal,quintales,quintaux,quintali,قنطار",
    ("m", 0.3048): "feet,foot,ft,pieds",
    ("m", 0.9144): "yards,yard",
    ("mm", 25.4): "inches,inch",
    ("ha", 0.404686): "acres,acre",
    ("MW", 1000.0): "gw,gigawatt,gigawatts,gigavatios,gigavatio,Gigawatt,غيغاوات",
    ("MW", 0.001): "kw,kilowatt,kilowatts,kilovatios,Kilowatt,كيلووات",
    ("MWh", 1e6): "twh,térawattheures,terawatt hours,terawatt - hours,teravatios hora,"
    "teravatios - hora,Terawattstunden,terawattora,terawatts - hora,terawattuur,تيراوات ساعة",
    ("MWh", 1000.0): "gwh,gigawattheures,gigawattheure,gigawatt hours,gigawatt - hours,"
    "gigawatt hour,gigawatt - hour,gigavatios hora,gigavatios - hora,Gigawattstunden,"
    "Gigawattstunde,gigawattora,gigawatts - hora,gigawattuur,غيغاوات ساعة",
    ("MWh", 0.001): "kwh,kilowattheures,kilowatt hours,kilowatt - hours,kilovatios hora,"
    "kilovatios - hora,Kilowattstunden,kilowattora,kilowatts - hora,kilowattuur,كيلووات ساعة",
    ("m", 0.01): "cm,centimetres,centimeters,centimètres,centímetros,Zentimeter,centimetri",
    (
        "t",
        1000.0,
    ): "kt,kilotonnes,kilotonne,kilotons,kiloton,kilotoneladas,Kilotonnen,kilotonnellate",
}


@lru_cache(maxsize=1)
def measures() -> dict[str, Measure]:
    """Folded unit or currency -> what it is."""
    found: dict[str, Measure] = {}
    for table in (_CURRENCIES, _MEASURES, _SHARED_NAMES):
        for symbol, words in table.items():
            for word in words.split(","):
                found.setdefault(fold_words(word), Measure(symbol, 1.0))
    for (symbol, factor), words in _FACTORS.items():
        for word in words.split(","):
            found.setdefault(fold_words(word), Measure(symbol, factor))
    return found


@lru_cache(maxsize=1)
def measure_openers() -> dict[str, int]:
    """For each first word of a measure, how many words its longest name has."""
    return phrase_openers(measures())


CURRENCIES = frozenset(_CURRENCIES)
"""The ISO 4217 codes that `measures` knows."""

CURRENCY_SIGNS: Mapping[str, str] = dict(
    pair.split(":")
    for pair in (
        "$:USD €:EUR £:GBP ¥:JPY ₹:INR ₦:NGN ₽:RUB ₺:TRY ₪:ILS ₴:UAH ₵:GHS ₩:KRW ₱:PHP ฿:THB"
    ).split()
)
"""What a sign beside a number means."""

DOLLARS: Mapping[str, str] = dict(
    pair.split(":")
    for pair in "us:USD r:BRL a:AUD au:AUD c:CAD ca:CAD nz:NZD hk:HKD nt:TWD s:SGD".split()
)
"""Whose dollars, by what is written right before the sign."""

MONEY = CURRENCIES | frozenset(_SHARED_NAMES)
"""The symbols that stand for money: ISO 4217 codes and names that several currencies share."""


def is_measure_word(word: str) -> bool:
    """Whether a folded word, standing after a number, makes the number a quantity."""
    return word in measures() or counted_class(word) is not None
