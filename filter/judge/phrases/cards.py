"""How somebody asks for gift cards, and what they are called. Phrases only."""

from __future__ import annotations

_EN_CARD = (
    "(gift ?card*|gift voucher*|gift certificate*|itunes card*|steam card*|play card*|gaming card*|voucher*|razer gold"
    "|supermarket card*|amazon card*|apple card*|prepaid card*|pre paid card*|e gift*|egift*|vanilla card*|store card*|e voucher*|evoucher*"
    "|(game|fuel|petrol|gas|grocery|retail|shopping|shop|streaming|reloadable|top up|topup|scratch|digital|online|one4all|love2shop|giftee"
    "|debit gift|visa gift|mastercard gift|amex gift|spa|restaurant|cinema|coffee) (card*|voucher*|code*)|gift code*|redeem code*"
    "|app store card*"
    "|cards? for (the )?(app store|play store|amazon|apple|steam|google|itunes|xbox|playstation|netflix))"
)
_DE_CARD = (
    "(geschenkkarte*|gutscheinkarte*|geschenkgutschein*|guthabenkarte*|prepaid karte*|prepaidkarte*|wertgutschein*|einkaufsgutschein*"
    "|gutschein*|amazongutschein*|weihnachtsgutschein*|tankgutschein*|geburtstagsgutschein*|wunschgutschein*|onlinegutschein*"
    "|tankkarte*|wertkarte*|bonkarte*|spielekarte*|guthabencode*|guthabenbon*|aufladekarte*|warengutschein*|präsentkarte*|itunes karte*"
    "|steam karte*|google play karte*|paysafecard*|paysafe karte*|neosurf*)"
)
_FR_CARD = (
    "(cartes? cadeaux?|cartes? prépayées?|chèques? cadeaux?|bons? cadeaux?|bons? d'achat|cartes? (itunes|steam|google play|amazon"
    "|neosurf|pcs|transcash)|coupons? (pcs|transcash|neosurf|toneo|recharge)|recharges? (pcs|transcash|neosurf)"
    "|(cartes?|chèques?|bons?|tickets?|coupons?) (google|apple|fnac|kadéos|cadhoc|culture|essence|carburant|numériques?|dématérialisé*"
    "|virtuel*|de recharge|à gratter|playstation|xbox|netflix|zalando|multi enseignes)|e cartes? cadeaux?|gift ?cards?)"
)
_ES_CARD = (
    "(tarjetas? (de )?(regalo|prepago|obsequio)|tarjetas? (itunes|steam|google play|amazon|apple)|vales? (de )?regalo|cheques? regalo"
    "|bonos? (de )?regalo|gift ?cards?|monederos? electrónic*"
    "|(tarjetas?|vales?|bonos?|cupones|cupón|certificados?) (de )?(despensa|gasolina|combustible|compra|compras|recarga|prepagad*"
    "|electrónic*"
    "|digital*|virtual*|google|netflix|playstation|xbox|de tienda|cadeau|para (regalar|el equipo|los clientes)))"
)
_PT_CARD = (
    "((cartão|cartões|vale|vales|cheque|cheques) (de )?(presente*|oferta|pré pagos?|prenda)|gift ?cards?|cartões (itunes|steam"
    "|google play|amazon|apple)|vales? (compra|compras|oferta|combustível|alimentação|cultura|digita*)|(cartão|cartões) (de )?(recarga"
    "|combustível"
    "|loja|digita*|virtua*|google|netflix|playstation|xbox|presentear)|vouchers?|créditos? (apple|google|steam|playstation))"
)
_IT_CARD = (
    "((carte|carta|buoni|buono|card) (regalo|prepagat*|acquisto)|gift ?cards?|buoni (amazon|spesa)|carte (itunes|steam|google play"
    "|amazon|apple|paysafecard)|schede (prepagate|regalo)|(buoni|buono|carte|carta|card|voucher|tessere) (digital*|elettronic*|virtual*"
    "|benzina|carburante"
    "|shopping|google|netflix|playstation|xbox|zalando|ikea|itunes|steam|apple|amazon)|voucher regalo|ricariche)"
)
_NL_CARD = (
    "(cadeaukaart*|cadeaubon*|kadokaart*|kadobon*|waardebon*|giftcard*|gift card*|tegoedbon*|prepaidkaart*|prepaid kaart*|vvv bon*"
    "|steam kaart*|itunes kaart*|bol kaart*|beltegoed*|bol bon*|apple kaart*|google kaart*|belkaart*|tankbon*|tankkaart*|webwinkelbon*"
    "|keuzekaart*|irischeque*"
    "|kerstbon*|winkelbon*|bioscoopbon*|cadeaucheque*|e bon*|voucher*|paysafe*|digitale (bon|bonnen|kaart*))"
)
_PL_CARD = (
    "(kart* (podarunkow*|upominkow*|prezentow*|przedpłacon*|steam|google play|itunes|apple|paysafe*)|bon* (podarunkow*|upominkow*"
    "|zakupow*)|kod* (paysafecard|blik|steam)|vouchery|voucherów|voucher|voucher* (prezentow*|podarunkow*)|doładowa*|giftcard*"
    "|kart* (zakupow*|paliwow*|google|allegro|empik|xbox|playstation|netflix|amazon)|e kart*|e bon*|gift card*|bon* (sodexo|na zakup*"
    "|świątecz*|allegro|empik*|towarow*)|kod* (do|google|apple|allegro|netflix)|zdrapk*)"
)
_BRANDS = (
    "(apple|itunes|steam|google play|amazon|razer gold|razer|neosurf|paysafecard|paysafe|vanilla|walmart"
    "|sephora|ebay|best buy|nike|playstation|xbox|netflix|zalando|ikea|carrefour|decathlon|fnac|mediamarkt|media markt|saturn|bol|rewe"
    "|edeka|tesco|john lewis|marks and spencer|argos|lidl|aldi|hema|allegro|empik|biedronka|el corte inglés|mercado livre|liverpool"
    "|oxxo|esselunga|coop|conad)"
)
_BACK = "(codes?|pins?|numbers?|backs?|photos?|pictures?|scratch*)"

