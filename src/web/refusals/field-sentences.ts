// What the server says at single fields, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

/** As zod says them by itself. */
export const ZOD_SENTENCES: readonly Sentence[] = [
  ['Too small: expected string to have >=1 characters', 'Scrivi qualcosa', 'Escribe algo'],
  ['Too small: expected array to have >=1 items', 'Scegline almeno uno', 'Elige al menos uno'],
  [
    'Too small: expected string to have >={count} characters',
    'Scrivi almeno {count} caratteri',
    'Escribe al menos {count} caracteres',
  ],
  [
    'Too big: expected string to have <={count} characters',
    'Al massimo {count} caratteri',
    'Como mucho {count} caracteres',
  ],
  ['Too small: expected number to be >={count}', 'Almeno {count}', 'Al menos {count}'],
  ['Too big: expected number to be <={count}', 'Al massimo {count}', 'Como mucho {count}'],
  ['Too small: expected int to be >={count}', 'Almeno {count}', 'Al menos {count}'],
  ['Too big: expected int to be <={count}', 'Al massimo {count}', 'Como mucho {count}'],
  ['Too small: expected array to have >={count} items', 'Almeno {count} voci', 'Al menos {count} elementos'],
  [
    'Too big: expected array to have <={count} items',
    'Al massimo {count} voci',
    'Como mucho {count} elementos',
  ],
  ['Invalid email address', 'Non è un indirizzo e-mail', 'No es una dirección de correo'],
  ['Invalid URL', 'Non è un indirizzo web', 'No es una dirección web'],
  ['Invalid input: expected {wanted}, received undefined', 'Manca', 'Falta'],
  ['Invalid input: expected {wanted}, received {given}', 'Valore non valido', 'Valor no válido'],
];

