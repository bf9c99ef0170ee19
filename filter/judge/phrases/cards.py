"""How somebody asks for gift cards, and what they are called. Phrases only."""

from __future__ import annotations

_EN_CARD = (
    "(gift ?card*|gift voucher*|gift certificate*|itunes card*|steam card*|play card*|gaming card*|voucher*|razer gold"
    "|supermarket card*|amazon card*|apple card*|prepaid card*|pre paid card*|visa card*|e gift*|egift*|vanilla card*|store card*)"
)
_DE_CARD = (
    "(geschenkkarte*|gutscheinkarte*|geschenkgutschein*|guthabenkarte*|prepaid karte*|prepaidkarte*|wertgutschein*|einkaufsgutschein*"
    "|gutschein*|gutscheincode*|itunes karte*|steam karte*|google play karte*|paysafecard*|paysafe karte*|neosurf*)"
)
_FR_CARD = (
    "(cartes? cadeaux?|cartes? prépayées?|chèques? cadeaux?|bons? cadeaux?|bons? d'achat|cartes? (itunes|steam|google play|amazon"
    "|neosurf|pcs|transcash)|coupons? (pcs|transcash|neosurf|toneo|recharge)|recharges? (pcs|transcash|neosurf))"
)
_ES_CARD = (
    "(tarjetas? (de )?(regalo|prepago|obsequio)|tarjetas? (itunes|steam|google play|amazon|apple)|vales? (de )?regalo|cheques? regalo"
    "|bonos? (de )?regalo|gift ?cards?|monederos? electrónic*)"
)
_PT_CARD = (
    "((cartão|cartões|vale|vales|cheque|cheques) (de )?(presente*|oferta|pré pagos?|prenda)|gift ?cards?|cartões (itunes|steam"
    "|google play|amazon|apple)|vales? (compra|compras|oferta))"
)
_IT_CARD = (
    "((carte|carta|buoni|buono|card) (regalo|prepagat*|acquisto)|gift ?cards?|buoni (amazon|spesa)|carte (itunes|steam|google play"
    "|amazon|apple|paysafecard)|schede (prepagate|regalo))"
)
_NL_CARD = (
    "(cadeaukaart*|cadeaubon*|kadokaart*|kadobon*|waardebon*|giftcard*|gift card*|tegoedbon*|prepaidkaart*|prepaid kaart*|vvv bon*"
    "|steam kaart*|itunes kaart*|bol kaart*|beltegoed*)"
)
_PL_CARD = (
    "(kart* (podarunkow*|upominkow*|prezentow*|przedpłacon*|steam|google play|itunes|apple|paysafe*)|bon* (podarunkow*|upominkow*"
    "|zakupow*)|kod* (paysafecard|blik|steam)|voucher* (prezentow*|podarunkow*)|doładowa*|giftcard*)"
)
_BRANDS = (
    "(apple|itunes|steam|google play|amazon|razer gold|razer|neosurf|paysafecard|paysafe|vanilla|visa|mastercard|target|walmart"
    "|sephora|ebay|best buy|nike|playstation|xbox|netflix|zalando|ikea|carrefour|decathlon|fnac|mediamarkt|media markt|saturn|bol|rewe"
    "|edeka|tesco|john lewis|marks and spencer|argos|lidl|aldi|hema|allegro|empik|biedronka|el corte inglés|mercado livre|liverpool"
    "|oxxo|esselunga|coop|conad)"
)
_BACK = "(codes?|pins?|numbers?|backs?|photos?|pictures?|scratch*)"

