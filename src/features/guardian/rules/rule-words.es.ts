// What each rule says in Spanish.
import type { WordsOfRules } from './speak.ts';

export const ruleWords: WordsOfRules = {
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
  R10: {
    title: 'Un solo primer mensaje',
    asks: 'Quien nunca respondió recibió un mensaje. El próximo espera una respuesta, o mucho tiempo.',
    says: {
      not_promotional: 'Este mensaje no es promocional.',
      answered:
        'A {neverReplied, number} de {people, number} personas ya se les escribió y nunca respondieron.',
      again:
        'A {neverReplied, number} de {people, number} personas ({share} %) ya se les escribió y nunca respondieron; como mucho el {most} %.',
    },
    todo: { again: 'Deja fuera a quienes nunca respondieron; sin un motivo esperan {days} días.' },
    parameters: {
      share: 'Parte de la audiencia a la que se escribió sin que respondiera nunca',
      days: 'Días entre dos mensajes promocionales a quien nunca respondió',
    },
  },
  R11: {
    title: 'Espaciar el silencio',
    asks: 'Quien no responde recibe como mucho un mensaje cada diez o quince días.',
    says: {
      not_promotional: 'Este mensaje no es promocional.',
      spaced: 'Nadie recibió un mensaje sin responder en los últimos {days} días.',
      silent:
        '{unanswered, number} de {people, number} personas recibieron un mensaje en los últimos {days} días y no han respondido.',
    },
    todo: { silent: 'Envía más tarde, o deja fuera a estas personas.' },
    parameters: { days: 'Días entre dos mensajes a quien no responde' },
  },
  R12: {
    title: 'Pocos mensajes al día',
    asks: 'Nadie recibe muchos mensajes en un día o una semana, sumando todas las campañas.',
    says: {
      room: 'Nadie recibió ya {perDay, plural, one {# mensaje} other {# mensajes}} en las últimas 24 horas.',
      full: '{full, number} de {people, number} personas ya recibieron {perDay, plural, one {# mensaje} other {# mensajes}} en las últimas 24 horas.',
    },
    todo: { full: 'Envía mañana, o deja fuera a estas personas.' },
    parameters: {
      perDay: 'Mensajes de plantilla por persona en 24 horas',
      perWeek: 'Mensajes promocionales por persona en 7 días',
    },
  },
  R13: {
    title: 'Renovar plantillas',
    asks: 'La gente se cansa del mismo texto, y las denuncias se suman en una plantilla. Renuévala de vez en cuando.',
    says: {
      fresh: 'La plantilla es reciente.',
      old: 'La plantilla se usa desde hace {daysInUse, plural, one {# día} other {# días}} y llegó a {reached, number} personas.',
      falling: 'La calidad de la plantilla está bajando.',
      disliked: 'La calidad de la plantilla es baja: si sigue así, WhatsApp la pausa.',
    },
    todo: {
      old: 'Escribe la próxima de nuevo.',
      falling: 'Escribe una plantilla nueva.',
      disliked: 'Elige otra plantilla.',
    },
    parameters: {
      days: 'Días de uso tras los que una plantilla es vieja',
      people: 'Personas tras las que una plantilla está gastada',
    },
  },
  R14: {
    title: 'Sin frases de spam',
    asks: 'Ninguna palabra que se conozca del spam: «mejor oferta», «has ganado», «has sido elegido».',
    says: {
      calm: 'El texto no tiene ninguna de las frases conocidas.',
      spam: 'El texto tiene {count, plural, one {una frase} other {frases}} de spam: {quotes}.',
      loud: 'El texto grita: {quotes}.',
    },
    todo: {
      spam: 'Dilo con tus propias palabras sencillas.',
      loud: 'Escribe con calma, y muestra adónde llevan los enlaces.',
    },
    parameters: {},
  },
  R15: {
    title: 'Una mezcla que valga la pena leer',
    asks: 'No solo promociones: los mensajes que ayudan, informan y responden mantienen a la gente contigo.',
    says: {
      mixed: '{promotional, number} de {sent, number} mensajes en 30 días eran promocionales.',
      one_sided:
        '{promotional, number} de {sent, number} mensajes en 30 días ({share} %) eran promocionales; mejor como mucho el {most} %.',
    },
    todo: { one_sided: 'La próxima vez escribe algo útil para tus clientes.' },
    parameters: {
      share: 'Parte de mensajes promocionales en 30 días',
      from: 'Se juzga desde tantos mensajes',
    },
  },
  R16: {
    title: 'Dentro del límite de WhatsApp',
    asks: 'Meta limita a cuántas personas puede escribir primero un negocio en 24 horas. Vale la cifra que dice Meta.',
    says: {
      no_limit: 'WhatsApp no pone límite a este número.',
      within:
        '{people, number} personas, {used, number} ya alcanzadas: dentro del límite de WhatsApp de {limit, number} en 24 horas.',
      over: '{people, number} personas, pero hay sitio para {room, number}: el límite de WhatsApp es {limit, number} en 24 horas, {used, number} usadas.',
    },
    todo: { over: 'Sigue el plan de envío, o elige una audiencia menor.' },
    parameters: {},
  },
  R17: {
    title: 'Envíos grandes por partes',
    asks: 'Los envíos muy grandes salen por partes con pausas, para que los problemas se vean antes de que todos tengan el mensaje.',
    says: {
      fits: '{people, number} personas de una vez: dentro de {most, number}.',
      big: '{people, number} personas de una vez: como mucho {most, number}, con {minutes} minutos entre partes.',
    },
    todo: { big: 'Sigue el plan de envío, o haz {parts} campañas con plantillas propias.' },
    parameters: { people: 'Personas de una vez', minutes: 'Minutos entre dos partes' },
  },
  R18: {
    title: 'Decir quién escribe',
    asks: 'El texto nombra tu negocio y saluda por el nombre.',
    says: {
      clear: 'El texto dice quién escribe.',
      sender: 'El texto no nombra tu negocio.',
      greeting: 'El texto no saluda a nadie por su nombre.',
    },
    todo: { sender: 'Nombra tu negocio en el texto.', greeting: 'Empieza con el nombre del cliente.' },
    parameters: {},
  },
  R19: {
    title: 'Consentimiento',
    asks: 'Las promociones nunca van a quien se dio de baja o está bloqueado, ni a muchos que nunca aceptaron.',
    says: {
      not_promotional: 'Este mensaje no es promocional.',
      agreed:
        '{leftOut, plural, =0 {Nadie de la audiencia se dio de baja.} one {# persona dada de baja o bloqueada queda fuera.} other {# personas dadas de baja o bloqueadas quedan fuera.}}',
      unwilling:
        '{unwilling, plural, one {# persona dada de baja o bloqueada está} other {# personas dadas de baja o bloqueadas están}} en la audiencia.',
      undeclared:
        '{undeclared, number} de {people, number} personas ({share} %) nunca dijeron que quieren promociones; como mucho el {most} %.',
    },
    todo: {
      unwilling: 'Quítalas de la audiencia.',
      undeclared: 'Elige «Solo contactos suscritos», o pide antes el consentimiento.',
    },
    parameters: { undeclaredShare: 'Parte de la audiencia que puede no haber declarado su consentimiento' },
  },
  R20: {
    title: '¿Lo denunciarías?',
    asks: 'Antes de enviar: si recibieras este mensaje de un negocio, ¿lo denunciarías o lo bloquearías?',
    says: { answered: 'No denunciarías este mensaje.', open: 'Aún no te lo has preguntado.' },
    todo: { open: 'Léelo como un cliente. Si lo denunciarías, escríbelo de nuevo.' },
    parameters: {},
  },
};