export const FIELD_SENTENCES: readonly Sentence[] = [
  ['At most {count} characters', 'Al massimo {count} caratteri', 'Como mucho {count} caracteres'],
  ['At least two characters', 'Almeno due caratteri', 'Al menos dos caracteres'],
  ['This is not an e-mail address', 'Non è un indirizzo e-mail', 'No es una dirección de correo'],
  [
    'Write an e-mail address like name@example.com',
    'Scrivi un indirizzo e-mail come nome@esempio.it',
    'Escribe una dirección de correo como nombre@ejemplo.es',
  ],
  ['Write your name.', 'Scrivi il tuo nome.', 'Escribe tu nombre.'],
  ['Write something', 'Scrivi qualcosa', 'Escribe algo'],
  ['Write at least one word', 'Scrivi almeno una parola', 'Escribe al menos una palabra'],
  ['Write the SMS', 'Scrivi l’SMS', 'Escribe el SMS'],
  ['Choose a day', 'Scegli un giorno', 'Elige un día'],
  ['Choose a template', 'Scegli un template', 'Elige una plantilla'],
  [
    'Choose the number to send from',
    'Scegli il numero da cui inviare',
    'Elige el número desde el que enviar',
  ],
  [
    'Choose at least one list, segment, tag or contact',
    'Scegli almeno una lista, un segmento, un tag o un contatto',
    'Elige al menos una lista, un segmento, una etiqueta o un contacto',
  ],
  ['Choose at least one', 'Scegline almeno uno', 'Elige al menos uno'],
  [
    'Choose a time in the future, or start the campaign now',
    'Scegli un momento futuro, oppure avvia subito la campagna',
    'Elige un momento futuro, o inicia ya la campaña',
  ],
  [
    'It is a template: schedule another message instead.',
    'È un template: programma piuttosto un altro messaggio.',
    'Es una plantilla: programa más bien otro mensaje.',
  ],
  [
    'Use up to 30 letters without accents, digits, - and _',
    'Usa fino a 30 lettere senza accenti, cifre, - e _',
    'Usa hasta 30 letras sin acentos, cifras, - y _',
  ],
  [
    'Write the text, or attach a file',
    'Scrivi il testo, o allega un file',
    'Escribe el texto, o adjunta un archivo',
  ],
  [
    'Choose a time in the future, within a year.',
    'Scegli un momento futuro, entro un anno.',
    'Elige un momento futuro, dentro de un año.',
  ],
  [
    'Choose a time within the next two years',
    'Scegli un momento entro i prossimi due anni',
    'Elige un momento dentro de los próximos dos años',
  ],
  ['Choose another category.', 'Scegli un’altra categoria.', 'Elige otra categoría.'],
  ['Choose another status.', 'Scegli un altro stato.', 'Elige otro estado.'],
  [
    'Choose another contact to merge with',
    'Scegli un altro contatto da unire',
    'Elige otro contacto con el que unirlo',
  ],
  [
    'Choose the contact that the ticket is about.',
    'Scegli il contatto a cui si riferisce il ticket.',
    'Elige el contacto del que trata el ticket.',
  ],
  [
    'Give a phone number or a WhatsApp user id',
    'Dai un numero di telefono o un id utente WhatsApp',
    'Da un número de teléfono o un id de usuario de WhatsApp',
  ],
  ['Give the campaign a name', 'Dai un nome alla campagna', 'Ponle un nombre a la campaña'],
  ['Give the field a name', 'Dai un nome al campo', 'Ponle un nombre al campo'],
  ['Give the list a name', 'Dai un nome alla lista', 'Ponle un nombre a la lista'],
  ['Give the rule a name', 'Dai un nome alla regola', 'Ponle un nombre a la regla'],
  ['Give the segment a name', 'Dai un nome al segmento', 'Ponle un nombre al segmento'],
  ['Give the tag a name', 'Dai un nome al tag', 'Ponle un nombre a la etiqueta'],
  ['Give the template a name.', 'Dai un nome al template.', 'Ponle un nombre a la plantilla.'],
  ['Give the ticket a title', 'Dai un titolo al ticket', 'Ponle un título al ticket'],
  [
    'Give a web address such as https://api.example.com/sms',
    'Dai un indirizzo web come https://api.example.com/sms',
    'Da una dirección web como https://api.example.com/sms',
  ],
  [
    'Use only lower-case letters a to z, digits and underscores.',
    'Usa solo lettere minuscole da a a z, cifre e trattini bassi.',
    'Usa solo letras minúsculas de la a a la z, cifras y guiones bajos.',
  ],
  [
    'Use capital letters, digits and underscores, beginning with a letter',
    'Usa maiuscole, cifre e trattini bassi, iniziando con una lettera',
    'Usa mayúsculas, cifras y guiones bajos, empezando por una letra',
  ],
  ['Use two letters such as IT', 'Usa due lettere, come IT', 'Usa dos letras, como IT'],
  [
    'Use a time zone such as Europe/Rome',
    'Usa un fuso orario come Europe/Rome',
    'Usa una zona horaria como Europe/Rome',
  ],
  [
    'A list’s name holds no ; and no |',
    'Il nome di una lista non contiene ; né |',
    'El nombre de una lista no lleva ; ni |',
  ],
  [
    'A tag’s name holds no ; and no |',
    'Il nome di un tag non contiene ; né |',
    'El nombre de una etiqueta no lleva ; ni |',
  ],
  ['Say in a few words why', 'Di’ in poche parole perché', 'Di en pocas palabras por qué'],
  [
    'Say where and for how long it sent in bulk',
    'Di’ dove e per quanto tempo ha inviato in massa',
    'Di dónde y durante cuánto tiempo envió en masa',
  ],
  [
    'Say which column holds the phone numbers',
    'Di’ quale colonna contiene i numeri di telefono',
    'Di qué columna contiene los números de teléfono',
  ],
  [
    'Say what “{slot}” in the {part} is filled with',
    'Di’ con che cosa si riempie “{slot}”',
    'Di con qué se rellena “{slot}”',
  ],
  [
    'Digits only: copy the id from WhatsApp Manager.',
    'Solo cifre: copia l’id da WhatsApp Manager.',
    'Solo cifras: copia el id de WhatsApp Manager.',
  ],
  ['Paste the access token.', 'Incolla il token di accesso.', 'Pega el token de acceso.'],
  [
    'The app secret has 32 characters, digits and a–f.',
    'Il segreto dell’app ha 32 caratteri, cifre e a–f.',
    'El secreto de la app tiene 32 caracteres, cifras y a–f.',
  ],
  [
    'The phone is the only thing this contact is known by',
    'Il telefono è l’unica cosa da cui si riconosce questo contatto',
    'El teléfono es lo único por lo que se conoce a este contacto',
  ],
  [
    'The shares add up to more than 100 %',
    'Le quote superano insieme il 100 %',
    'Las partes suman más del 100 %',
  ],
  ['A reason needs words', 'Un motivo ha bisogno di parole', 'Un motivo necesita palabras'],
  ['“{reason}” is there twice.', '“{reason}” c’è due volte.', '“{reason}” está dos veces.'],
  [
    '“{word}” holds no letter or digit.',
    '“{word}” non contiene lettere né cifre.',
    '“{word}” no contiene letras ni cifras.',
  ],
  [
    '“{word}” is a word for unsubscribing already.',
    '“{word}” è già una parola per disiscriversi.',
    '“{word}” ya es una palabra para darse de baja.',
  ],
  [
    'There is a rule of this name already.',
    'C’è già una regola con questo nome.',
    'Ya hay una regla con este nombre.',
  ],
];
