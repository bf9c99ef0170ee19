"""How somebody asks to leave out a usual step: no form, no second signature, the invoice later, the portal is down. Phrases only."""

from __future__ import annotations

SHORTCUT = (
    r"""
    (invoice|receipt|paperwork|papers|form|po|purchase order|contract|documents|bill|voucher) (will|can|is to|to) follow( later| after*
    | tonight| tomorrow| when| once| as soon| on| next| this| in the| shortly|\.|,)
    (invoice|receipt|paperwork|papers|purchase order|documents) to follow
    (invoice|receipt|paperwork|papers|form|po|purchase order|contract|documents|bill
    |voucher) (will |to |can |is to |comes |coming |follows |done )?(be )?(done |sent |raised |signed )?(later|afterwards|when i'm back
    |when i am back|once i'm back|after the fact|to come)
    (invoice|receipt|paperwork|papers|form|po|purchase order|contract|documents|bill|voucher) (comes|coming|will come|follows|can wait
    |will be (sent|raised|done)|can be (sent|raised|done)) (tonight|tomorrow|next week|with me|on monday|until)
    (i'll|i will|we'll|we will) (bring|do|sort|raise|hand|give|drop|square|fill|complete|get) _ (paperwork|papers|invoice|po
    |purchase order|form|receipt|forms|contract) _ (when|later|after|tonight|back|monday|next|with|home|myself|as proof)
    (i'll|i will|we'll|we will) sign _ (paperwork|papers|po|purchase order|form|forms|contract) _ (when i|later|afterwards|once|tonight)
    (without|skip|skipping|bypass|bypassing|(just|please|so|and|can|let's|let us) forget( about)?
    |waive) (the |a |any |waiting for the |waiting on the |going through the )?(usual |second |normal |other |formal |official )?(form
    |forms|po|purchase order|second signature|signature|signatures|countersignature|approval|paperwork|procedure|process|portal
    |vendor form|committee)
    (no|there's no|there is no) (po|purchase order|paperwork|order number) (as|because|for|yet|since)
    as a (one off|favour to me|special exception|exception) _ (pay*|transfer*|wire*|release*|process*|form|sign*|invoice|order|approv*)
    (pay*|paid|transfer*|wire*|release*|process*|form|sign*|invoice|order|approv*) _ as a (one off|favour to me|special exception|exception)
    (on your|on a|your) (own |sole |single )?(signature|authority|approval) alone
    """,
    r"""
    (rechnung|beleg|belege|unterlagen|papiere|formular|vertrag|bestellung|kaufvertrag|auftrag) _ (nachreich*|reiche ich nach|nach reich*
    |nachgereicht|hinterher|leg* ich dir|bringe ich|bring ich|später|danach|nachher|wenn ich zurück)
    (rechnung|beleg|belege|unterlagen|papiere|formular|vertrag|bestellung|kaufvertrag|auftrag) _ (folgt|folgen) ((dann|erst|dir
    |ihnen) )?(später|nach|nachher|danach|morgen|nächste*|am|sobald|wenn|in kürze|in den nächsten)
    (reiche|reich|bringe|lege|leg|schicke) (ich )?(dir |ihnen |die |den |das )?(dir |ihnen |die |den |das )?(rechnung|beleg|unterlagen
    |papiere|formular) _ (nach|hinterher|danach|später|nachher)
    (ohne|statt|verzichten|spar) _ (formular|zweite unterschrift|zweitunterschrift|bestellnummer|freigabe|umweg|buchhaltung|portal|dienstweg
    |zweitfreigabe|gegenzeichnung)
    (kleiner dienstweg|kurzer dienstweg|auf dem kurzen dienstweg)
    (unbürokratisch|ausnahmsweise) _ (zahl*|bezahl*|überweis*|freigeb*|rechnung|unterschrift|formular|auszahl*|buchen)
    (zahl*|bezahl*|überweis*|freigeb*|rechnung|unterschrift|formular) _ (unbürokratisch|ausnahmsweise)
    """,
    r"""
    (facture|justificatif|papiers|bon de commande|formulaire|contrat|reçu|devis) _ (suivra|suivront|plus tard|à mon retour|au retour
    |dès mon retour|ensuite|après coup|par la suite|arrive* lundi prochain)
    (sans|plutôt que de|au lieu de|inutile d*) (attendre |passer par |le |la |l'|les )?(attendre |passer par |le |la |l'
    |les )?(bon de commande|seconde signature|deuxième signature|double signature|formulaire|parapheur|agence comptable|facture|comptabilité
    |procédure|visa|circuit)
    (signature|valid*|virement|ordonner) (seul|seule|sans seconde signature)
    (à titre exceptionnel|exceptionnellement) _ (pay*|virement*|virer|virez|régl*|facture*|signe*|signature*|formulaire*|bon de commande
    |valid*|procédure*)
    (pay*|virement*|virer|virez|régl*|facture*|signe*|signature*|formulaire*|valid*) _ (à titre exceptionnel|exceptionnellement)
    """,
    r"""
    (factura|papeles|papel|recibo|formulario|contrato|documentación|justificante) _ (luego|después|más tarde|cuando vuelva|a la vuelta
    |(llega*|mando|envío|paso|traigo|doy) el lunes|detrás|te llega|te la paso|la traigo yo|te los doy)
    (sin|en vez de|en lugar de
    |saltándo*) (la |el |esperar |pasar por |una |segunda )?(la |el |esperar |pasar por |una |segunda )?(segunda firma|formulario|pedido
    |orden de compra|portal|firma de|factura|procedimiento|visto bueno)
    (por esta vez|de manera excepcional|excepcionalmente|como excepción) _ (pag*|transf*|factura*|firm*|formulario*|pedido|autoriz*|gir*)
    (pag*|transf*|factura*|firm*|formulario*|autoriz*) _ (por esta vez|de manera excepcional|excepcionalmente|como excepción)
    """,
    r"""
    (fatura|factura|nota|papéis|recibo|formulário|contrato|talão|comprovante) _ (depois|mais tarde|quando voltar|a seguir|segue depois
    |chega depois|quando chegar|quando regressar|(chega|envio|mando|entrego|segue) na segunda)
    (sem|em vez de) (a |o |esperar |passar |por |uma )?(a |o |esperar |passar |por |uma )?(segunda assinatura|formulário|ordem de compra
    |pedido de compra|portal|contrato|nota fiscal|procedimento|aprovação)
    (excecionalmente|excepcionalmente|a título excecional|desta vez) _ (pag*|transf*|fatura*|assin*|formulário*|autoriz*|aprov*)
    (pag*|transf*|fatura*|assin*|formulário*|autoriz*|aprov*) _ (excecionalmente|excepcionalmente|a título excecional|só desta vez)
    """,
    r"""
    (fattura|documenti|carte|modulo|ricevuta|contratto|ordine) _ (dopo|più tardi|al mio rientro|quando torno|arriverà dopo|seguirà|a seguire
    |te la lascio|la porto io|(arriva|porto|mando|do) lunedì)
    (senza|invece di
    |al posto di) (la |il |aspettare |passare |dal |una |seconda )?(la |il |aspettare |passare |dal |una |seconda )?(seconda firma
    |doppia firma|modulo|ordine|portale|fattura|procedura|approvazione)
    (in via eccezionale|eccezionalmente|per questa volta|per stavolta) _ (pag*|bonific*|fattur*|firm*|modul*|autorizz*|approv*|procedura)
    (pag*|bonific*|fattur*|firm*|modul*|autorizz*|approv*) _ (in via eccezionale|eccezionalmente|per questa volta|per stavolta)
    strappo alla regola
    (firma (singola|sola)|a firma unica)
    """,
    r"""
    (factuur|papieren|formulier|bon|contract|opdrachtbon|stukken) _ (later|achteraf|na mijn vakantie|als ik terug|daarna|stuur ik (je|u) na
    |nasturen)
    (factuur|papieren|formulier|bon|contract|opdrachtbon|stukken) _ (volgt|volgen) (nog|dan|na|morgen|volgende|zodra|als ik|wanneer)
    (zonder|in plaats van|buiten) (de |het |een |tweede |eerst )?(de |het |een |tweede |eerst )?(tweede handtekening|bestelbon|formulier
    |portaal|goedkeuring|factuur|procedure|boekhouding)
    (bij uitzondering|uitzonderlijk|eenmalig|voor deze ene keer) _ (betaal*|betal*|overmak*|overboek*|factuur|formulier|handtekening*
    |teken*|goedkeur*)
    (betaal*|betal*|overmak*|overboek*|factuur|formulier|handtekening*|teken*) _ (bij uitzondering|uitzonderlijk|eenmalig
    |voor deze ene keer)
    """,
    r"""
    (faktur*|rachunek|papiery|dokumenty|formularz|umow*|zamówieni*|kwit*) _ (później|po powrocie|jak wrócę|doniosę|dośle*|doślę|potem
    |za chwilę|przyjdzie jutro|(będzie|przyjdzie|wyślę|przyniosę|dostarczę) w poniedziałek)
    (bez|zamiast|z pominięciem) (drugiego |czekania |na )?(drugiego |czekania |na )?(drugiego podpisu|formularza|zamówienia|portalu|faktury
    |procedury|akceptu|księgowości)
    (wyjątkowo|w drodze wyjątku|ten jeden raz) _ (zapłac*|płat*|przelew*|przela*|faktur*|podpis*|formularz*|akcept*)
    (zapłac*|płat*|przelew*|przela*|faktur*|podpis*|formularz*|akcept*) _ (wyjątkowo|w drodze wyjątku|ten jeden raz)
    """,
)
"""A usual step is left out, or comes later."""