GIFT_CARDS = (
    rf"""
    (buy|buying|purchase*|purchasing|get|getting|pick up|picking up|order|need*|want|grab|source|secure|looking for|arrange|fetch
    |procure|send|handing out|hand out|give|find) ~ {_EN_CARD}
    (send*|scratch*|email*|mail*|text*|photo*|picture*|forward*|share*|reply*|snap|scan*|type|read) ~ {_BACK} ~ (card*|voucher*|back*
    |code*)
    (card|cards|voucher|vouchers|ones|gift) ~~ (card numbers|pins|scratch*|photo of each|pictures of|backs|the codes|redemption code*
    |claim code*|e code*|serial number*)
    \$?\d+ _ (card|voucher|giftcard|gift card)s?
    (card|cards|voucher|vouchers) ~ (scratch*|peel*|reveal*|photo*|picture*|snap) ~ (back*|code*|pin*|silver|strip|panel|foil|number*
    |send*|email*|mail*)
    (scratch*|peel*) _ (back*|code*|pin*|silver|strip|panel|foil|coating|off)
    {_BRANDS} (gift |e |value |prepaid |store )?(card|cards|voucher|vouchers|gift)
    {_EN_CARD} ~ (\d|each|worth|denomination*|face value|client*|staff|employee*|surprise|team|crew|customer*|store|scratch*|code*)
    (\d+|one|two|three|four|five|six|eight|ten|twelve|dozen|several|few|some) _ {_EN_CARD}
    """,
    rf"""
    (kauf*|besorg*|hol*|bestell*|brauch*|benötig*|organisier*|erwerb*|beschaff*|nimm|mitbring*|bekommen|schenken) ~ {_DE_CARD}
    {_DE_CARD} ~ (kauf*|gekauft|besorg*|hol*|bestell*|brauch*|benötig*|organisier*|beschaff*|schick*|send*|code*|foto*|rubbel*
    |freirubbel*|frei|je|à|euro|€|mitarbeiter*|kunden|team)
    (rubbel*|freirubbel*|freigerubbelt|aufrubbel*|abfotografier*|fotografier*) ~ (code*|rückseite*|karte*|feld*|nummer*|gutschein*
    |schick*)
    (code*|rückseite*) ~ (rubbel*|freirubbel*|freigerubbelt|fotografier*|foto*|schick*|send*) ~ (karte*|gutschein*|code*|rückseite*
    |mail)
    (streaming|spiele|prepaid|shopping|google|steam|tank|einkaufs|amazon|apple|netflix|spotify)( oder \w+)?karte*
    (karte*|gutschein*|karten) ~~ (mail mir die codes|codes|rückseite*|freirubbel*|freigerubbelt|foto*)
    (foto*|bild*) ~ (rückseite*|gutscheincode*|kartencode*)
    {_BRANDS} (geschenk|gutschein|guthaben)?(karte|karten|gutschein|gutscheine)
    """,
    rf"""
    (achet*|procur*|prend*|pris|trouv*|command*|besoin|chercher|offrir|récupér*|commander|passer|fournir) ~ {_FR_CARD}
    {_FR_CARD} ~ (\d|achet*|prendre|code*|photo*|gratt*|envoy*|€|euros|équipe*|client*|collaborat*|surprise|buraliste|tabac)
    (gratt*|photographi*) ~ (code*|verso|dos|carte*|pellicule|bande|case*|film)
    (prendre|acheter|achète*|prends|prenez|trouver|trouve) ~ (cartes?|carte) _ (€|euros|de \d+)
    cartes? ~~ (codes? en photo|codes?|gratt*|buraliste|tabac)
    (photo*|code*) ~ (verso|dos|gratt*|carte*) ~ (code*|carte*|envoy*|mail*|ici)
    """,
    rf"""
    (compr*|conseg*|consig*|necesit*|adquir*|busc*|pill*|encarg*|pid*|quier*|reg*) ~ {_ES_CARD}
    {_ES_CARD} ~ (\d|compr*|código*|codigo*|foto*|rasc*|rasp*|envi*|cada una|cliente*|emplead*|equipo|euros|€|sorpresa|colabor*)
    (rasc*|rasp*|raspa) ~ (código*|dorso|reverso|tarjeta*|banda|parte|plateada|foto*)
    tarjeta* ~~ (códigos|rasp*|rasc*|foto* de|dorso|reverso)
    (foto*|código*) ~ (dorso|reverso|de atrás|por detrás|tarjeta*)
    """,
    rf"""
    (compr*|adquir*|arranj*|consegu*|precis*|busc*|peg*|quer*|encomend*) ~ {_PT_CARD}
    {_PT_CARD} ~ (\d|compr*|código*|foto*|rasp*|envi*|mand*|cada|cliente*|equipe|equipa|colaborador*|reais|euros|surpresa)
    (rasp*) ~ (código*|verso|cartão|cartões|tarja|parte|faixa|foto*)
    (vale|vales|cartão|cartões) ~~ (código*|rasp*|foto*|presente*)
    (oferecer|dar|comprar|compre|compra) ~ (vale|vales|cartões)
    (foto*|código*) ~ (verso|de trás|atrás|cartões|cartão)
    """,
    rf"""
    (compr*|acquist*|prend*|procur*|serve|servono|servirebbe*|recuper*|ordin*|vorrei|voglio|regal*|trov*) ~ {_IT_CARD}
    {_IT_CARD} ~ (\d|compr*|acquist*|codic*|foto*|gratt*|invi*|mand*|ciascun*|cliente*|clienti|dipendent*|squadra|euro|€|sorpresa)
    (gratt*|grattare) ~ (codic*|retro|banda|patina|card*|carte|striscia|foto*)
    (buoni|buono|card|carte|tessere) ~~ (codic*|gratt*|foto*|retro|pin)
    (foto*|codic*) ~ (retro|dietro|card*|carte regalo)
    """,
    rf"""
    (koop*|kopen|haal*|halen|bestel*|nodig|regel*|aanschaf*|kun je|wil je|meenemen|ophalen|zoek*) ~ {_NL_CARD}
    {_NL_CARD} ~ (\d|koop*|kopen|haal*|halen|code*|foto*|kras*|stuur*|per stuk|elk|klanten|team|medewerkers|euro|€|verrassing|nodig
    |regelen|bestellen)
    (kras*|openkras*|open krassen|weggekrast) ~ (code*|achterkant*|kaart*|vakje*|strook|laag*|foto*)
    (bonnen|kaarten|cadeau*|tegoed*) ~~ (codes|kras*|foto*|achterkant*|achterzijde)
    (foto*|code*) ~ (achterkant*|achterzijde|kaarten|bonnen)
    """,
    rf"""
    (kup*|zakup*|potrzeb*|załatw*|zamów*|zdob*|nab*|weź|wziąć|szukam|zorganizuj*) ~ {_PL_CARD}
    {_PL_CARD} ~ (\d|kup*|zakup*|kod*|zdję*|zdrap*|wyśl*|prześl*|po \d|klient*|pracowni*|zespo*|zł|niespodziank*)
    (zdrap*|odrap*) ~ (kod*|pasek|pask*|kart*|tył|zdję*|pole|pola)
    (zdję*|kod*) ~ (z tyłu|odwroc*|rewers*|kart*)
    """,
)
"""Buy gift cards and send me what is on their backs."""
