"""How an honest writer sends the reader to the usual safe way: ring the number you have, the portal, in person. Phrases only."""

from __future__ import annotations

SAFE_WAY = (
    r"""
    (ring|call|phone|telephone|dial|rung|called|phoned|reach|verify with) _ (on|at|using|via|through
    |the) (the |our |my |his |her |their |your |any )?(usual number|number you|number on|number from|number in|number printed|numbers on
    |numbers you|switchboard|office number|main number|published number|number on file|old number|known number|number above my)
    (number|phone number) (you|you've|you already|we|that you|they) (have|already have|always|have always|know|hold|had|ve always
    |ve got) (had|for me|for us|on file|of mine|of ours|already|from)
    (ring|call|phone) (me|us|him|her|reception|the office|the yard|deb) (before (you|anyone|paying|doing|changing|acting|anything|it)|first
    |if in doubt|if anything (is|looks|seems)|to (confirm|check|compare|verify))
    (come|stop|drop|pop|swing|call) (by|in|round|over|past|find me|see me|into|and see|up to|down to) (me |to )?(my office|the office
    |my desk|with id|and see|at my desk|accounts|the counter|at lunch|on the loft|at payroll|with the|with your|and i'll|and we|to sign
    |so we)
    (in person|face to face|over the counter) (on|at|when|tomorrow|next|with|please|before|as|and|if|this|only)
    (bring*|hand|deliver*|give|come|sign|collect*|drop) _ (in person|face to face|over the counter|by hand)
    (bring*|drop*|hand|handing|hands|give) _ (form|void cheque|voided check|original|envelope|passport|id|bank letter|slip|details) _ (over
    |round|in|by|to you|to your|to the office|myself|tomorrow|next|to reception|in person|to payroll|on (monday|tuesday|wednesday|thursday
    |friday))
    (upload*|drop|put|change|changed|enter|submit|find|download|log|posted|available|sitting|waiting|saved|save) _ (portal|intranet
    |self service|shared folder|shared drive|job folder|secure link|data room|month end folder|client area|ticket)
    (through|via|from) (the |our |your )?(usual |staff |hr |client |secure |customer |supplier |vendor |payroll |tax )?(portal|secure link
    |self service|data room|client area)
    (same|usual|existing) (account|bank account|bank details|iban|template|payee|details) (as (always|usual|before|last|in|ever|on|we
    |january|since)|we|you|on file|in the|since|printed|it came from|stays|remains|applies)
    (account|bank details|iban|account details|banking details) (itself |number )?(is|are|has|have|stays|stay|remains|remain|does|do
    |did) (the same|unchanged|as before|not changed|not change|as it was|as printed|as ever|exactly the same|still the same|where it was)
    (already |is |are |they're )(on|in|set up in|set up as|set up on) (our |the |your )?(supplier list|vendor list|system as a|vendor file
    |vendor master|supplier file|master file|approved list)
    (two|second|both|dual|usual two|double) (signature*|signatories|approvers|approvals|pair of eyes|sign off) (as|are|is|on|must|required
    |needed|have|before|from|like|under|for)
    (raise|raised|issue|against|quote|quoting|through) (a |the |our |your )?(purchase order|po) (number|as|first|before|and|with|for|in
    |approved)
    (rang|phoned|called|spoke (to|with)|spoken (to|with)|compared|checked|matched) _ (iban|their office|at the number|on the number
    |on the phone|on the usual|with the one|against the|master data|same account)
    """,
    r"""
    (ruf|rufe|rufen|anruf*|anrufen|telefonier*|wählen|erreich*|erreicht) _ (unter|über|auf
    |mit) (der |die |meiner |unserer |ihrer |der ihnen )?(bekannten|gewohnten|üblichen|nummer|durchwahl|zentrale|telefonnummer
    |festnetznummer|hinterlegten)
    (nummer|durchwahl|telefonnummer) _ (die (sie|du) (von|haben|hast|kennen|kennst|bereits|schon)|im telefonverzeichnis|auf dem briefkopf
    |auf der rechnung|auf alten|aus dem vertrag|auf der hausordnung|auf unserer (website|homepage))
    (ruf|rufe|rufen) (mich|uns|sie mich|sie uns|bitte|ihn|sie) (bitte |kurz |vorher |lieber |im zweifel |doch )?(an|vorher|zuerst|kurz an
    |im zweifel)
    (komm|kommen|komme|schau|schauen|kommst) _ (vorbei|zu mir|ins büro|runter|hoch|rüber|in mein büro|an den schalter|zu dir)
    (persönlich|vor ort|am schalter) (ab|vorbei|abgeben|übergeben|vorlegen|abgibst|abholen|bringen|erscheinen|kommen|unterschreiben
    |mit ausweis)
    (bring*|geb*|leg*|reich*) _ (zettel|formular|schreiben|ausweis|original*|stammblatt|iban|unterlagen|passkopie) _ (persönlich|vorbei
    |ins fach|ab|am schalter|in dein fach|auf den tisch|mit)
    (im|ins|über das|über unser|per|in das|aus dem) (mandantenportal|portal|kundenportal|mitarbeiterportal|kundencenter|klientenbereich
    |intranet|laufwerk|datenraum|lieferantenportal|selfservice|zeitsystem|kundenkonto)
    (konto|bankverbindung|iban|kontoverbindung) (wie|bleibt|ist|unverändert|hat sich nicht|finden sie unverändert|im stamm) (im stamm|gehabt
    |bisher|immer|gewohnt|unverändert|gleich|dieselbe|dasselbe|bestehen|bekannt|hinterlegt|in den stammdaten)
    (bekanntes|bekannte|bisherige|bisheriges|übliches|gewohntes|hinterlegte) (konto|bankverbindung|iban|kontoverbindung) (bleibt|weiter*
    |gilt|unverändert|wie|bestehen)
    (auf das|aufs|auf unser|auf ihr) (bekannte|übliche|gewohnte|hinterlegte) konto
    (zwei|zweite|zweiten|beide|doppelte|vier) (unterschrift*|augen prinzip|augen|freigabe*|freigeber|zeichnungsberechtigte*) _ (üblich|nötig
    |erforderlich|immer|wie|braucht|brauchen|gilt|prinzip)
    (vier augen prinzip|rückrufregel|zweitunterschrift|zweite freigabe)
    (zurückgerufen|abgeglichen|telefoniert|verglichen|angerufen) _ (iban|konto|nummer|hinterlegt*|stammdaten|erledigt|abgeglichen
    |kontrolliert)
    """,
    r"""
    (appele*|rappele*|téléphone*|joindre|joignez) _ (au|sur|à|via|avec) (le |notre |mon |votre |l')?(numéro (que vous|habituel|inscrit
    |figurant|connu|indiqué sur|qui figure|de l'accueil)|standard|numéro habituel|fixe du|accueil)
    (numéro|téléphone) (que vous (avez|connaissez)|habituel|inscrit sur|figurant sur|qui figure|connu|déjà)
    (appelez|appelle|rappelez|rappelle|téléphonez) (moi|nous) (avant|d'abord|en cas de doute|pour (confirmer|vérifier|comparer))
    (passe|passez|passer|venez|viens|monte|montez) _ (au bureau|me voir|à l'accueil|à mon bureau|au guichet|signer|à la mairie
    |cet après midi avec|dans mon bureau)
    (en main propre|de vive voix|en personne|remis en mains propres|par la poste en original|l'original)
    (dépos*|transmet*|téléchar*|mett*|modifi*|saisi*|chang*|mis|envoy*) _ (espace (client|partagé|salarié)|portail|coffre fort|chorus
    |intranet|dossier partagé|bannette|plateforme|classeur)
    (via|par|sur|dans) (le |la |l'|notre |votre )(portail|espace client|espace partagé|espace salarié|coffre fort|plateforme|intranet)
    (compte|rib|iban|coordonnées bancaires) (habituel*|inchangé*|ne change* pas|n'a pas changé|n'ont pas changé|reste* le même
    |reste* inchangé*|déjà enregistré|déjà connu|d'où)
    (deux|double|seconde|deuxième) (signature*|validation*|visa|regard) (comme|habituelle*|obligatoire*|nécessaire*|requise*|est|sont
    |reste*)
    (bon de commande) (signé|validé|d'abord|avant|comme|habituel)
    (rappelé|téléphoné|comparé|vérifié|contrôlé) _ (iban|rib|numéro|au standard|fournisseur|coordonnées)
    """,
    r"""
    (llám*|llam*|llame|telefone*) _ (al|en el|a) (número (que|de siempre|habitual|que figura|que tien*|de la factura|conocido)
    |teléfono (de siempre|habitual|que tien*|que figura)|fijo|centralita|extensión)
    (número|teléfono) (que ya (tienes|tiene|tenéis)|que (tienes|tiene|tenéis|figura)|de siempre|habitual)
    (llám*|llama|llame|llamad)( me| nos| lo)? (antes|primero|para (confirmar|comprobar|verificar)|si (hay|tienes|tiene) (alguna )?duda)
    (llámame|llámanos|llámeme|llámenos) (antes|primero|para|si|por teléfono|y)
    (pasa*|ven|venga*|acérc*|pásate) _ (por (la |mi |el )?(oficina|despacho|estudio|ventanilla|mesa|administración)|a verme|en persona
    |a firmar)
    (en persona|en mano|presencialmente|en ventanilla|en papel y firmado|cara a cara)
    (sub*|entr*|carg*|deja*|descarg*|cambi*|actualiz*) _ (portal|intranet|carpeta compartida|plataforma|espacio (cliente|compartido)
    |área (de )?cliente*|sede electrónica)
    (por|en|a través de|desde) (el |la |nuestro |nuestra )(portal|intranet|plataforma|área de cliente*|carpeta compartida)
    (cuenta|iban|clabe|datos bancarios) (de siempre|habitual*|no cambia*|no ha cambiado|no han cambiado|sigue* siendo|es la misma
    |son los mismos|sin cambios|la misma de|que ya (tienes|tiene|tenéis))
    (dos|doble|segunda) (firma*|autorización|validación|aprobación) (como siempre|habitual*|obligatori*|necesari*|de siempre)
    (llamé|he llamado|llamamos|comprobé|comprobado|cotejé|cotejado|verifiqué) _ (iban|cuenta|número|proveedor|titularidad|por teléfono)
    """,
    r"""
    (ligu*|liga|ligar|telefon*|contact*) _ (para|pelo|no|ao) (o |a )?(número (que|habitual|de sempre|do costume|que já)|telefone (que
    |habitual|de sempre)|fixo|ramal|geral|central telefónica)
    (número|telefone) (que (já )?(tem|tens|têm|consta)|de sempre|habitual|do costume)
    (ligue|liga|ligue me|liga me|me ligue|me liga) (antes|primeiro|para (confirmar|verificar|conferir)|em caso de dúvida|se tiver dúvida*)
    (passe|passa|venha|vem|passar) _ (pelo|no|ao|na|pela) (escritório|balcão|meu gabinete|secretaria|minha sala|minha mesa|departamento|rh)
    (entreg*|traz*|lev*|assin*|deix*|vem|venha|passo) _ (em mão|em mãos|pessoalmente|presencialmente)
    (em mão|em mãos|pessoalmente) (na|no|com|e com|à|ao|amanhã|quando)
    (carreg*|submet*|coloc*|entr*|baix*|descarreg*|alter*|atualiz*|anex*) _ (portal|intranet|pasta partilhada|pasta compartilhada|plataforma
    |área (do|de) cliente|drive)
    (pelo|no|através do|via) (nosso |seu )?(portal|área de cliente|sistema de ponto|portal do colaborador)
    (conta|iban|nib|dados bancários|chave pix) (de sempre|habitual|do costume|não muda*|não mudou|não mudaram|mantém se|mantêm se|é a mesma
    |são os mesmos|continua* a mesma|sem alteração|que já (tem|têm|tens))
    (duas|dupla|segunda) (assinatura*|aprovação|validação) (como sempre|habitua*|obrigatóri*|necessári*|do costume)
    (liguei|telefonei|confirmei|conferi|comparei|verifiquei) _ (iban|conta|número|fornecedor|por telefone|nib|titularidade)
    """,
    r"""
    (chiam*|telefon*|richiam*) _ (al|allo|sul|a) (numero (che|di sempre|solito|noto|in anagrafica|sulla|riportato)|solito numero|centralino
    |fisso|interno)
    (numero|telefono) (che (ha|avete|hai) (già|da sempre|in rubrica)|di sempre|solito|che già)
    (chiamami|mi chiami|chiamateci|ci chiami|chiamatemi) (prima|pure prima|per (conferma|confermare|verificare)|in caso di dubbi*
    |se ha dubbi)
    (passa|passi|venga|vieni|passo) _ (in ufficio|da me|allo sportello|a firmare|in amministrazione|in studio|alla scrivania|in segreteria)
    (pass*|porto|port*|consegn*|vengo|venga|veng*|firm*|dar*|ritir*) _ (di persona|a mano|brevi manu|allo sportello)
    (caric*|deposit*|scaric*|inseri*|aggiorn*|modific*|trov*) _ (portale|area (clienti|riservata|personale)|intranet|cartella condivisa
    |piattaforma|cassetto fiscale)
    (dal|sul|tramite il|attraverso il|nel) (nostro |vostro |suo )?(portale|cassetto fiscale|gestionale paghe)
    (conto|iban|coordinate|coordinate bancarie) (di sempre|solit*|non cambia*|non è cambiat*|non sono cambiat*|rest* (lo stesso|le stesse
    |invariat*)|è (lo stesso|sempre lo stesso)|invariat*|già in anagrafica|che avete già)
    (due|doppia|seconda) (firm*|autorizzazion*|approvazion*) (come sempre|come al solito|solit*|obbligatori*|necessari*|di rito)
    (ho chiamato|abbiamo chiamato|ho telefonato|ho verificato|ho confrontato|ho controllato) _ (iban|conto|numero|fornitore|anagrafica
    |al telefono|per telefono)
    """,
    r"""
    (bel|bellen|belt|telefoneer*) _ (op|via|naar) (het |ons |mijn |je |uw )?(bekende nummer|nummer dat|vaste nummer|nummer op
    |algemene nummer|hoofdnummer|gebruikelijke nummer|vaste toestel|centrale)
    (nummer|telefoonnummer) (dat (je|u|jullie) (al |van ons |van mij )?(heeft|hebt|hebben|kent)|dat u kent|dat bekend is)
    bel (me|mij|ons) (eerst|even|vooraf|bij twijfel|voordat|ter controle)
    (kom|komt|loop|loopt) _ (langs|binnen|even langs|bij mij|bij me|aan de balie|naar kantoor)
    (persoonlijk|aan de balie|in persoon) (langs|afgeven|afgegeven|inleveren|overhandig*|brengen|komen|tekenen|af)
    (upload*|zet*|plaats*|wijzig*|download*|vind*|invoer*) _ (portaal|portal|intranet|klantomgeving|gedeelde map|mijn omgeving|kluis)
    (via|in|op) (het |ons |de |uw )(portaal|portal|klantportaal|personeelsportaal|intranet|klantomgeving|selfservice)
    (rekening|rekeningnummer|iban|bankgegevens) (blijft|blijven|is|zijn|wijzigt|verandert|zoals) (hetzelfde|dezelfde|ongewijzigd|niet
    |onveranderd|gelijk|altijd|bekend)
    (zelfde|gebruikelijke|bekende|vertrouwde) (rekening|rekeningnummer|iban)
    (twee|tweede|dubbele) (handtekening*|goedkeuring|fiattering|akkoord) (zoals|als altijd|nodig|verplicht|vereist|gebruikelijk*)
    (gebeld|teruggebeld|vergeleken|nagebeld|gecontroleerd) _ (iban|rekening*|nummer|leverancier|stamgegevens)
    """,
    r"""
    (zadzwo*|dzwoni*|proszę dzwonić|telefon*) _ (na|pod) (numer (który|z|znany|podany na)|znany numer|stacjonarn*|central*|numer, który)
    (numer*|telefon*) (który (pan|pani|państwo|masz|macie|już)|ze (strony|stopki umowy)|z (umowy|faktury|pieczątki|białej listy))
    (zadzwoń|zadzwonić|proszę zadzwonić|niech pani zadzwoni) (do mnie )?(najpierw|zanim|przed|żeby potwierdzić|w celu potwierdzenia
    |w razie wątpliwości)
    (przyjd*|przyjś*|wpadn*|zajrz*|podejd*|podejś*) _ (do (biura|kadr|księgowości|mnie|pokoju|kasy|sekretariatu)|osobiście|podpisać)
    (osobiście|do ręki|do rąk własnych|na miejscu) (przynios*|przynie*|podpis*|odebrać|odbior*|złoż*|z dowodem|w (kadrach|biurze|kasie))
    (przynios*|przynie*|doręcz*|złoż*|odd*) _ (osobiście|do ręki|w kadrach|w sekretariacie)
    (wgra*|wrzuc*|zmieni*|pobra*|pobierz|znajd*|dostępn*|umieś*) _ (portal*|intrane*|panel* (klienta|pracownika)|platform*|e kartotek*
    |folder*|dysk* wspóln*)
    (przez|w|na) (portal*|intranecie|panelu (klienta|pracownika)|platformie|e bok|ebok)
    (rachun*|konto|numer konta|numer rachunku) (bez zmian|się nie zmieni*|nie zmienia|pozostaje|ten sam|ten co zawsze|jak zawsze
    |jak dotychczas|dotychczasowy pozostaje)
    (ten sam|dotychczasow*|stał*) (rachun*|konto) (co|jak|bez zmian|pozostaje|obowiązuje|z białej listy)
    (dwa|drugi*|podwójn*|dwóch) (podpis*|akcept*|autoryzacj*) (jak zawsze|jest|są|wymagan*|potrzebn*|konieczn*)
    (zadzwoniłem|zadzwoniłam|oddzwoniłam|oddzwoniłem|porównałam|porównałem|sprawdziłam|sprawdziłem) _ (rachun*|konto|numer*|białej liście
    |dostawc*)
    """,
)
"""The usual number, the portal, in person, the known account, two signatures."""

