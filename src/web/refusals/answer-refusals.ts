// What the server refuses around answers: choices, files, reactions, templates by hand, views, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const ANSWER_REFUSALS: readonly Sentence[] = [
  // Buttons and lists
  [
    'Write something, or attach a file.',
    'Scrivi qualcosa, o allega un file.',
    'Escribe algo, o adjunta un archivo.',
  ],
  [
    'A message has either buttons or a list.',
    'Un messaggio ha dei pulsanti oppure una lista.',
    'Un mensaje tiene botones o una lista.',
  ],
  [
    'Write what the customer is to choose about.',
    'Scrivi su che cosa il cliente deve scegliere.',
    'Escribe sobre qué tiene que elegir el cliente.',
  ],
  [
    'A message with a list takes no file: send the file by itself.',
    'Un messaggio con una lista non porta file: invia il file da solo.',
    'Un mensaje con lista no lleva archivo: envía el archivo por separado.',
  ],
  ['A voice note stands alone.', 'Una nota vocale va da sola.', 'Una nota de voz va sola.'],
  [
    'Only a message with buttons or a list has a heading.',
    'Solo un messaggio con pulsanti o lista ha un titolo.',
    'Solo un mensaje con botones o lista tiene título.',
  ],
  [
    'Only a message with buttons or a list has a footer.',
    'Solo un messaggio con pulsanti o lista ha un piè di pagina.',
    'Solo un mensaje con botones o lista tiene pie.',
  ],
  [
    'The file takes the place of the heading.',
    'Il file prende il posto del titolo.',
    'El archivo ocupa el lugar del título.',
  ],
  [
    'WhatsApp takes at most {most} characters here: shorten it by {over}.',
    'WhatsApp accetta al massimo {most} caratteri qui: accorcia di {over}.',
    'WhatsApp admite como mucho {most} caracteres aquí: acorta {over}.',
  ],
  [
    'A list has at most {count} rows in all.',
    'Una lista ha al massimo {count} righe in tutto.',
    'Una lista tiene como mucho {count} filas en total.',
  ],
  [
    'With several sections each needs a title.',
    'Con più sezioni ognuna ha bisogno di un titolo.',
    'Con varias secciones cada una necesita un título.',
  ],
  ['Two choices have this title.', 'Due scelte hanno questo titolo.', 'Dos opciones tienen este título.'],
  ['Two choices have this id.', 'Due scelte hanno questo id.', 'Dos opciones tienen este id.'],
  [
    'Above buttons stands a picture, a video or a document: send this by itself.',
    'Sopra i pulsanti sta un’immagine, un video o un documento: invia questo da solo.',
    'Encima de los botones va una imagen, un vídeo o un documento: envía esto por separado.',
  ],
  [
    'WhatsApp takes voice notes as audio/ogg with Opus only.',
    'WhatsApp accetta note vocali solo come audio/ogg con Opus.',
    'WhatsApp admite notas de voz solo como audio/ogg con Opus.',
  ],
  [
    'WhatsApp shows no words with {word} files: send them by themselves.',
    'WhatsApp non mostra testo insieme a questo tipo di file ({word}): invialo da solo.',
    'WhatsApp no muestra texto con este tipo de archivo ({word}): envíalo por separado.',
  ],
  // Reactions, people, ids
  [
    'Give one emoji; an empty text takes it back.',
    'Dai una sola emoji; un testo vuoto la toglie.',
    'Da un solo emoji; un texto vacío lo quita.',
  ],
  [
    'There is no reaction of ours to take back.',
    'Non c’è una nostra reazione da togliere.',
    'No hay ninguna reacción nuestra que quitar.',
  ],
  [
    'One of these people does not belong to the workspace.',
    'Una di queste persone non fa parte dello spazio di lavoro.',
    'Una de estas personas no pertenece al espacio de trabajo.',
  ],
  [
    'One of these people may not answer chats here.',
    'Una di queste persone qui non può rispondere alle chat.',
    'Una de estas personas no puede responder chats aquí.',
  ],
  [
    'Another message has this id already: choose a new one.',
    'Un altro messaggio ha già questo id: scegline uno nuovo.',
    'Otro mensaje ya tiene este id: elige uno nuevo.',
  ],
  // Templates by hand, and what is sent later
  [
    'Some values of the template are missing.',
    'Mancano alcuni valori del template.',
    'Faltan algunos valores de la plantilla.',
  ],
  [
    'The template has no file here.',
    'Il template qui non ha alcun file.',
    'La plantilla no tiene ningún archivo aquí.',
  ],
  [
    'Here the template shows a file of the kind {word}.',
    'Qui il template mostra un file di tipo {word}.',
    'Aquí la plantilla muestra un archivo de tipo {word}.',
  ],
  [
    'Give an answer or a template, not both.',
    'Dai una risposta o un template, non entrambi.',
    'Da una respuesta o una plantilla, no ambas.',
  ],
  [
    'Whoever scheduled it may no longer write here.',
    'Chi l’ha programmato non può più scrivere qui.',
    'Quien lo programó ya no puede escribir aquí.',
  ],
  [
    'It could not be sent for several hours.',
    'Per diverse ore non è stato possibile inviarlo.',
    'Durante varias horas no se pudo enviar.',
  ],
  // Views
  ['Give the view a name', 'Dai un nome alla vista', 'Ponle un nombre a la vista'],
  ['A name is one line', 'Un nome sta su una riga', 'Un nombre ocupa una sola línea'],
  ['There is a view “{name}” already.', 'C’è già una vista “{name}”.', 'Ya hay una vista “{name}”.'],
  [
    'Views of the team are kept by those who may assign conversations.',
    'Le viste del team sono tenute da chi può assegnare conversazioni.',
    'Las vistas del equipo las llevan quienes pueden asignar conversaciones.',
  ],
  [
    '{count} views are the most: delete one that nobody uses.',
    'Al massimo {count} viste: eliminane una che nessuno usa.',
    'Como mucho {count} vistas: elimina una que nadie use.',
  ],
  [
    'Name every view of that scope once.',
    'Nomina ogni vista di quel gruppo una volta.',
    'Nombra una vez cada vista de ese grupo.',
  ],
  // Tickets
  ['Say what shall change.', 'Di’ che cosa deve cambiare.', 'Di qué debe cambiar.'],
  [
    'This conversation is with somebody else.',
    'Questa conversazione è con qualcun altro.',
    'Esta conversación es con otra persona.',
  ],
  [
    'There is no status {name}. There are {names}.',
    'Non c’è uno stato {name}. Ci sono {names}.',
    'No hay un estado {name}. Hay {names}.',
  ],
  [
    'Name each status once: {names}.',
    'Nomina ogni stato una volta: {names}.',
    'Nombra cada estado una vez: {names}.',
  ],
  [
    'This status has no built-in name.',
    'Questo stato non ha un nome predefinito.',
    'Este estado no tiene un nombre predefinido.',
  ],
];
