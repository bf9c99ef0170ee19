"""The day's payments: are they out, is there room for one more, until when, and who makes and releases them. Phrases only.

Whoever means to slip a payment in asks this first; so does whoever works there.
"""

from __future__ import annotations

PAYMENT_RUN = (
    r"""
    (has|is|was|have|are|did) _ ((the|today's|tomorrow's|this|friday's|thursday's|week's|month's) run|bacs|bacs file|ach file|payment run
    |pay run|payment batch|disbursements|payments|wires|transfers) ~ (gone|closed|authorised|authorized|released|approved|still room
    |room on it|squeeze|go to the bank|been sent|already out)
    (has|is|have|are) _ ((the|today's|tomorrow's|this|friday's|thursday's|week's|month's) run|payment run|batch|payments) (been )?(gone|out
    |closed|released|authorised|authorized|approved|locked)
    (room|space|a slot) _ (on|in) (it|today's|tomorrow's|this week's|friday's|thursday's|the) _ (run|batch|file|bacs|payments)
    (still|any|is there) (room|space) (on|in) (it|today's|tomorrow's|the (run|batch))
    (slip|squeeze|add|tag|tack|pop|sneak|get) _ (one|something|a payment|a line|another|an extra|it|this) (on|in|into|onto) _ (run|batch
    |bacs|payment run|payments)
    (before|until) you (send|release|submit|close|run|do) (the |today's |this |that |your )?(bacs|run|batch|payments|payment run|wires)
    (cutoff|cut off|cut-off|cutoff time) _ (bank|wire*|transfer*|payment*|today|chaps|ach|swift|sepa|the custodian|going out|same day)
    (bank's|wire|payment|chaps|ach|swift|today's) (cutoff|cut off|cut-off)
    (how late|what time|until when|till when|last minute) ~ (bank|ach|wire|wires|payment|bacs|chaps|swift|sepa|transfers
    |transfer) _ (window|cutoff|cut off|open|close*|take*|accept*|through|out)
    (who|who's|who else|who all) _ (has|have|holds|holding|with|got) _ (token|fob|release rights|second approver|signing rights
    |card reader|bank card|bank login|bank access|online banking)
    (you|she|he) _ (holding|hold|have|got) _ (token|fob|card reader|bank fob|bank token|bank card|online bank*|bank login)
    (do|does|are|is) (you|u|he|she|it you|it still you) _ (do|does|doing|make|making|handling|handle|who does
    |that does) (the |our )?(payments|transfers|wires|bank transfers|bank payments|banking|payment run)
    (who|who's|who is|who does|who do) _ (does|do|doing|makes|making|covers|covering|runs|pays|releases|handles|deal*) _ (payments
    |payment run|transfers|bank|banking|bills|third party account|allowances)
    (are|were) _ payments (still |now )?(with|through|done by) (you|u)
    (have|has) you (got )?(the )?(online bank*|bank app|internet banking) (open|up)
    (which|what) _ (account|accounts) would you (draw|use|pay|take)
    (outside|besides|apart from) (the |our )+(monthly|weekly|usual|normal|regular|friday) (run|payment run|batch)
    """,
    r"""
    (ist|sind|war|waren) _ (lauf|zahllauf|zahlungslauf|überweisungslauf|überweisungen|zahlungen|sammler|datei) ~ (raus|weg|draußen|durch
    |bei der bank|freigegeben|gesendet|abgeschlossen|platz|offen)
    (lauf|zahllauf|zahlungslauf|sammler) ~ (noch|etwas) _ (anhängen|dazunehmen|dazupacken|reinnehmen|mitnehmen|aufnehmen|dranhängen|platz
    |mit rein|posten)
    (bis wann|wie lange|bis wie viel uhr) ~ (bank|überweisungen|eilüberweisung*|eilauftr*|kontoschluss|annahmeschluss|buchungsschnitt)
    (wann ist|wann hat) _ (kontoschluss|annahmeschluss|bankschluss|cut off)
    (wer) _ (hat|macht|gibt|zeichnet|bedient) _ (tan|token|freigabe|zahlungen|überweisungen|zahllauf|bankzugang|zweite unterschrift)
    (machst du|machen sie|bist du das|sind sie das) _ (zahlungen|überweisungen|bank|zahllauf)
    """,
    r"""
    (les virements|la remise|le lot|la campagne|les règlements|les paiements|le virement) ~ (parti|partie|partis|parties|envoyé*|validé*
    |passé*|clôturé*|encore possible|de la place)
    (ajouter|glisser|rajouter|caser|passer) _ (un|une|virement|ligne|règlement|paiement) _ (lot|remise|virements|campagne|échéance)
    (jusqu'à quelle heure|à quelle heure|quelle est l'heure limite) ~ (virement*|banque|remise|paiement*)
    (plafond) _ (virement*|journalier|du jour|quotidien)
    (qui) _ (valide|signe|détient|possède) _ (les virements|les paiements|lecteur|boîtier|seconde signature|deuxième signature
    |accès banque)
    (qui) (fait|passe|gère) (les virements|les paiements|la banque)
    """,
    r"""
    (la remesa|las transferencias|los pagos|el lote|la nómina de proveedores) ~ (enviad*|salió|salieron|cerrad*|cierra*|hueco|cabe
    |mandad*)
    (a qué hora|hasta qué hora|hasta cuándo) _ (cierra*|corta*|sale|acepta*) _ (remesa|banco|pagos|transferencias|nómina)
    (meter|añadir|agregar|colar|incluir) _ (una|un|otra|otro|pago|transferencia) _ (remesa|lote|nómina|pagos)
    (quién) _ (tiene|firma|autoriza|lleva) _ (token|pagos|transferencias|segunda firma|claves|banco)
    """,
    r"""
    (as transferências|a remessa|os pagamentos|o lote|o ficheiro) ~ (seguiu|seguiram|saiu|saíram|fechou|fechad*|enviad*|espaço)
    (até que horas|a que horas|até quando) _ (fecha*|aceita*|sai|corta*) _ (banco|remessa|transferências|pagamentos)
    (quem) _ (tem|está com|assina|autoriza|faz) _ (token|segundo token|pagamentos|transferências|acesso|banco)
    """,
    r"""
    (la distinta|i bonifici|i pagamenti|il flusso) ~ (mandat*|inviat*|partit*|chius*|già in banca)
    (entro che ora|a che ora|fino a che ora) _ (banca|bonific*|distinta|chiud*|accett*) _ (banca|bonific*|distinta|pagament*|oggi)
    (chi) _ (ha|fa|firma|autorizza|tiene) _ (token|bonifici|pagamenti|seconda firma|chiavetta)
    """,
    r"""
    (is|zijn|gaat) _ (betaalrun|betaalronde|betaalbatch|batch|betalingen|betaalbestand|overboekingen) ~ (weg|verstuurd|verzonden
    |de deur uit|plek)
    (tot hoe laat|hoe laat|tot wanneer) ~ (bank|betaling*|overboeking*|spoedbetaling*|betaalrun)
    (wie) _ (heeft|doet|tekent|keurt) _ (token|betalingen|overboekingen|scanner|tweede handtekening|bankpas)
    """,
    r"""
    (przelewy|paczka|przelewów|lista przelewów|płatności) ~ (poszły|poszła|puszczon*|wysłan*|wyszły|zatwierdzon*|puszczenia|miejsce
    |dorzuc*)
    (do której|do której godziny) _ (bank|przelewy|sesja|elixir|puszcza*|idą|przyjmuj*)
    (kto) _ (dziś|dzisiaj|teraz|ma|robi|puszcza|trzyma|zatwierdza) _ (przelewy|bank|token|paczkę|płatności|drugi podpis)
    (dorzucić|dorzucę|dopisać|dołożyć) _ (coś|jeden|jedną|przelew|pozycję) _ (paczki|przelewów|listy|puszczenia)
    """,
)
"""Whether payments are out, and who makes them."""
