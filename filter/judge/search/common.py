"""Words of the phrases that stand in much of all mail: the last to be looked for first. Counted in mailing lists, office and business mail.

Only what looking costs hangs on them, not what is found.
"""

from __future__ import annotations

_OFTEN = {
    1000: """
        0 1 a aan all am and are at be che com con da das de del den der di die do e ein eine el em en es est for from have het hou i
        ich ik il in is ist it je l la le les lis list lo los me mi mit na nao nie no non not o of off on op par para pas per pm por
        pour pro que r s sec sent sie stat that the this to use user van von vou vous we week wil will with y you your
    """,
    300: """
        10 11 2 5 about account ach add ai al alle alleen als alte alter amanha an antes app as assin ate au auf aus auto avant banco
        bank bei bel best betal betalen bij bis bit bitt bitte block bon bonific by c call can cc ce compte conta conto corre correo
        cuenta d dag dagen dal dans data dato datos day deal della dem department des deu deux device deze dia dies diese dig dis doe
        domani don donderdag dos driv du due een einen email entr entro env envi envoy envoye er error esta eur euro even factu factura
        factuur fai fal favor fica file fin fino firm firma forward fra frei fur get gewoon gia gib graag group h ha habe haben hac han
        hanno has hat he heb heeft help her hier his ho hol hora how hoy id if ihr im info inform ios issue j ja jullie just kan kann
        know kont konto kopi kopie laat las let lig like ll log loon m mag mai mail mak mal manage market mas meeting mein mes message
        met mij mil min mir moi mon morgen my n nach nada ne need neu neue new nicht niet nieuw noch nog nos nota nous novo num nummer
        nur oder office onder one open org os oude our out over paga part pass passa passe pay piu please pod pode poi pra pre presiden
        president price prima program project quel qui quinta re read rechnung reg rekening rib run scad schon se secre secret see sei
        sem semana set sexta si sich sign signe sin sind so som some son sono su sul support sur swift system t te team tel telefo ten
        tes teu than there time tot tra tu u uber uit um un una une uns unter up updat update us usi using venc vers verzonden vi viel
        vir vire virement vol volgend voo voor vor votre w want was wenn what when which who wie wir work would ya yo zahl zeg zijn zit
        zu
    """,
    100: """
        06 24 770 9 aangepast aankoop ab abon acces access acconto accord accounts achter acompte act actual address administra adres
        after ainda air akkoord algo aller allo already also alternative altra anda ander andere anex anexo anot another ans anticip
        anticipo antig anual anything anzahlung ao aout apolice appel appen appena approv apres aqui ar arriv ask asked assist asunto
        attach attached atti attimo atual atualiz aucun aux available avez avis avv ayuda back banca bancari bankverbindung banque
        bedrag been before beginn beim being bekend bekommen bellen below belt ben beste bestel bestell between bez bien bijgaand bilan
        bilanci bill bin binnen blijft bol boleto bonifici bonifico bonnen book brauch bueno building bureau business busta cada cadeau
        cadeaubon calls cambi cambiat card cargo carta cartao carte case cedolin cel cent certificado certificat cet cette chang change
        changes check chez chiam ci clabe clic click clock clos close cnpj cob cobr cobro code codic codice codigo command commande
        company complet compr compra conference confiden confirm connect conseil constancia contact continue contract contrat contrato
        coo coop cop copy could cours credit cu cual cuanto current currently customer dai dam dar date days deb debiteur debiteuren
        debito decembre declar declarac dei dein deine deix dej deja demain demand demande depos deposit depuis derdengeld dernier desde
        detail details devo devolv devolvo dich did dienstag different diga diligence dinsdag dir dire direct discuss dispo diz document
        doen doet dois donn donne donnerstag door dossier down dra draai durch each ecri ecrit einem einer einfach emett employe
        employee empresa end entrar entre enviada enviado errors escrib estas este estero estoy etwas evening face facture fail fait
        fall falta far fattur fattura fatura faut fax fee find fine first flug foi fois follow following form forma fornec four frage
        freitag friday fue fuori fusie g gara gebe geben geen gegeven gegevens geheim geheimhouding geheimhoudingsovereenkomst geht geld
        gesendet gevraagd giorni giovedi gir give gmail go going good gutschein haal habl hacer had hai half hand handle handtekening
        hast hasta hatte haus head hebben hele here heute hierbij high hoje hold horas hour hours huur iban ici iets ihnen ihre include
        ine information insist international interview into invoice iphone its jaaropgave jaaropgaven jaarrekening jetzt jeudi jij john
        joint jou jour jouw jueves juin jusqu kantoor kauf keer kein keine klaar komme konnen krijg kun kvk laatste lasci lass lauf
        lauft law leas leave leg lei letter letzte levering li liber liefer liefst ligne lijn lijst line link lista listin llam lohn
        looking loonstrook lot lundi lunes ma maand maandag mailt main mais make maken management manana mand manda mandat manha marc
        mardi martedi martes master matin md medewerkers meenemen mehr mensaje merci mesmo mic mich middag mins minut mis misma mittwoch
        mochte moet moge moglich mois monday montag month morning mot mov mr much mud mudanca naar name national nda neces necesit
        necesita neem net next nieuwe ninguem nodig noi nom nombre nome nomin nomina notar notari notaris note nouv nouveau now nueva
        nuevo number numer numero nun nuov nuovo ob objet old onderstaand only ontvang onze operation order organi ort other otra otro
        ouderdom ouderdomsanalyse outro own p pa pagament pagamento pagar page paghe pago paid paie pan papier partir paso paspoort
        passer paye payment payroll pede pedido pela perso pessoal peut peux pfleg phon phone pid pide plan plus po pomeriggio position
        posso post posta prazo precis preciso prime primer private problem proces process procur procurac provide puedo pull put qual
        qued quer question quier quiero rad rappel rate reach receb receive rechnungen regal regalo regel regl regle reis reise
        rekeningnummer release repa reply report request require reserv reservier residence respond responde reste return review revis
        rfc right ring route ruck sac sala sald saldo saldos sales same sample sans sapere say scadut scaduto scan scann schedule
        schreib scriv secu security segue segunda semaine send senza sera service servono seu should siempre sigil sigilo signal
        signature signed sigue since small soci soir soll solo something sonst sont sotto source sous staff star start statement steuer
        stil still sto studio stuk stukken sturen submit suis suite sum sus tag take talk talks tard tarde targ tarjeta task telefon
        telefoni telefoon telemovel telephon telephone tell tem tengo terca termijn termin termo terug their them thing those thread
        three through thursday ti tiene tijd today todo token told tomorrow ton too torn toujours tout trading transaction trat treat
        tres trop try tue tuesday twee two type ufficio uhr uiterlijk uma under unser unsere until upload uploaden usa used util utili
        utiliz uur uw v vai vale valid valor value vanaf vandaag vari ve vecchi vence vencid vencida vendredi venerdi verifi verific
        verifica verrechn veut via vier viernes view visit voce voglio vos vrij vrijdag wants wat water wednesday weekend weet weg
        welche were werk werkt weten whats whatsapp wieder wilt without woche woensdag word working workshop wurde year z zahlen zahlung
        zeit zelf zo zum zweite
    """,
    30: """
        190 281 48 aba abend able abogad abonar abono abrechnung abschlag abschlagsrechnung accept acceso accesso achet achete acord
        acordo acquist across acta action active ad addebit adelant adelanto adjunt adjunto adjust administration adress adresse advance
        af afternoon aged agend aggiorn aggiornamento agora agreed agreement ahead ahi ahora airport aktuelle alla allega allegat
        allegato almoco along alteracoes alterar altersstruktur amend amount anagrafic analysis anbei ancien ancora anderen anderes
        anders android anfrage angelegenheit anhang anmeld annonce announce announcement annul annull anruf anrufen answer anteil
        anteilskauf anterior antigua antiguedad antiguidade antwort antworte antworten anweis anweisen anybody anyone anzeig apert apple
        approval approve approved aprov around arrange arras asks assembleia assim assinatura assistance attestation atualizacao
        atualizad audit auditor auditoria aufs auftrag aujourd ausweis authori autoriz autorizad autorizado autre autres avanc avance
        aviseme aviso avril avviso avvocat away bad baja balance bancaire bancaires bancaria bancario bancarios bande bankbestatigung
        banking baustelle become behalf behalt behalten beirat bekannt beneficiario benotig benotige bereits bericht besoin besprochen
        besser bestatig bestellen besten betaling betrag better bezahl bezahlt bist blackberry bleib bleibt board bond boss bounc
        brauche braucht brauchte bring broke buch bulletin buro busc buy buzon cabinet caduc calling cambiano cambiato cambio campo
        cancel cannot capo cards care carica cartera casa cash caso cede cell celle cellulare celular central ceo cerr certid
        certificate cfdi cfo chair chairman cham chamada changed charge chart chat chef chegar cheque cheques chf chief chius chiusura
        ciascun cie cif cinco cinq claim clause clausola clear client cliente clientes clients closed closing cobrar cobros coment comer
        commissaire committee compart compile complete compon compos comprar compre comprovativo compter comptes computer comuni
        confidencial confidencialidad confidential confidentialite confidentiel confirmar confirmation confirmed congres conseiller
        consejo consulent contactar contar contest contesta contratt contratto contribution controle convenio coordonnees copia
        corporate correct corriente corte cosa cotisation coup court cover crediti crypto cuando customers cut cycle dado dados daf dame
        dati dead debitor debitoren delai delay dello dentro depot desk despacho devedores devolucion devuel devuelv devuelvo dg dica
        didn diensthandy diesem dieses diesmal diferencia diferente difference digame digas dinero direccion directe directeur directly
        directo director direkt direto diretor diretoria discre discrecion display dispon disponible dispos dit dites documentacion
        dollar domicili domiciliacion domicilio done doppelt doppelzahlung double download dr drop duas durchwahl eben edit effect
        effective eft eil eilt ejecut electronic else embargo emit empfang emplead encaminh encarg encargo encontra encore encuentro
        ende engagement enter entidad entidade entrada entrara entry envoyer equipe erfahren erreich erwahn erzahl esco escrito
        escritorio etes euros evit evitar evitare execut executive existing exklusiv exklusivitat expir export extra extracto extrato fa
        facilit factor facturas fair faire fala fallig falls fast faster fatture faturas favore faz fech fecha fed feira feria ferme
        fevrier few ff fianza ficha fiche fiera filial filiale film fim final finance financial fiscal five flight floor flughafen
        folgend folgende follows fonds fordert formation former forni foto fourni fournisseur frais free freigegeben front full funciona
        fund funf future garde geander geandert geanderte gebuhr gehalt gehalts gehaltskonto gele gemeinschaftskonto gepruft gera gerade
        gerencia gestion getting gewechselt gezahlt gift gira giro given goes gold google got grad guard guia guide gunst gutscheine
        gutscheinkarte gutschrift haces halten handelsregisterauszug handy hatten hausbank held helfen hemos hersteller heure hilfe
        hinterleg hinterlegen hoc holerite hospital hui immediat immediate immediately important importe imposable indic indica indicat
        informacion ingres inici inn inne innerhalb inser insiste instant instantane instead instru instruc instruccion instrucciones
        instruct instruction instructions insurance intent internacional investigation invi invoices involve irs istituto items jak
        janvier jefe job journal juillet junt junta k kannst kaputt kart karte karten keep kindly klar kleine klik kollegen konditionen
        konta kontakt kontonummer kontrol kosten kreditkarte kundig kunt kurz kurze lanc lanz laptop later latest lavor lavoro lawyer
        leer leite lesen libre licen lieber liest linea liste little livre llegar load locked login lohnbuch lohns lohnsteuer loop lunch
        lunedi made mailen managing mandou mano mapa markt materia material matriz matter mattina media meglio meinem meio mejor mel
        mention mercoledi mercredi mesa mese metade mezzo mezzogiorno midi miercoles minute minuten minutes minuto mio mismo mitarbeit
        mitarbeiter mittag mobil mobile modelo modif modifi modifie moment money monitor montaje montant monto move moved movil moze
        mozesz mudamos mudar mudou must nachricht nachsten nachweis nadie namen nas near necesito needs negotiation nehmen nessun
        nessuno neuen never ni nobody nominas noon normal nosotros notario notes notice notification notre nouvel nouvelle nova nro nu
        nuestr nuestra nuevos null numbers octobre oferta offen oficina oggi ohne ok oltre once ones online operacion operativ oppos
        orden ordin ordine ordre ore ours outlook outra ouvert ouvertes owner pagamenti pagamos pagare pagat pagos pague paiement
        palavra panel pani parl parler parli pars parte participation partire partner partners parts pasado password past patron
        patronato payable payer payslip pc pedimos pediu pendiente pendientes percu performance period personal personale personne
        personnel petit petite photo pick picture piden piec piece pill pin place plafond plane platz play plazo poder pola posible
        possible poste posten postfach posto prac precisa prefer premi premier premium prend prenda prenot prepar prepare presentation
        presidente preso previous principal prior pris prisa proced proceder processamento procure proforma prosi provision prozent pruf
        pueda puedas puo purchas purchase purchasing push qualcosa quand quando quanto quarta queria quero quick quickly quiere quincena
        quit raggiung rais raise rapid rasc rather raus realiz receber receipt reception recibo recibos reconn record records rector
        rectora rede reference register registr registration reglement regres regulator reisen releve remain rembours rembourse rendez
        rendimento renew repair replac replace repond repondre reporte represent requested requests reseau reserva reserve reset resti
        resumen retenci retenciones retener retour retourn retourner reunion revision revisione rg riconosc rimbors riservat rispond
        rispondo riunioni road robot ruf rufen saber sache sag salaire salari salarial salary saldenliste salga salgo salir salon sblocc
        scadenza scarica scarico schick schlussrechnung schnell schriftlich scritto scrivo second secondo secure sede segundo seid senal
        sepa separate septembre serai serial serve session settle settlement settlements several share sheet shop siete sigilos signing
        siguiente sinal single sister site six slip sobald social sociedade socio sofort solicit somme sondern soon sort
        sozialversicherungsnummer speak sperr spread sprich st stasera stay step stipendi stipendio stop storage streaming streck stuck
        stunde sua subscription substituir sue sueldo sueldos summar summary summe supplier supply sv switch tages tampoco tan target
        tasa tax ted teil telefone telefonisch telefono teneis tenemos tenho termine tete text texto third tienes titularidad together
        toi toma tonight top toque total toute trabajador trabajo train transazione transf transfer transferencia transit transm tras
        travaux travel trein trouv trouve trouver trov trova tua tuo twice twoj ubermittel uberw uberweis uberweise uberzahl ultimo
        umstell umstellung unic unicamente unico union unten unterlage updated urge urgen urgencia urgent urgente usd uso usted usual
        usuario valable validar valide valores variazione vecchio veces vencimento vencimiento vendor verkaufer verra verranno versa
        vertrag vertraulich vezes viaje vieja virements visa visita visto visur vogliono voici void vole voll volo voraus vorgang vorrei
        vorschuss vorstand voucher vouchers voy vuole wait wanted welcher went werktag whether while wieczor wire wish within wochenende
        won writing wrong wurden yahoo yet za zahlbar zahlendreher zahlungserinnerung zamow zamowi ze zentrale zieh zug zuruck
        zuruckzahl zweimal zwischen
    """,
}

COMMON: dict[str, int] = {word: cost for cost, words in _OFTEN.items() for word in words.split()}
"""What it costs to look for a word, folded, or for all that open with it, where any other costs 1."""
