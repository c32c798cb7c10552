// What the rules on lists, pace and the number's standing (R1 to R9) say in Spanish.
import type { WordsOfRules } from './speak.ts';

export const senderWords = {
  R1: {
    title: 'Solo tus contactos',
    asks: 'Escribe solo a quien te dio su número. Cada lista dice de dónde vienen sus personas; las compradas se rechazan.',
    says: {
      declared: 'Cada lista dice de dónde vienen sus personas.',
      undeclared:
        '{names} {count, plural, one {no dice de dónde vienen sus personas} other {no dicen de dónde vienen sus personas}}.',
      bought:
        '{names} {count, plural, one {se compró} other {se compraron}}: quien no te conoce denuncia estos mensajes.',
    },
    todo: {
      undeclared: 'Di de dónde vienen estas personas.',
      bought: 'Quita {count, plural, one {esta lista} other {estas listas}} de la audiencia.',
    },
    parameters: {},
  },
  R2: {
    title: 'Calentar en la primera semana',
    asks: 'En los primeros días de envíos masivos un número llega a pocas personas, las que mejor te conocen.',
    says: {
      past: 'La primera semana de envíos masivos ya pasó.',
      within: '{people, number} personas el día {day} de {sendingDays}: dentro de {perDay, number} al día.',
      over: '{people, number} personas el día {day} de envíos masivos: como mucho {perDay, number} al día en los primeros {sendingDays} días.',
    },
    todo: { over: 'Sigue el plan de envío, o elige una audiencia menor.' },
    parameters: {
      perDay: 'Personas al día en la primera semana',
      coldPerDay: 'Personas al día en la primera semana si entre ellas hay quien nunca te escribió',
      sendingDays: 'Días de envío que forman la primera semana',
    },
  },
  R3: {
    title: 'Primero quien te conoce',
    asks: 'Hasta llegar a todos una vez, un día se queda en unos cientos de personas, y primero van quienes te escribieron.',
    says: {
      elsewhere: 'Este número no está en sus primeras semanas.',
      within: '{people, number} personas en un día: dentro de {perDay, number}.',
      over: '{people, number} personas en un día, {cold, number} nunca te escribieron: como mucho {perDay, number} al día hasta llegar a todos una vez.',
    },
    todo: { over: 'Sigue el plan de envío: empieza por quienes mejor te conocen.' },
    parameters: {
      perDay: 'Personas al día hasta llegar a todos una vez',
      warmDays: 'Es cercano quien te escribió dentro de tantos días',
    },
  },
  R4: {
    title: 'Crecer paso a paso',
    asks: 'Tras un primer mensaje a todos con buena calidad, un día puede llegar a mil personas. Más allá vale el límite de WhatsApp, y un día como mucho se dobla.',
    says: {
      elsewhere: 'Ahora este número tiene límites menores.',
      within: '{people, number} personas en un día: dentro de {perDay, number}.',
      over: '{people, number} personas en un día: como mucho {perDay, number} hasta que el límite de WhatsApp y un mes de buena calidad permitan más.',
      proven: 'Este número ya se ha probado: vale el límite de WhatsApp, no el de las primeras semanas.',
      jump: '{people, number} personas en un día es un salto: el día más lleno tuvo {busiestDay, number}, así que como mucho {most, number}.',
    },
    todo: {
      over: 'Sigue el plan de envío, o elige una audiencia menor.',
      jump: 'Sigue el plan de envío: dobla de un día a otro.',
    },
    parameters: {
      perDay: 'Personas al día tras la primera vuelta',
      passShare: 'Parte de los contactos alcanzada que cierra la primera vuelta',
      passPeople: 'Personas alcanzadas que cierran la primera vuelta de una base grande',
      provenDays: 'Días sin calidad baja tras los que vale el límite de WhatsApp',
      provenLimit: 'El límite de WhatsApp debe ser así de alto para valer',
      growth: 'Un día es como mucho tantas veces el más lleno hasta ahora',
    },
  },
  R5: {
    title: 'Mirar antes del próximo envío',
    asks: 'Un día después de un envío masivo la calidad debe ser alta o media antes del próximo.',
    says: {
      good: 'La calidad del número permite el próximo envío.',
      low: 'La calidad del número es baja.',
      early:
        'El último envío masivo acabó hace {ago, plural, =0 {menos de una hora} one {# hora} other {# horas}}: la calidad se ve solo tras {hours} horas.',
    },
    todo: {
      low: 'Detén los envíos masivos y corrige aquello de lo que se quejan.',
      early: 'Empieza mañana, o sigue el plan de envío.',
    },
    parameters: {
      hours: 'Horas entre un envío masivo y la mirada a la calidad',
      massFrom: 'Desde tantas personas es un envío masivo; desde ahí valen las reglas sobre multitudes',
    },
  },
  R6: {
    title: 'Descanso tras calidad baja',
    asks: 'Cuando la calidad baja, los envíos masivos descansan una semana. Las respuestas a clientes siguen.',
    says: {
      free: 'No hace falta descanso.',
      resting:
        'Los envíos masivos descansan {left, plural, one {# día más} other {# días más}} porque la calidad era baja.',
      banned: 'WhatsApp ha expulsado este número o su cuenta.',
    },
    todo: {
      resting: 'Prográmala para después del descanso, y reescribe el texto.',
      banned: 'Sigue los pasos en la página de salud del número.',
    },
    parameters: { days: 'Días que descansan los envíos masivos tras calidad baja' },
  },
  R7: {
    title: 'Recuperarse despacio',
    asks: 'Tras un descanso así, los días siguen pequeños durante un mes.',
    says: {
      not_needed: 'El número no se está recuperando de calidad baja.',
      within:
        '{people, number} personas en un día: dentro de {perDay, number} mientras el número se recupera.',
      over: '{people, number} personas en un día: como mucho {perDay, number} mientras el número se recupera, {left, plural, one {# día más} other {# días más}}.',
    },
    todo: { over: 'Sigue el plan de envío, o elige una audiencia menor.' },
    parameters: {
      perDay: 'Personas al día mientras el número se recupera',
      days: 'Días que dura la recuperación tras el descanso',
    },
  },
  R8: {
    title: 'Ofrecer una salida',
    asks: 'Un mensaje promocional lleva un botón para no recibir más. Quien no puede salir, denuncia.',
    says: {
      not_promotional: 'Este mensaje no es promocional.',
      offered: 'El mensaje tiene un botón para darse de baja.',
      missing: 'El mensaje no tiene un botón para darse de baja.',
    },
    todo: { missing: 'Añade el botón de baja a la plantilla.' },
    parameters: {},
  },
  R9: {
    title: 'Primero la verificación',
    asks: 'Un negocio que atrae quejas hace envíos masivos solo después de que Meta lo verifique.',
    says: {
      no_need: 'Nada se opone a enviar antes de la verificación.',
      verified: 'Meta confía en tu negocio.',
      unverified: 'Tu tipo de negocio atrae quejas, y Meta no lo ha verificado.',
      better_verified: 'Meta no ha verificado tu negocio: su límite es {limit, number} personas en 24 horas.',
    },
    todo: {
      unverified:
        'Verifica el negocio en el Business Manager de Meta antes de enviar a {people, number} personas.',
      better_verified:
        'Verifica el negocio en el Business Manager de Meta; dilo en los ajustes del guardián.',
    },
    parameters: {
      drawsComplaints: 'Nuestro negocio atrae quejas (préstamos, apuestas, suplementos, …)',
      verified: 'Meta ha verificado nuestro negocio',
    },
  },
} satisfies Partial<WordsOfRules>;
