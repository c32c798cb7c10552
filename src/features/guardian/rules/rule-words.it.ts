// What each rule says in Italian.
import type { WordsOfRules } from './speak.ts';

export const ruleWords: WordsOfRules = {
  R1: {
    title: 'Solo i tuoi contatti',
    asks: 'Scrivi solo a chi ti ha dato il suo numero. Ogni lista dice da dove vengono le sue persone; quelle comprate sono rifiutate.',
    says: {
      declared: 'Ogni lista dice da dove vengono le sue persone.',
      undeclared:
        '{names} {count, plural, one {non dice da dove vengono le sue persone} other {non dicono da dove vengono le loro persone}}.',
      bought:
        '{names} {count, plural, one {è stata comprata} other {sono state comprate}}: chi non ti conosce segnala questi messaggi.',
    },
    todo: {
      undeclared: 'Di’ da dove vengono queste persone.',
      bought: 'Togli {count, plural, one {questa lista} other {queste liste}} dai destinatari.',
    },
    parameters: {},
  },
  R2: {
    title: 'Scaldare nella prima settimana',
    asks: 'Nei primi giorni di invii di massa un numero raggiunge poche persone, quelle che ti conoscono meglio.',
    says: {
      past: 'La prima settimana di invii di massa è passata.',
      within: '{people, number} persone il giorno {day} di {sendingDays}: entro {perDay, number} al giorno.',
      over: '{people, number} persone il giorno {day} di invii di massa: al massimo {perDay, number} al giorno nei primi {sendingDays} giorni.',
    },
    todo: { over: 'Segui il piano di invio, o scegli meno destinatari.' },
    parameters: {
      perDay: 'Persone al giorno nella prima settimana',
      coldPerDay: 'Persone al giorno nella prima settimana se tra loro c’è chi non ti ha mai scritto',
      sendingDays: 'Giorni di invio che fanno la prima settimana',
    },
  },
  R3: {
    title: 'Prima chi ti conosce',
    asks: 'Finché tutti non sono stati raggiunti una volta, un giorno resta a poche centinaia di persone, e prima viene chi ti ha scritto.',
    says: {
      elsewhere: 'Questo numero non è nelle prime settimane.',
      within: '{people, number} persone in un giorno: entro {perDay, number}.',
      over: '{people, number} persone in un giorno, {cold, number} non ti hanno mai scritto: al massimo {perDay, number} al giorno finché tutti non sono stati raggiunti una volta.',
    },
    todo: { over: 'Segui il piano di invio: comincia da chi ti conosce meglio.' },
    parameters: {
      perDay: 'Persone al giorno finché tutti non sono stati raggiunti una volta',
      warmDays: 'È caldo chi ti ha scritto entro tanti giorni',
    },
  },
  R4: {
    title: 'Crescere a passi',
    asks: 'Dopo un primo messaggio a tutti con buona qualità, un giorno può raggiungere mille persone. Oltre vale il limite di WhatsApp, e un giorno al massimo raddoppia.',
    says: {
      elsewhere: 'Per questo numero ora valgono limiti più bassi.',
      within: '{people, number} persone in un giorno: entro {perDay, number}.',
      over: '{people, number} persone in un giorno: al massimo {perDay, number} finché il limite di WhatsApp e un mese di buona qualità non permettono di più.',
      proven:
        'Questo numero ha dato prova di sé: vale il limite di WhatsApp, non quello delle prime settimane.',
      jump: '{people, number} persone in un giorno sono un salto: il giorno più pieno finora ne aveva {busiestDay, number}, quindi al massimo {most, number}.',
    },
    todo: {
      over: 'Segui il piano di invio, o scegli meno destinatari.',
      jump: 'Segui il piano di invio: raddoppia di giorno in giorno.',
    },
    parameters: {
      perDay: 'Persone al giorno dopo il primo giro',
      passShare: 'Quota dei contatti raggiunta che chiude il primo giro',
      passPeople: 'Persone raggiunte che chiudono il primo giro di una base grande',
      provenDays: 'Giorni senza bassa qualità dopo i quali vale il limite di WhatsApp',
      provenLimit: 'Il limite di WhatsApp deve essere così alto per valere',
      growth: 'Un giorno è al massimo tante volte il più pieno finora',
    },
  },
  R5: {
    title: 'Guardare prima del prossimo invio',
    asks: 'Un giorno dopo un invio di massa la qualità deve essere alta o media prima del prossimo.',
    says: {
      good: 'La qualità del numero permette il prossimo invio.',
      low: 'La qualità del numero è bassa.',
      early:
        'L’ultimo invio di massa è finito {ago, plural, =0 {da meno di un’ora} one {da # ora} other {da # ore}}: la qualità si vede solo dopo {hours} ore.',
    },
    todo: {
      low: 'Ferma gli invii di massa e correggi ciò di cui ci si lamenta.',
      early: 'Avvia domani, o segui il piano di invio.',
    },
    parameters: {
      hours: 'Ore tra un invio di massa e lo sguardo alla qualità',
      massFrom: 'Da tante persone in su è un invio di massa; da lì valgono le regole sui grandi numeri',
    },
  },
  R6: {
    title: 'Riposo dopo bassa qualità',
    asks: 'Quando la qualità diventa bassa, gli invii di massa riposano una settimana. Le risposte ai clienti continuano.',
    says: {
      free: 'Non serve riposo.',
      resting:
        'Gli invii di massa riposano ancora {left, plural, one {# giorno} other {# giorni}} perché la qualità era bassa.',
      banned: 'WhatsApp ha escluso questo numero o il suo account.',
    },
    todo: {
      resting: 'Programma per dopo il riposo, e riscrivi il testo.',
      banned: 'Segui i passi nella pagina di salute del numero.',
    },
    parameters: { days: 'Giorni di riposo degli invii di massa dopo bassa qualità' },
  },
  R7: {
    title: 'Riprendersi piano',
    asks: 'Dopo un riposo, i giorni restano piccoli per un mese.',
    says: {
      not_needed: 'Il numero non si sta riprendendo da bassa qualità.',
      within: '{people, number} persone in un giorno: entro {perDay, number} mentre il numero si riprende.',
      over: '{people, number} persone in un giorno: al massimo {perDay, number} mentre il numero si riprende, ancora {left, plural, one {# giorno} other {# giorni}}.',
    },
    todo: { over: 'Segui il piano di invio, o scegli meno destinatari.' },
    parameters: {
      perDay: 'Persone al giorno mentre il numero si riprende',
      days: 'Giorni di ripresa dopo il riposo',
    },
  },
  R8: {
    title: 'Offrire un’uscita',
    asks: 'Un messaggio promozionale porta un pulsante con cui si fermano i prossimi. Chi non può uscire, segnala.',
    says: {
      not_promotional: 'Questo messaggio non è promozionale.',
      offered: 'Il messaggio ha un pulsante per disiscriversi.',
      missing: 'Il messaggio non ha un pulsante per disiscriversi.',
    },
    todo: { missing: 'Aggiungi il pulsante di disiscrizione al template.' },
    parameters: {},
  },
  R9: {
    title: 'Prima la verifica',
    asks: 'Un’attività che attira reclami fa invii di massa solo dopo la verifica di Meta.',
    says: {
      no_need: 'Nulla parla contro l’invio prima della verifica.',
      verified: 'Meta si fida della tua attività.',
      unverified: 'La tua attività attira reclami, e Meta non l’ha verificata.',
      better_verified:
        'Meta non ha verificato la tua attività: il suo limite è {limit, number} persone in 24 ore.',
    },
    todo: {
      unverified:
        'Fai verificare l’attività nel Business Manager di Meta prima di inviare a {people, number} persone.',
      better_verified:
        'Fai verificare l’attività nel Business Manager di Meta; dillo nelle impostazioni del guardiano.',
    },
    parameters: {
      drawsComplaints: 'La nostra attività attira reclami (prestiti, scommesse, integratori, …)',
      verified: 'Meta ha verificato la nostra attività',
    },
  },
  R10: {
    title: 'Un solo primo messaggio',
    asks: 'Chi non ha mai risposto ha avuto un messaggio. Il prossimo aspetta una risposta, oppure a lungo.',
    says: {
      not_promotional: 'Questo messaggio non è promozionale.',
      answered:
        'A {neverReplied, number} di {people, number} persone si è già scritto senza avere mai risposta.',
      again:
        'A {neverReplied, number} di {people, number} persone ({share} %) si è già scritto senza avere mai risposta; al massimo il {most} %.',
    },
    todo: { again: 'Lascia fuori chi non ha mai risposto; senza un motivo aspettano {days} giorni.' },
    parameters: {
      share: 'Quota dei destinatari a cui si è scritto senza avere mai risposta',
      days: 'Giorni tra due messaggi promozionali a chi non ha mai risposto',
    },
  },
  R11: {
    title: 'Spaziare il silenzio',
    asks: 'Chi non risponde riceve al massimo un messaggio in dieci o quindici giorni.',
    says: {
      not_promotional: 'Questo messaggio non è promozionale.',
      spaced: 'Nessuno ha avuto un messaggio senza risposta negli ultimi {days} giorni.',
      silent:
        '{unanswered, number} di {people, number} persone hanno avuto un messaggio negli ultimi {days} giorni e non hanno risposto.',
    },
    todo: { silent: 'Invia più tardi, o lascia fuori queste persone.' },
    parameters: { days: 'Giorni tra due messaggi a chi non risponde' },
  },
  R12: {
    title: 'Pochi messaggi al giorno',
    asks: 'Nessuno riceve molti messaggi in un giorno o in una settimana, su tutte le campagne.',
    says: {
      room: 'Nessuno ha già avuto {perDay, plural, one {# messaggio} other {# messaggi}} nelle ultime 24 ore.',
      full: '{full, number} di {people, number} persone hanno già avuto {perDay, plural, one {# messaggio} other {# messaggi}} nelle ultime 24 ore.',
    },
    todo: { full: 'Invia domani, o lascia fuori queste persone.' },
    parameters: {
      perDay: 'Messaggi da template per persona in 24 ore',
      perWeek: 'Messaggi promozionali per persona in 7 giorni',
    },
  },
  R13: {
    title: 'Rinnovare i template',
    asks: 'La gente si stanca dello stesso testo, e le segnalazioni si sommano su un template. Rinnovalo ogni tanto.',
    says: {
      fresh: 'Il template è fresco.',
      old: 'Il template è in uso da {daysInUse, plural, one {# giorno} other {# giorni}} ed è andato a {reached, number} persone.',
      falling: 'La qualità del template sta scendendo.',
      disliked: 'La qualità del template è bassa: se resta così, WhatsApp lo sospende.',
    },
    todo: {
      old: 'Scrivi il prossimo da capo.',
      falling: 'Scrivi un nuovo template.',
      disliked: 'Scegli un altro template.',
    },
    parameters: {
      days: 'Giorni d’uso dopo i quali un template è vecchio',
      people: 'Persone dopo le quali un template è consumato',
    },
  },
  R14: {
    title: 'Niente frasi da spam',
    asks: 'Nessuna parola che si conosce dallo spam: “migliore offerta”, “hai vinto”, “sei stato estratto”.',
    says: {
      calm: 'Il testo non ha nessuna delle frasi note.',
      spam: 'Il testo ha {count, plural, one {una frase} other {frasi}} da spam: {quotes}.',
      loud: 'Il testo grida: {quotes}.',
    },
    todo: {
      spam: 'Dillo con parole tue, semplici.',
      loud: 'Scrivi con più calma, e mostra dove portano i link.',
    },
    parameters: {},
  },
  R15: {
    title: 'Un insieme che vale la pena leggere',
    asks: 'Non solo promozioni: messaggi che aiutano, informano e rispondono tengono le persone con te.',
    says: {
      mixed: '{promotional, number} di {sent, number} messaggi in 30 giorni erano promozionali.',
      one_sided:
        '{promotional, number} di {sent, number} messaggi in 30 giorni ({share} %) erano promozionali; meglio al massimo il {most} %.',
    },
    todo: { one_sided: 'La prossima volta scrivi qualcosa di utile ai clienti.' },
    parameters: {
      share: 'Quota di messaggi promozionali in 30 giorni',
      from: 'Giudicata da tanti messaggi in su',
    },
  },
  R16: {
    title: 'Entro il limite di WhatsApp',
    asks: 'Meta limita a quante persone un’attività può scrivere per prima in 24 ore. Conta il numero che dice Meta.',
    says: {
      no_limit: 'WhatsApp non pone limiti a questo numero.',
      within:
        '{people, number} persone, {used, number} già raggiunte: entro il limite di WhatsApp di {limit, number} in 24 ore.',
      over: '{people, number} persone, ma c’è posto per {room, number}: il limite di WhatsApp è {limit, number} in 24 ore, {used, number} sono usate.',
    },
    todo: { over: 'Segui il piano di invio, o scegli meno destinatari.' },
    parameters: {},
  },
  R17: {
    title: 'Grandi invii in parti',
    asks: 'Gli invii molto grandi partono in parti con pause, così i problemi si vedono prima che tutti abbiano il messaggio.',
    says: {
      fits: '{people, number} persone in una volta: entro {most, number}.',
      big: '{people, number} persone in una volta: al massimo {most, number}, a {minutes} minuti l’una dall’altra.',
    },
    todo: { big: 'Segui il piano di invio, o fai {parts} campagne con template propri.' },
    parameters: { people: 'Persone in una volta', minutes: 'Minuti tra due parti' },
  },
  R18: {
    title: 'Dire chi scrive',
    asks: 'Il testo nomina la tua attività e saluta per nome.',
    says: {
      clear: 'Il testo dice chi scrive.',
      sender: 'Il testo non nomina la tua attività.',
      greeting: 'Il testo non saluta nessuno per nome.',
    },
    todo: { sender: 'Nomina la tua attività nel testo.', greeting: 'Comincia con il nome del cliente.' },
    parameters: {},
  },
  R19: {
    title: 'Consenso',
    asks: 'Le promozioni non vanno mai a chi si è disiscritto o è bloccato, né a molti che non hanno mai acconsentito.',
    says: {
      not_promotional: 'Questo messaggio non è promozionale.',
      agreed:
        '{leftOut, plural, =0 {Nessuno dei destinatari si è disiscritto.} one {# persona disiscritta o bloccata è lasciata fuori.} other {# persone disiscritte o bloccate sono lasciate fuori.}}',
      unwilling:
        '{unwilling, plural, one {# persona disiscritta o bloccata è} other {# persone disiscritte o bloccate sono}} tra i destinatari.',
      undeclared:
        '{undeclared, number} di {people, number} persone ({share} %) non hanno mai detto di volere promozioni; al massimo il {most} %.',
    },
    todo: {
      unwilling: 'Toglile dai destinatari.',
      undeclared: 'Scegli “Solo contatti iscritti”, o chiedi prima il consenso.',
    },
    parameters: { undeclaredShare: 'Quota dei destinatari che può non avere mai dichiarato il consenso' },
  },
  R20: {
    title: 'Lo segnaleresti?',
    asks: 'Prima di inviare: se ricevessi questo messaggio da un’attività, la segnaleresti o la bloccheresti?',
    says: { answered: 'Non segnaleresti questo messaggio.', open: 'Non te lo sei ancora chiesto.' },
    todo: { open: 'Leggilo come un cliente. Se lo segnaleresti, riscrivilo.' },
    parameters: {},
  },
};