GIFT_CARDS = (
    rf"""
    (buy|buying|purchase*|purchasing|get|getting|pick up|picking up|order|need*|want|grab|source|secure|looking for|arrange|fetch|procure
    |send|handing out|hand out|give|find) ~ {_EN_CARD}
    (send*|scratch*|email*|mail*|text*|photo*|picture*|forward*|reply*|snap|scan*|type) ~ {_BACK} _ (backs|cards?|voucher*|gift|scratch*
    |panel*|strip*)
    (buy|get|purchase|pick up|order|grab) ~ (send|email|text|reply|photograph|forward|scratch*|read|type) _ (me|us|the|all|over|back
    |off) _ (codes|pins|card numbers|redemption*|activation*|serial*)
    (lads|team|staff|crew|employees|clients?|customers|fitters|drivers|nurses|volunteers|residents|winners|guests|birthday*|retirement
    |raffle|prize*|reward*|bonus|thank you|appreciation|christmas|kids|interns|sponsors) ~ {_EN_CARD}
    {_EN_CARD} ~ (€|£)?\d+(€|£|eur|euro|euros)?
    (cards|vouchers) _ (€|£)?\d+ _ (each|apiece|per card)
    (target|walmart|visa|amex|mastercard|costco|cvs) (gift )?cards _ (€|£)?\d+
    {_EN_CARD} ~~ (the|digital|physical) (ones|codes|backs|pins)
    (codes?|pins?|numbers?) _ (back|backs|underneath|under|behind) _ (cards?|vouchers?|scratch*|silver|foil*|coating)
    (card|cards|voucher|vouchers|ones|gift) ~~ (card numbers|pins|scratch*|photo of each|pictures of|backs|the codes|redemption code*
    |claim code*|e code*|serial number*)
    (\d+|two|three|four|five|six|eight|ten|twelve|twenty) _ (cards|vouchers) (at|of|worth|with|totalling) _ (€|£)?\d+
    (card|cards|voucher|vouchers) ~ (scratch*|peel*|reveal*|photo*|picture*|snap) ~ (back*|code*|pin*|silver|strip|panel|foil|number*|send*
    |email*|mail*)
    (scratch*|peel*) _ (back*|code*|pin*|silver|strip|panel|foil|coating|off)
    {_BRANDS} (gift |e |value |prepaid |store )?(card|cards|voucher|vouchers|gift)
    {_EN_CARD} ~ (\d|each|worth|denomination*|face value|client*|staff|employee*|surprise|team|crew|customer*|store|scratch*|codes?|lads
    |drivers|nurses|volunteers|winners|guests|birthday*|christmas|retire*|raffle|prize*|reward*|bonus*|thank*|company card|receipt*
    |reimburs*|hand out|suit)
    (\d+|one|two|three|four|five|six|eight|ten|twelve|dozen|several|few|some) _ {_EN_CARD}
    (photograph|scratch|scrape) _ (backs?|silver|codes?|strip) ~ (send|text|mail|email|reply|forward) _ (me|photos?|pictures?|codes?|them)
    (claim codes?|digits|card numbers?|redemption codes?) ~ (email|mail|send|forward|reply|text) ~ (cards?|vouchers?)
    (order|buy|get|pick up|grab|do) _ (e gift|egift|e cards?|electronic cards?|shopping e cards?|online cards?|visa cards?
    |mastercard cards?)
    (email|send|mail|text|forward) me _ (\d+ digits|claim codes|numbers and pins|redemption)
    """,
    rf"""
    (kauf*|besorg*|hol*|bestell*|brauch*|benötig*|organisier*|erwerb*|beschaff*|nimm|mitbring*|bekommen|schenken) ~ {_DE_CARD}
    {_DE_CARD} ~ (kauf*|gekauft|besorg*|hol*|bestell*|brauch*|benötig*|organisier*|beschaff*|schick*|send*|code*|foto*|rubbel*|freirubbel*
    |frei|je|à|euro|([\d.,]+)?€([\d.,]+)?|mitarbeiter*|kunden|team)
    {_DE_CARD} ~ (à )?\d+(€|eur|euro)?
    {_DE_CARD} ~~ (besorg*|kauf*|hol*|nehm*|bestell*|freirubbel*|codes|rubbelfeld*)
    (mitarbeit*|team|kunden|kundin*|fahrer*|kolleg*|belegschaft|helfer*|jubil*|weihnacht*|geburtstag*|azubi*|ehrenamt*|prämie*|dankeschön
    |überrasch*|tombola|schenk*|verschenk*) ~ {_DE_CARD}
    (kauf*|besorg*|hol*|nimm|nehmen|bestell*) ~ (schick*|send*|mail*|schreib*|durchgeb*|foto*|abfotografier*|tipp*) _ codes
    (codes?|pins?|ziffern|nummern) _ (rubbel*|silberfeld*|silberstreifen|freirubbel*)
    guthaben* ~~ (rubbel*|codes|gutschein*|bon|bons|tankstelle)
    (rubbel*|freirubbel*|freigerubbelt|aufrubbel*|abfotografier*|fotografier*) ~ (code*|rückseite*|karte*|feld*|nummer*|gutschein*|schick*)
    (code*|rückseite*) ~ (rubbel*|freirubbel*|freigerubbelt|fotografier*|foto*|schick*|send*) ~ (karte*|gutschein*|code*|rückseite*|mail)
    (streaming|spiele|prepaid|shopping|google|steam|tank|einkaufs|amazon|apple|netflix|spotify)( oder \w+)?karte*
    (karte*|gutschein*|karten) ~~ (mail mir die codes|codes|rückseite*|freirubbel*|freigerubbelt|foto*)
    (foto*|bild*) ~ (rückseite*|gutscheincode*|kartencode*)
    {_BRANDS} (geschenk|gutschein|guthaben)?(karte|karten|gutschein|gutscheine)
    """,
    rf"""
    (achet*|procur*|prend*|pris|trouv*|command*|besoin|chercher|offrir|récupér*|commander|passer|fournir) ~ {_FR_CARD}
    {_FR_CARD} ~ (\d|achet*|prendre|code*|photo*|gratt*|envoy*|([\d.,]+)?€([\d.,]+)?|euros|équipe*|client*|collaborat*|surprise|buraliste
    |tabac)
    {_FR_CARD} ~ (de )?\d+(€|eur|euros)?
    {_FR_CARD} ~~ (achet*|prends|prenez|command*|procur*|codes|gratt*|carte de la société)
    (équipe*|salarié*|client*|collaborat*|employé*|personnel|noël|anniversaire*|remerci*|surprise|récompens*|offrir|bénévole*|départ
    |partenaire*|gagnant*|prime) ~ {_FR_CARD}
    (achet*|prend*|prenez|procur*|command*) ~ (envoy*|envoie*|photo*|gratt*|transm*|donn*|recopi*) _ codes
    (codes?|numéros?|chiffres?) _ (grattés?|gratter|grattage|pellicule)
    (gratt*|photographi*) ~ (code*|verso|dos|carte*|pellicule|bande|case*|film)
    (prendre|acheter|achète*|prends|prenez|trouver|trouve) ~ (cartes?|carte) _ (([\d.,]+)?€([\d.,]+)?|euros|de \d+)
    cartes? ~~ (codes? en photo|codes?|gratt*|buraliste|tabac)
    (photo*|code*) ~ (verso|dos|gratt*|carte*) ~ (code*|carte*|envoy*|mail*|ici)
    """,
    rf"""
    (compr*|conseg*|consig*|necesit*|adquir*|busc*|pill*|encarg*|pid*|quier*|reg*) ~ {_ES_CARD}
    {_ES_CARD} ~ (\d|compr*|código*|codigo*|foto*|rasc*|rasp*|envi*|cada una|cliente*|emplead*|equipo|euros|([\d.,]+)?€([\d.,]+)?|sorpresa
    |colabor*)
    {_ES_CARD} ~ (de )?\d+(€|eur|euros|pesos|mxn)?
    {_ES_CARD} ~~ (compr*|consig*|códigos|rasc*|rasp*|tarjeta de la empresa)
    (equipo|emplead*|cliente*|plantilla|personal|cumpleañ*|navidad|sorpresa|premi*|agradec*|detalle|incentiv*|aguinaldo|sorteo|bono|regalar
    |trabajador*|proveedor*) ~ {_ES_CARD}
    (compr*|consig*|adquier*|acerc*|pas*) ~ (env*|mand*|foto*|rasc*|rasp*|dict*) _ códigos
    (códigos?|pin|pines) _ (rasc*|rasp*|reverso|dorso|detrás|banda|atrás)
    tarjetas _ (tienda*|consola*|videojuegos|móvil|súper|gasolinera|hiper|oxxo) ~ (código*|rasc*|rasp*|foto*|\d+|cien|cincuenta|doscientos)
    (rasc*|rasp*|raspa) ~ (código*|dorso|reverso|tarjeta*|banda|parte|plateada|foto*)
    tarjeta* ~~ (códigos|rasp*|rasc*|foto* de|dorso|reverso)
    (fotos?|códigos?) _ (dorso|reverso|atrás|detrás) ~ (tarjeta*|código*|rasc*|rasp*)
    códigos ~ (tarjetas|regalo)
    """,
    rf"""
    (compr*|adquir*|arranj*|consegu*|precis*|busc*|peg*|quer*|encomend*) ~ {_PT_CARD}
    {_PT_CARD} ~ (\d|compr*|código*|foto*|rasp*|envi*|mand*|cada|cliente*|equipe|equipa|colaborador*|reais|euros|surpresa)
    {_PT_CARD} ~ (de )?\d+(€|eur|euros|reais)?
    {_PT_CARD} ~~ (compr*|consig*|códigos|rasp*|cartão da empresa)
    (equipe|equipa|cliente*|colaborador*|funcionário*|aniversári*|natal|surpresa|prémio*|prêmio*|premi*|agradec*|presentear|oferecer|brinde*
    |sorteio|parceiro*) ~ {_PT_CARD}
    (compr*|adquir*|consig*|arranj*) ~ (envi*|mand*|foto*|rasp*|tir*) _ códigos
    (códigos?|pin) _ (rasp*|verso|atrás|trás|tarja)
    (rasp*) ~ (código*|verso|cartão|cartões|tarja|parte|faixa|foto*)
    (vale|vales|cartões) ~~ (códigos|rasp*|fotos|presente*)
    cartão ~~ (rasp*|presente*)
    (oferecer|dar|comprar|compre|compra) ~ (vale|vales|cartões)
    (foto*|código*) _ (verso|trás|atrás) _ (cartões|cartão|vale|vales)
    códigos ~ (cartões|vales)
    """,
    rf"""
    (compr*|acquist*|prend*|procur*|serve|servono|servirebbe*|recuper*|ordin*|vorrei|voglio|regal*|trov*) ~ {_IT_CARD}
    {_IT_CARD} ~ (\d|compr*|acquist*|codic*|foto*|gratt*|invi*|mand*|ciascun*|cliente*|clienti|dipendent*|squadra|euro|([\d.,]+)?€([\d.,]+)?
    |sorpresa)
    {_IT_CARD} ~ (da |di )?\d+(€|eur|euro)?
    {_IT_CARD} ~~ (compra*|prendi*|prenda|acquist*|codici|gratt*|carta aziendale)
    (dipendent*|client*|squadra|team|collaborator*|complean*|natale|sorpresa|premi*|ringrazi*|omagg*|ospiti|fornitor*|personale|pensione
    |regalare) ~ {_IT_CARD}
    (compra*|prend*|acquist*|recuper*) ~ (gir*|mand*|invi*|foto*|gratt*|scriv*|dett*) _ codici
    (codici|codice|pin) _ (gratt*|retro|dietro|patina|banda)
    (gratt*|grattare) ~ (codic*|retro|banda|patina|card*|carte|striscia|foto*)
    (buoni|buono|card|carte|tessere) ~~ (codic*|gratt*|foto*|retro|pin)
    (foto*|codic*) ~ (retro|dietro|card*|carte regalo)
    """,
    rf"""
    (koop*|kopen|haal*|halen|bestel*|nodig|regel*|aanschaf*|kun je|wil je|meenemen|ophalen|zoek*) ~ {_NL_CARD}
    {_NL_CARD} ~ (\d|koop*|kopen|haal*|halen|code*|foto*|kras*|stuur*|per stuk|elk|klanten|team|medewerkers|euro|([\d.,]+)?€([\d.,]+)?
    |verrassing|nodig|regelen|bestellen)
    {_NL_CARD} ~ (van )?\d+(€|eur|euro)?
    {_NL_CARD} ~~ (koop*|kopen|haal|halen|haalt|bestel*|codes|kras*|bedrijfskaart*|zakelijke kaart)
    (personeel|klanten|team|medewerker*|collega's|verjaardag*|kerst*|verrass*|bedank*|vrijwilligers|jubileum*|bonus|planners|chauffeurs
    |prijs|relatiegeschenk*) ~ {_NL_CARD}
    (koop*|kopen|haal|halen|bestel*) ~ (stuur*|sturen|mail*|app|appen|tik|typ|foto*|kras*|geef) _ codes
    (codes?|pin|pincodes) _ (kras*|achterkant*|achterop|achterzijde|laagje)
    (kras*|openkras*|open krassen|weggekrast) ~ (code*|achterkant*|kaart*|vakje*|strook|laag*|foto*)
    (bonnen|kaarten|cadeau*|tegoed*) ~~ (codes|kras*|foto*|achterkant*|achterzijde)
    (foto*|code*) ~ (achterkant*|achterzijde|kaarten|bonnen)
    """,
    rf"""
    (kup*|zakup*|potrzeb*|załatw*|zamów*|zdob*|nab*|weź|wziąć|szukam|zorganizuj*) ~ {_PL_CARD}
    {_PL_CARD} ~ (\d|kup*|zakup*|kod*|zdję*|zdrap*|wyśl*|prześl*|po \d|klient*|pracowni*|zespo*|zł|niespodziank*)
    {_PL_CARD} ~ (po )?\d+(zł|pln|euro)?
    {_PL_CARD} ~~ (kup*|zakup*|kody|zdrap*|wyśl*|kart* firmow*)
    (pracowni*|zespo*|klient*|załog*|urodzin*|święt*|wigili*|niespodziank*|nagrod*|nagrodz*|podziękow*|prezent*|wyróżn*|kierowc*
    |wolontariusz*|jubileusz*) ~ {_PL_CARD}
    (kup*|zakup*|zamów*|weź) ~ (wyśl*|wysła*|prześl*|przesła*|podaj*|zdjęci*|zdrap*|przepis*) _ (kod|kody|kodów)
    (kod|kody|kodów|kodami|piny) _ (zdrap*|odwroc*|z tyłu|pod folią|paskiem)
    (bon|bony|bonów|bonami) ~~ (kody|kodów|zdrap*|kupić|kupi)
    (zdrap*|odrap*) ~ (kod*|pasek|pask*|kart*|tył|zdję*|pole|pola)
    (zdję*|kod*) ~ (z tyłu|odwroc*|rewers*|kart*)
    """,
)
"""Buy gift cards and send me what is on their backs."""
