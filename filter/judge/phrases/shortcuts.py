"""How somebody asks to leave out a usual step: no form, no second signature, the invoice later, the portal is down. Phrases only."""

from __future__ import annotations

SHORTCUT = (
    r"""
    (invoice|receipt|paperwork|papers|form|po|purchase order|contract|documents|bill
    |voucher) (will |to |can |is to |comes |coming )?(be )?(follow|follows|follow later|later|afterwards|tonight|when i'm back
    |when i am back|once i'm back|after the fact|next week|to come|with me)
    (i'll|i will|we'll|we will) (bring|do|sign|sort|raise|hand|give|drop|square|fill|complete|get) _ (paperwork|papers|invoice|po
    |purchase order|form|receipt|forms|contract) _ (when|later|after|tonight|back|monday|next|with|home|myself|as proof)
    (without|skip|skipping|bypass|bypassing|no need for|don't wait for|not wait for
    |forget) (the |a |any |waiting for the |waiting on the |going through the )?(usual |second |normal |other |formal |official )?(form
    |forms|po|purchase order|second signature|signature|signatures|countersignature|approval|paperwork|procedure|process|portal
    |vendor form|committee)
    (no|there's no|there is no|hasn't got a|hasn't a) (po|purchase order|paperwork|order number) (as|because|for|yet|since|on|it)
    (as a|just as a) (one off|favour to me|special exception|exception)
    (on your|on a|your) (own |sole |single )?(signature|authority|approval) alone
    (portal|intranet|vpn|data room|shared drive|file share|upload|employee site|self service) (is|keeps|won't|isn't|doesn't|has|gives
    |does not|will not|was|refuses|times) _ (down|locked|out|error|moved|migrated|updated|working|maintenance|accept*|take|let|offline
    |unavailable|upload*|load)
    (can't|cannot|unable to|couldn't|won't let me|not able to|haven't been able to|locked out of|have no) _ (the portal|portal|vpn|intranet
    |shared drive|office mail|company mail|work mail|company laptop)
    """,
    r"""
    (rechnung|beleg|belege|unterlagen|papiere|formular|vertrag|bestellung|kaufvertrag|auftrag) _ (nachreich*|reiche ich nach|nach reich*
    |folgt|folgen|nachgereicht|hinterher|leg* ich dir|bringe ich|bring ich|später|danach|nachher|wenn ich zurück)
    (reiche|reich|bringe|lege|leg|schicke) (ich )?(dir |ihnen |die |den |das )?(dir |ihnen |die |den |das )?(rechnung|beleg|unterlagen
    |papiere|formular) _ (nach|hinterher|danach|später|nachher)
    (ohne|statt|verzichten|spar) _ (formular|zweite unterschrift|zweitunterschrift|bestellnummer|freigabe|umweg|buchhaltung|portal|dienstweg
    |zweitfreigabe|gegenzeichnung)
    (kleiner dienstweg|kurzer dienstweg|auf dem kurzen dienstweg|unbürokratisch)
    (portal|laufwerk|vpn|firmennetz|system|firmenmail|firmenmails|kanzleiserver|datenraum) _ (wartung|nicht erreichbar|gesperrt|gestört
    |migriert|spinnt|geht nicht|kommen nicht|funktioniert nicht|komm* nicht|ausgefallen)
    (komme|komm|kommen) _ (nicht|kaum) _ (ins (system|portal|firmennetz)|aufs laufwerk|auf den server|an die firmenmails|in die firmenmail)
    """,
    r"""
    (facture|justificatif|papiers|bon de commande|formulaire|contrat|reçu|devis) _ (suivra|suivront|plus tard|à mon retour|au retour
    |dès mon retour|ensuite|après coup|par la suite|lundi prochain)
    (sans|plutôt que de|au lieu de|inutile d*) (attendre |passer par |le |la |l'|les )?(attendre |passer par |le |la |l'
    |les )?(bon de commande|seconde signature|deuxième signature|double signature|formulaire|parapheur|agence comptable|facture|comptabilité
    |procédure|visa|circuit)
    (signature|valid*|virement|ordonner) (seul|seule|sans seconde signature)
    (à titre exceptionnel|exceptionnellement) (par|en|sans|pour|ce)
    (portail|espace client|plateforme|serveur|vpn|réseau|messagerie) _ (maintenance|indisponible|bloqué*|panne|s'ouvre pas|ne s'ouvre
    |ne fonctionne|inaccessible|saturé*)
    """,
    r"""
    (factura|papeles|papel|recibo|formulario|contrato|documentación|justificante) _ (luego|después|más tarde|cuando vuelva|a la vuelta
    |el lunes|detrás|te llega|te la paso|la traigo yo|te los doy)
    (sin|en vez de|en lugar de
    |saltándo*) (la |el |esperar |pasar por |una |segunda )?(la |el |esperar |pasar por |una |segunda )?(segunda firma|formulario|pedido
    |orden de compra|portal|firma de|factura|procedimiento|visto bueno)
    (por esta vez|de manera excepcional|excepcionalmente|como excepción)
    (portal|plataforma|carpeta|vpn|sistema|servidor) (me|está|no|da) _ (error|mantenimiento|caíd*|abre|entrar|deja|bloquead*|funciona)
    """,
    r"""
    (fatura|factura|nota|papéis|recibo|formulário|contrato|talão|comprovante) _ (depois|mais tarde|quando voltar|a seguir|segue depois
    |chega depois|quando chegar|quando regressar|na segunda)
    (sem|em vez de) (a |o |esperar |passar |por |uma )?(a |o |esperar |passar |por |uma )?(segunda assinatura|formulário|ordem de compra
    |pedido de compra|portal|contrato|nota fiscal|procedimento|aprovação)
    (excecionalmente|excepcionalmente|a título excecional|só desta vez|é só esta vez)
    (portal|plataforma|sistema|vpn|servidor|acesso) _ (não (me )?deixa|bloquead*|fora do ar|manutenção|em baixo|não abre|não entra|com erro
    |em migração)
    """,
    r"""
    (fattura|documenti|carte|modulo|ricevuta|contratto|ordine) _ (dopo|più tardi|al mio rientro|quando torno|arriverà dopo|seguirà|a seguire
    |te la lascio|la porto io|lunedì)
    (senza|invece di
    |al posto di) (la |il |aspettare |passare |dal |una |seconda )?(la |il |aspettare |passare |dal |una |seconda )?(seconda firma
    |doppia firma|modulo|ordine|portale|fattura|procedura|approvazione)
    (in via eccezionale|eccezionalmente|per questa volta|solo per stavolta|strappo alla regola)
    (firma (singola|sola)|a firma unica)
    (portale|server|vpn|rete|gestionale|posta aziendale) _ (manutenzione|bloccat*|non (va|prende|funziona|si apre)|fuori uso|in tilt|giù)
    """,
    r"""
    (factuur|papieren|formulier|bon|contract|opdrachtbon|stukken) _ (later|volgt|volgen|achteraf|na mijn vakantie|als ik terug|daarna
    |stuur ik (je|u) na|nasturen)
    (zonder|in plaats van|buiten) (de |het |een |tweede |eerst )?(de |het |een |tweede |eerst )?(tweede handtekening|bestelbon|formulier
    |portaal|goedkeuring|factuur|procedure|boekhouding)
    (bij uitzondering|uitzonderlijk|eenmalig|voor deze ene keer)
    (portaal|kluis|vpn|server|netwerk|mail van de zaak) _ (eruit|onderhoud|niet bereikbaar|storing|doet het niet|ligt plat|werkt niet
    |geblokkeerd)
    """,
    r"""
    (faktur*|rachunek|papiery|dokumenty|formularz|umow*|zamówieni*|kwit*) _ (później|po powrocie|jak wrócę|doniosę|dośle*|doślę|potem
    |za chwilę|przyjdzie jutro|w poniedziałek)
    (bez|zamiast|z pominięciem) (drugiego |czekania |na )?(drugiego |czekania |na )?(drugiego podpisu|formularza|zamówienia|portalu|faktury
    |procedury|akceptu|księgowości)
    (wyjątkowo|w drodze wyjątku|ten jeden raz)
    (portal|portalu|systemu|vpn|serwer|skrzynk*) _ (nie (działa|wpuszcza|mogę|mam dostępu|chodzi)|awari*|przerw*|zablokowan*)
    (nie mogę|nie mam dostępu|nie wpuszcza) _ (portal*|system*|firmowej)
    """,
)
"""A usual step is left out, or comes later."""
