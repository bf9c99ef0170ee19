"""How somebody says that money is to go to somebody else from now on: a sister company, a factor, a new owner, a relative. Phrases only."""

from __future__ import annotations

from filter.judge.phrases.bankwords import EN_NUMBER, IBAN, IT_CONTO, PL_NUMER

_EN_MONEY = (
    "(receipts|payments|remittances|deposits|rents|rent|rentals|invoices|funds|transfers|premiums|fees|dues|contributions|royalties"
    "|balances|settlements|collections|payment|balance|deposit|retention|instalment*|installment*)"
)
_EN_OTHERS = (
    "(parent|parents|parent s|group|group s|group treasury|treasury|sister|sister company|subsidiary|subsidiary s|holding|holding company"
    "|factor|factoring|factors|trustee|managing agent|managing trustee|affiliate|finance company|leasing company|funder|escrow|nominee*"
    "|bookkeeper*|accountant*|solicitor*|marketing company)"
)
_EN_PERSON = "(wife|husband|brother|sister|nephew|niece|son|daughter|mother|father|mum|dad|partner|cousin|friend|flatmate|fiance*)"

PAID_TO_OTHERS = (
    rf"""
    {_EN_MONEY} (now|will now|should now|must now|are now|is now|from now on) (be )?(go*|run*|come|collect*|receiv*|paid|payable|made
    |settled|sent|handled|routed|credited|taken) (through|via|into|to|by|with|in|at) ~ (account|bank|iban|treasury|trustee*|parent*|group
    |subsidiary|branch|factor*|agent|llc|ltd|nominees)
    (collect*|receiv*|receipts|rent|rents|payment*|remit*|deposit*|paid|payable|send|sent|goes|go|settle*|transfer*) _ (through|via|into
    |to|by|onto) (our|my|the|a|an) (\w+ )?{_EN_OTHERS} _ (account|company|bank|iban|ltd|llc|nominees|\D\D\d\d|limited)
    (change*|changing|update*|updating|switch*|opened|moved|amend*|unchanged|old|new|another|different) ~ (account|bank|banks|details
    |credit union|building society|llc|company|owner|entity) ~~ {EN_NUMBER}
    (pay|paid|payable|rent|rents|send|remit*|direct|transfer*|deposit*) _ (to|into) (the|our|a|my) (new|different|other) (llc|entity
    |company|owner|landlord|funder|payee|beneficiary|trustee|factor|trust|partnership)
    (into|to|onto) (my|the|his|her|our) (\w+ )?{_EN_PERSON} (s )?(\w+ )?(account|card|bank)
    {_EN_MONEY} ~ (needs|need|has|have|is|are|should|must) to (go|be paid|be sent|be made|be remitted) (to|into|in) (our|a
    |the) (\w+ )?(\w+ )?(account|company)
    (paid|pay|payable|payment*|remit*|sent|settle*|transfer*|due|invoice*) ~ (rather than|instead of) (to )?(us|ours|me|ourselves
    |head office)
    (invoice*|receivables|debt*|ledger|balance*) ~ (assigned|factored|sold|pledged|transferred) (to|with) (our|a|the|an) _ (funder|factor
    |lender|financier|finance*|agent|receivables|factoring|bank)
    (assigned|factored|pledged) to (our|a|the|an) (\w+ )?(funder|factor|lender|financier|finance company|bank|collecting agent
    |receivables)
    (by way of|pay|paid|settle*|remit*|through|via|to) (our|the|a) (collecting agent|collection agent|invoice finance*|factoring company
    |invoice discount*|receivables finance*|debt purchaser)
    (pay|paid|put|send|sent|transfer*|receive*|held|deposit*|go|route*) ~ (our|my|the|a) (second|other|personal|private|savings
    |sister) (\w+ )?(account|bank)
    (pay|paid|put|send|sent|transfer*|deposit*|credit*|refund*) _ into _ s _ account
    (clients|customers|tenants|members|agents|debtors|buyers) (now |should |must |will |to )?(pay|remit|settle) (into|through
    |via) ~ (\d\d+|account|bank)
    (collected|handled|managed|received|paid) (by|to|through|via) (our|the) (\w+ )?{_EN_OTHERS} (from now on|going forward|henceforth|now
    |since|this year|instead)
    {_EN_MONEY} ~ (routed|directed|redirected|sent|paid|channel*|wired|remitted|made|handled|collected|received|processed) (through|to
    |via|by|into) our (\w+ )?(\w+ )?(entity|affiliate|sister*|parent|subsidiary|holding|treasury)
    (wire|wires|remittances|payments|invoices) ~ (routed|directed|redirected|sent|wired|remitted|made) (through|to
    |via) our (\w+ )?(\w+ )?(entity|affiliate|sister*|parent|subsidiary|holding|treasury)
    (appointed|engaged|instructed|retained) _ to (collect|receive) _ (behalf|payments|receivables|invoices|rents|sums|debts)
    (sums|invoices|payments|amounts|balances|debts) ~ (fall due|due|payable|owed|paid) to (them|the factor|the funder|the agent)
    (new|another|different|changed) (beneficiary|payee|remit to)
    """,
    r"""
    (auf|an) (unser|unserem|das|dem|ein|einem|unsere|die|der) _ (aktionskonto|treuhandkonto|projektkonto|sonderkonto|anderkonto
    |zweitkonto|zwischenkonto|ausweichkonto|ersatzkonto|baukonto|tochtergesellschaft|schwestergesellschaft|schwesterfirma
    |muttergesellschaft|konzernmutter|factoringgesellschaft|factoringbank|inkassostelle|zahlstelle|objektgesellschaft|leasinggesellschaft)
    (nicht mehr|nicht länger) (direkt )?an uns ~ (sondern|konto|zahl*|überweis*|factor*)
    (laufen|läuft|gehen|erfolgen|erfolgt|wickeln) _ (zahlungseingänge|zahlungen|mieten|rechnungen|forderungen|überweisungen
    |eingänge) ~ (muttergesellschaft|mutter|tochter*|schwester*|holding|konzern*|factor*|zentrale|treuhänder*)
    (zahlung*|überweis*|zahlen) ~ (muttergesellschaft|tochtergesellschaft|schwestergesellschaft|holding|factoringgesellschaft
    |treuhänder*) ~ (konto|iban|zahl*|überweis*)
    """,
    rf"""
    (changé|changement|nouvelle|nouveau|autre|clôturé|fermé|cédé*|modifi*|gestion|remplac*) ~ (banque|compte|rib|caisse|institution
    |société|coordonnées|affacturage|folio) ~~ ({IBAN}|(institution|transit|folio) \d\d\d+)
    (virer|régler|verser|payer|virement*|règlement*) ~ (gestion|gérance|affacturage|administrateur|régie) ~ {IBAN}
    (encaissement*|règlement*|paiement*|loyers|loyer|factures|versement*|virements|honoraires) _ (passe|passent|transite*|s'effectue*
    |se font|se fait|gérés|centralisés|confiés|cédés|cédées|regroupés) _ (par|via|sur|à|auprès|chez) ~ (société|filiale|groupe
    |administrateur|compte|factor|affacturage|gestion*|banque|mandataire|caisse|maison mère|régie)
    (confier|confié|confions|cédé|cédée|cédées|cédés|cession|transféré|affacturage|factor) _ (encaissement*|facture*|créance*|loyers
    |recouvrement|société d'affacturage|note d'honoraires)
    (facture*|créance*|honoraires|note d'honoraires|solde) ~ (cédé|cédée|cédées|cédés|cession) _ (à|auprès|société|factor|banque)
    (régler|virer|verser|payer|règlement|virement|versement|paiement|adresser|réglé*) _ (à|sur|au|vers) (notre|le|un|votre) _ (compte
    |rib) (sécurisé|dédié|séquestre|de notre|du groupe|de la société|de la filiale|de cantonnement|de transition|provisoire|spécial)
    (nouveau|nouvel) (spécimen|folio|relevé d'identité|bénéficiaire|mandataire|gestionnaire|propriétaire|bailleur|titulaire) _ (chèque
    |compte|virement*|paiement*|loyer*|bancaire|rib|iban)
    (payer|régler|virer|verser|adresser|facture) ~ (à|sur|vers) (notre|la) (\w+ )?(filiale|maison mère|holding|société sœur|société mère)
    (encaissé*|réglé*|perçu*|géré*|payable*) _ par (l'entité|la société|notre|le|la|une) _ (groupe|filiale|holding|factor|affacturage
    |mandataire|maison mère|régie|gestionnaire|fonds)
    (non plus|et non|plutôt que|au lieu) (directement )?(à|chez|sur|de) (nous|notre compte|le compte habituel)
    (règlement*|paiement*|virement*|encaissement*|trésorerie) ~ (adresser|centralis*|effectuer|verser|virer|passe*) _ (à|auprès|sur|par
    |chez) (la|notre|une) (maison mère|holding|filiale|société mère|société du groupe|société de gestion)
    (créance*|facture*) _ (cédé*|cession|transféré*|vendu*) _ (à|société|factor|banque)
    """,
    r"""
    (utili*|usa|use|usad|usen|usar|pás*|pas*|mand*|envi*|ingres*|transf*|pag*|abon*) _ (la|esta|otra|nuestra|una) cuenta ~ (abierto
    |abrimos|abrí|abierta|sociedad|filial|empresa del grupo|matriz|gestora)
    (cobros|cobro|pagos|ingresos|facturas|facturación) _ (pasan|pasa|van|va|centralizan|centralizamos|gestiona|canalizan) _ (a|por
    |en) ~ (cuenta|filial|matriz|grupo|factor*|gestora|sociedad|banco)
    (pag*|transfer*|ingres*|abon*) ~ a nombre de (nuestra|otra|la) (empresa|sociedad|filial|matriz)
    (cobrad*|cobra|gestionad*|gestiona|abonad*|facturad*|pagarse|pagarán|abonarse) _ (a|por) (la|nuestra|una) (sociedad|entidad|empresa
    |filial|matriz) (del grupo|de factoring|gestora|matriz|de cobros)
    (en lugar de|en vez de|y no) (a|en) (nosotros|nuestra cuenta|la cuenta de siempre|la habitual|la de siempre)
    (cedido|cedida|cedidos|cedidas|cesión) _ (crédito*|factura*|deuda|cobro*|factor*)
    (cobr*|factur*|recib*) (a través de|por|mediante|desde) (la|nuestra|una) (filial|matriz|sociedad|empresa del grupo)
    """,
    r"""
    (renda|rendas|aluguel|aluguer|pagamento*|fatura*|depósito*|mensalidade*|parcela) ~ (pag*|transfer*|deposit*|liquid*|efetuad*
    |feit*) _ (novo|nova) (proprietári*|senhori*|titular|entidade|credor*|gestora|beneficiári*|conta|empresa|locador)
    (abri|abrimos|abrimo|abriu) _ (conta|cnpj) ~ (repasse|pagamento*|depósito|receb*|transfer*|projectos|projetos|clientes)
    (depósito|pagamento|pix|transferência|ted) (é|será|deve ser|passa a ser|agora é|vai) _ (no|na|para|pra|em) _ (banco|conta|chave|cnpj
    |agência) (\d+|do|da|de)
    (pix|ted|transferência|depósito) _ (pra|para|na|à) (a )?(chave|conta) (do|da|de) (escritório|empresa|matriz|filial|sóci*|outr*|nov*
    |minha|meu)
    (matriz|filial|holding|empresa do grupo|factoring) ~ (assumiu|passou|fatura*|cobrança*|receb*) ~ (depósito|conta|pagamento*|pix|iban)
    (pag*|transf*|deposit*) ~ (à|para|na|para a) (nossa|outra) (empresa|sociedade|filial|holding|firma)
    (cobrad*|recebid*|gerid*|pag*|faturad*) _ (pela|por|à|a) (empresa|sociedade|entidade|holding) (do grupo|de factoring|gestora|mãe)
    (pagamento*|recebimento*|faturas) ~ (passam|passa|devem|vão|passarão) ~ (à|para a|pela) (holding|empresa do grupo|matriz|empresa mãe
    |filial|sociedade)
    (cedemos|cedido*|cedida*|cessão|cedeu) _ (crédito|créditos|fatura*|factoring)
    """,
    rf"""
    {IT_CONTO} ~ (ceduto|ceduti|ceduta|cedute|cessione del credito|cessionari*|factor|factoring)
    (usare|usate|usa|utilizzare|utilizzate|utilizzi|usi) ~ (conto|iban) (della|del|di|dello|intestat*) _ (società|gruppo|capogruppo
    |filiale|factor*|leasing|consociata|controllata|socio|moglie|marito|fiduciaria)
    (pagamenti|incassi|bonifici|fatture|incasso|canoni|affitti) _ (passano|passa|vanno|transitano|confluiscono|gestiti|gestisce
    |accentrati) _ (su|sul|da|dalla|tramite|presso|alla) ~ (conto|società|capogruppo|banca|factor*|filiale|iban)
    (banca|filiale|agenzia) ~ (chiuso|chiude|chiusura|chiusa) ~ (conto|iban|bonific*|pagament*|coordinate)
    (nuovo|nuova) (proprietario|proprietaria|locatore|beneficiario|amministratore|creditore) ~ (bonific*|iban|conto|canone|affitto|pagare
    |versare)
    (vecchio|vecchia|vecchie|precedente) (iban|conto corrente|appoggio|banca d'appoggio|coordinate|conto bancario|filiale)
    (fattura|proforma|conferma|preventivo) ~ (ancora|riporta*|rimasto|rimaste|indica*|c'è|c'era|compare) _ (vecchi*|precedent*
    |sbagliat*) _ (iban|conto|coordinate|banca|filiale)
    (incassat*|gestit*|riscoss*|pagat*) _ (dalla|da|alla) (società|consociata|capogruppo|controllante|holding|fiduciaria|finanziaria)
    (anziché|invece che|e non) (a noi|sul nostro|sul conto|direttamente a noi|sul solito)
    (pagamenti|bonifici|incassi|fatture) ~ (vanno|indirizz*|versa*|fatti|effettua*|intesta*) ~ (capogruppo|controllante|consociata
    |holding|società del gruppo|finanziaria)
    (credito|crediti|fattura|fatture) _ (ceduto|ceduti|ceduta|cedute)
    """,
    r"""
    (via|naar|aan) (onze|de|het) (thv|tijdelijke handelsvereniging|moeder*|dochter*|zuster*|holding|factor*|stichting|beheer*
    |leasing*) ~ (betaling*|betalen|rekening|iban|overma*|stort*)
    (betaling*|betalen|rekening|overma*|stort*|gelden) ~ (via|naar|aan|op) (onze|de|het) (\w+ )?(thv|moeder*|dochteronderneming
    |dochtermaatschappij|zuster*|holding|factor*|g rekening|derdengeld*|escrow*|bouwdepot)
    (nieuwe) (eigenaar|verhuurder|beheerder|begunstigde) ~ (rekening|iban|betal*|huur|overma*)
    (geïnd|ontvangen|beheerd|betaald) _ door (onze|de|het) (\w+ )?(moeder*|holding|factor*|stichting|zuster*|groep|beheerder)
    (niet meer|in plaats van) (rechtstreeks )?(aan|naar) ons ~ (maar|rekening)
    (moedermaatschappij|moederbedrijf|zustermaatschappij|zusterbedrijf|dochteronderneming|holding) ~ (factu*|betaal*|betaling*|rekening
    |incasso*)
    (factu*|betaal*|betaling*|rekening|incasso*|int) ~ (moedermaatschappij|moederbedrijf|zustermaatschappij|zusterbedrijf
    |dochteronderneming)
    (vordering*|factu*) ~ (overgedragen|gecedeerd|verkocht|verpand) _ (factor*|bank|financier*|maatschappij)
    """,
    rf"""
    (zamiast|od teraz|odtąd|od dziś|tym razem|nowy|nowe|nowym|faktoring*|cesj*|zmieni*|zmian*|wpisz|wpisać|podmień|podmienić|zastępcz*
    |poprawion*|zamkn*) ~ ({PL_NUMER}|{IBAN})
    (rachunek|konto|rachunku|koncie) (faktoringow*|powiernicz*|zastępcz*|tymczasow*|zbiorcz*|techniczn*|pomocnicz*|walutow*)
    (faktoring*|faktora|faktorowi|cesja|cesji|cesję|scedowa*) ~ (rachun*|kont*|wpłac*|przel*|płat*|należnoś*)
    (należnoś*|wierzytelnoś*|faktur*) ~ (faktor|faktora|faktorowi|cesja|cesji|cesję|scedowa*|przekazan* (faktorowi|do faktora))
    (skierow*|kierow*|przela*|przelew*|wpłac*|zapłac*|ureguluj*|uregulowa*|przekaza*) ~ na (rachunek|konto) (spółki|naszej|nasz*|firmy
    |wspóln*|siostrzan*|córki|matki|w innym|inn*|drugi*) _ (spółk*|firm*|bank*|grupy|rachun*|kont*|oddział*)
    (nowy|nowego|nowemu) (właściciel*|wynajmując*|zarządc*|odbiorc*|beneficjent*) ~ (konto|rachun*|przelew*|czynsz*|wpłac*)
    (spółka|spółkę|spółki|firma) (siostrzan*|matka|matki|córka|powiązan*|z grupy) ~ (rachun*|kont*|wpłac*|przel*|płat*)
    (a nie|zamiast) (bezpośrednio )?(do nas|na nasze konto|na nasz rachunek|na dotychczasow*)
    (inkasuje|przyjmuje|rozlicza|obsługuje|pobiera) _ (spółka|spółkę) (matka|córka|siostrzan*|zależn*)
    (spółka|spółki|spółkę|spółce) (matka|matki|matce|córka|córki|siostrzan*) ~ (należnoś*|płatnoś*|faktur*|wpłat*)
    (należnoś*|płatnoś*|faktur*|wpłat*) ~ (spółka|spółki|spółkę|spółce) (matka|matki|matce|matkę|córka|córki|siostrzan*)
    """,
)
"""Money that came to us is to go to another, or to another of our accounts."""