SAFE_WAY_NEVER = (
    r"""
    (never|won't|will not|no longer|can't|cannot|do not|don't|not|nothing) (change|amend|announce|act|alter) ~ (by|over|via|in|on|from
    |with) (an |a |any |plain )?(e mail|email|mail|emails|e mails)
    (never|won't|will not|no longer|can't|cannot|do not|don't|not|nothing) (send|accept|notify|ask for|give|putting|put|take|taking|issue
    |share|update|request|rely|e mail|email) ~ (account*|bank*|iban|details|payment*|pay|money|card*|password*|change*|payee*) ~ (by|over
    |via|in|on|from|with) (an |a |any |this |plain )?(e mail|email|mail|emails|e mails)
    (never|won't|will not|would never|will ever|nobody _ will ever) _ (ask|request|change*|announce|notify|tell|ring|write) _ (password*
    |account|bank details|iban|codes|gift cards|card numbers|pay details|payment details|token|tan)
    (don't|do not|nothing|no one|nobody|never|not) _ (change*|alter|amend|act|pay|update|key|move|release|touched) _ (until|before|unless
    |on the strength of|just because of|on this|from this) ~ (rung|rang|called|phoned|spoken|talked|confirmed|hear|letter|in your hand
    |received|alone|back)
    (don't|do not|not) _ take my word for it
    (if|should) (anybody|anyone|somebody|someone) ~ (in my name|in our name|new account|other account|bank details) ~ (ring|call|phone|no
    |ignore|bin|us|fraud*|answer)
    (bank details|account|iban|banking details) ~ (never|not|won't) ~ (by|in|over|via) (an |a )?(e mail|email|mail)
    (for your|in your) hand ~ (phone|ring|call)
    """,
    r"""
    (ändern|ändere|änderung*|zahlen|überweisen|buchen|zahlung*) _ (nie|niemals|nicht|nichts|kein*) _ (per|über|via|auf
    |aufgrund) (einer |eine |bloße )?(mail|e mail|email|mails|nachricht hin)
    (nie|niemals|nicht|nichts|kein*) _ (änderung*|zahlung*|überweisung*|konto*|bankverbindung*|bankdaten|iban) _ (per|über|via
    |aufgrund) (einer |eine |bloße )?(mail|e mail|email|mails)
    (nie|niemals|nicht|nichts) _ (per|über|via|auf|aufgrund) (einer |eine |bloße )?(mail|e mail|email|mails) _ (ändern|geändert|änderung*
    |zahlung*|überweisen|überwiesen|konto*|bankverbindung*|bankdaten|iban)
    (ändern|änder|ändere|überweisen|zahlen|buchen|unternehmen) _ (nichts|nie|nicht|kein*) ~ (mail|bevor|anruf|rückruf|brief|persönlich|post
    |original)
    (bankverbindung|kontoänderung*|iban|kontodaten|bankdaten) ~ (nie|niemals|nicht|grundsätzlich nicht|ausschließlich) ~ (per mail
    |per e mail|per email|brief|post|schriftlich mit|rückruf|telefonisch)
    (fragen|bitten|fordern|verlangen) _ (nie|niemals) _ (passwort*|tan|codes|bankdaten|gutschein*|kennwort)
    """,
    r"""
    (jamais|aucun*|rien|ne|pas) _ (modifi*|chang*|compte*|rib|iban|coordonnées|paiement*|virement*) _ (par|sur|via) (un )?(simple )?(mail
    |e mail|courriel|message)
    (ne|n|rien) _ (modifie*|change*|vire*|payez|paie*|faites) ~ (tant que|avant|sans) ~ (téléphone|appel*|recommandé|courrier|original
    |vive voix|voix|confirm*)
    (rib|coordonnées bancaires|iban|modifications?|virements?) ~ (jamais|pas) ~ (par|via|sur) (un simple )?(mail|courriel|e mail)
    (ne|n) (demand*|communiqu*|annon*|transmet*) (jamais|aucun*) ~ (rib|iban|mot de passe|codes|coordonnées)
    """,
    r"""
    (nunca|jamás|no|ningún|nada) (camb*|modific*|se camb*) ~ (por|en|vía) (un |simple |un simple )?(correo|mail|e mail|email|mensaje)
    (nunca|jamás|no) (envi*|acept*|comunic*|pedi*|notific*|mand*|anunci*|se comunic*) ~ (cuenta*|iban|clabe|datos|banc*|pago*|cambio*
    |transf*|clave*) ~ (por|en|vía) (un |simple |un simple )?(correo|mail|e mail|email|mensaje)
    (no|nada) _ (cambi*|modifi*|pagu*|transf*|hag*) ~ (hasta|antes|sin) ~ (llam*|teléfono|carta|burofax|original|en persona|habla*|confirm*)
    (cuenta|iban|datos bancarios|clabe) ~ (nunca|no|jamás) ~ (por|en un) (correo|mail|email|e mail)
    (nunca) _ (pedi*|solicit*|pregunt*) _ (contraseña*|claves|códigos|datos bancarios|tarjetas)
    """,
    r"""
    (nunca|jamais|não|nenhum*|nada) (alter*|mud*|se alter*|se mud*) ~ (por|num|via|em) (um |simples |um simples )?(e mail|email|mail
    |mensagem|whatsapp)
    (nunca|jamais|não) (envi*|aceit*|comunic*|ped*|inform*|solicit*|mand*|fazemos) ~ (conta|contas|iban|nib|dados|bancári*|pagament*
    |alteraç*|mudança*|pix|senha*) ~ (por|num|via|em) (um |simples |um simples )?(e mail|email|mail|mensagem|whatsapp)
    (não|nada) _ (alter*|mud*|pagu*|transf*|faç*) ~ (até|antes|sem|enquanto) ~ (lig*|telefone|carta|original|pessoalmente|falar|confirm*)
    (iban|conta|dados bancários) ~ (nunca|não|jamais) ~ (por|num|via) (e mail|email|mail)
    (nunca|jamais) _ (pedi*|solicit*) _ (senha*|códigos|dados bancários|palavra passe)
    """,
    r"""
    (mai|non|nessun*|niente|nulla) (cambi*|modific*|si cambia*) ~ (per|via|con una|su|in) (semplice |una semplice |una )?(mail|e mail|email)
    (mai|non) (invi*|accett*|comunic*|chied*|mand*|si comunica*|facciamo) ~ (conto|conti|iban|coordinate|bancar*|pagament*|bonific*|cambi
    |variazion*|modific*|password) ~ (per|via|con una|su|in) (semplice |una semplice |una )?(mail|e mail|email)
    (non|nulla|niente) _ (cambi*|modific*|pag*|bonific*|facc*) ~ (finché|prima|senza|fino a) ~ (telefon*|chiam*|sentit*|pec|raccomandata
    |original*|di persona|conferm*|voce)
    (iban|conto|coordinate) ~ (mai|non) ~ (per|via|con una) (mail|e mail|email)
    (mai) _ (chied*|richied*) _ (password|codici|dati bancari|otp|pin)
    """,
    r"""
    (nooit|niet|geen|niets) _ (wijzig*|betaling*|rekening*|iban|bankgegevens) _ (per|via|op basis van) (een |de )?(mail|e mail|email)
    (wijzig*|verander*|betaal|maak|pas) _ (niets|niet|nooit|geen) ~ (voordat|tot|zonder|alvorens) ~ (gebeld|bel*|telefon*|brief|persoonlijk
    |gesproken|origineel|bevestig*)
    (rekening*|iban|bankgegevens|wijzig*|verander*|betaal*) ~ (nooit|niet|niets) ~ (per|via|op basis van) (een |de )?(mail|e mail|email)
    (vragen|vraagt) _ nooit _ (wachtwoord*|codes|bankgegevens|pincode)
    """,
    r"""
    (nigdy|nie|żadn*|niczego) _ (zmieni*|zmian*|przelew*|płatnoś*|rachun*|konta|konto|kont) _ (mailem|mailowo|e mailem|przez mail*
    |drogą mailową|na podstawie (maila|samego maila|wiadomości)|w mailu)
    (nie|niczego|nic) _ (zmienia*|przelewa*|płaci*|wpisuj*|rób*) ~ (dopóki|zanim|bez|przed) ~ (telefon*|zadzwoni*|oddzwoni*|oryginał*
    |osobiście|list*|potwierdz*|rozmow*)
    (rachun*|konta|konto|zmian*|przelew*) ~ (nigdy|nie) ~ (mailem|mailowo|e mailem|przez mail*|drogą mailową|na podstawie maila)
    (nigdy) _ (prosi*|pyta*) _ (hasł*|kod*|dane|numer*)
    """,
)
"""Never by mail; change nothing before we have spoken. No negation undoes these: they hold one."""
