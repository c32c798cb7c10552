// What the rules on people and messages (R10 to R20) say in Italian.
import type { WordsOfRules } from './speak.ts';

export const messageWords = {
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
} satisfies Partial<WordsOfRules>;
