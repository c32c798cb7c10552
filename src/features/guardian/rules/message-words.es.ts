// What the rules on people and messages (R10 to R20) say in Spanish.
import type { WordsOfRules } from './speak.ts';

export const messageWords = {
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
} satisfies Partial<WordsOfRules>;