SHORTCUT_FIRM = (
    r"""
    (no need for|don't wait for|not wait for) (the |a |any |waiting for the )?(usual |second |normal |other |formal |official )?(form|forms
    |po|purchase order|second signature|signature|signatures|countersignature|approval|paperwork|procedure|process|vendor form|committee)
    (hasn't got a|hasn't a) (po|purchase order|order number) (as|because|yet|since)
    (portal|intranet|vpn|data room|shared drive|file share|upload|employee site|self service) (is|keeps|has|gives|was) _ (down|locked|error
    |moved|migrated|being updated|maintenance|offline|unavailable)
    (portal|intranet|vpn|data room|shared drive|file share|upload|employee site|self service) (keeps|times|won't|isn't|doesn't|does not
    |will not|refuses|is not) _ (out|working|accept*|take|let|upload*|load|open)
    (can't|cannot|unable to|couldn't|won't let me|not able to|haven't been able to|locked out of|have no) _ (the portal|portal|vpn|intranet
    |shared drive|office mail|company mail|work mail|company laptop)
    """,
    r"""
    (portal|laufwerk|vpn|firmennetz|firmenmail|firmenmails|kanzleiserver|datenraum) _ (wartung|nicht erreichbar|gesperrt|gestört|migriert
    |spinnt|geht nicht|kommen nicht|funktioniert nicht|komm* nicht|ausgefallen)
    (komme|komm|kommen) _ (nicht|kaum) _ (ins (system|portal|firmennetz)|aufs laufwerk|auf den server|an die firmenmails|in die firmenmail)
    """,
    r"""
    (portail|espace client|plateforme|vpn|messagerie) _ (maintenance|indisponible|bloqué*|panne|s'ouvre pas|ne s'ouvre|ne fonctionne
    |inaccessible|saturé*)
    """,
    r"""
    (portal|plataforma|carpeta|vpn) (me|está|no|da) _ (error|mantenimiento|caíd*|abre|entrar|deja|bloquead*|funciona)
    """,
    r"""
    (portal|plataforma|vpn|acesso) _ (não (me )?deixa|bloquead*|fora do ar|manutenção|em baixo|não abre|não entra|com erro|em migração)
    """,
    r"""
    (portale|vpn|gestionale|posta aziendale) _ (manutenzione|bloccat*|non (va|prende|funziona|si apre)|fuori uso|in tilt|giù)
    """,
    r"""
    (portaal|kluis|vpn|mail van de zaak) _ (eruit|onderhoud|niet bereikbaar|storing|doet het niet|ligt plat|werkt niet|geblokkeerd)
    """,
    r"""
    (portal|portalu|vpn|skrzynk*) _ (nie (działa|wpuszcza|mogę|mam dostępu|chodzi)|awari*|przerw*|zablokowan*)
    do systemu nie (mogę|mam dostępu)
    (nie mogę|nie mam dostępu|nie wpuszcza) _ (portal*|system*|firmowej)
    """,
)
"""The portal is down, the writer cannot get in. No negation undoes these: they hold one."""
