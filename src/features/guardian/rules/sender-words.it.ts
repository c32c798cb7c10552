// What the rules on lists, pace and the number's standing (R1 to R9) say in Italian.
import type { WordsOfRules } from './speak.ts';

export const senderWords = {
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
} satisfies Partial<WordsOfRules>;
