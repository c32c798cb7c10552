// What the server refuses around templates and campaigns, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const TEMPLATE_REFUSALS: readonly Sentence[] = [
  // Sending one
  [
    'This template is a draft: submit it and wait until it is approved.',
    'Questo template è una bozza: invialo a WhatsApp e aspetta che sia approvato.',
    'Esta plantilla es un borrador: envíala a revisión y espera a que se apruebe.',
  ],
  [
    'This template is still in review.',
    'Questo template è ancora in revisione.',
    'Esta plantilla aún está en revisión.',
  ],
  [
    'This template is under appeal.',
    'Per questo template è in corso un ricorso.',
    'Esta plantilla está en apelación.',
  ],
  [
    'This template was rejected: mend it and submit it again.',
    'Questo template è stato rifiutato: correggilo e invialo di nuovo.',
    'Esta plantilla fue rechazada: corrígela y envíala otra vez.',
  ],
  [
    'WhatsApp paused this template because of its low quality.',
    'WhatsApp ha messo in pausa questo template per la sua bassa qualità.',
    'WhatsApp ha pausado esta plantilla por su baja calidad.',
  ],
  [
    'WhatsApp disabled this template.',
    'WhatsApp ha disattivato questo template.',
    'WhatsApp ha desactivado esta plantilla.',
  ],
  [
    'WhatsApp archived this template.',
    'WhatsApp ha archiviato questo template.',
    'WhatsApp ha archivado esta plantilla.',
  ],
  ['This template was deleted.', 'Questo template è stato eliminato.', 'Esta plantilla se ha eliminado.'],
  ['A value for {word} is missing.', 'Manca un valore per {word}.', 'Falta un valor para {word}.'],
  [
    'The field {field} for {word} is empty.',
    'Il campo {field} per {word} è vuoto.',
    'El campo {field} para {word} está vacío.',
  ],
  ['{{{slot}}} of the {word}', '{{{slot}}} ({word})', '{{{slot}}} ({word})'],
  ['the link of “{button}”', 'il link di “{button}”', 'el enlace de “{button}”'],
  ['the code', 'il codice', 'el código'],
  [
    'Choose the {word} that the header shows.',
    'Scegli il file che mostra l’intestazione ({word}).',
    'Elige el archivo que muestra el encabezado ({word}).',
  ],
  [
    'The location of the header is missing.',
    'Manca la posizione dell’intestazione.',
    'Falta la ubicación del encabezado.',
  ],
  ['The end of the offer is missing.', 'Manca la fine dell’offerta.', 'Falta el final de la oferta.'],
  // Writing one
  [
    'WhatsApp would refuse this template: mend what is marked.',
    'WhatsApp rifiuterebbe questo template: correggi quanto segnato.',
    'WhatsApp rechazaría esta plantilla: corrige lo marcado.',
  ],
  [
    'The category of an approved template cannot change: clone the template.',
    'La categoria di un template approvato non può cambiare: duplica il template.',
    'La categoría de una plantilla aprobada no puede cambiar: duplica la plantilla.',
  ],
  [
    'This template is in review: wait for the result before you change it.',
    'Questo template è in revisione: aspetta l’esito prima di cambiarlo.',
    'Esta plantilla está en revisión: espera el resultado antes de cambiarla.',
  ],
  [
    'This template is under appeal: wait for the result before you change it.',
    'Per questo template è in corso un ricorso: aspetta l’esito prima di cambiarlo.',
    'Esta plantilla está en apelación: espera el resultado antes de cambiarla.',
  ],
  [
    'WhatsApp archived this template: clone it under a new name.',
    'WhatsApp ha archiviato questo template: duplicalo con un altro nome.',
    'WhatsApp ha archivado esta plantilla: duplícala con otro nombre.',
  ],
  [
    'WhatsApp disabled this template for good: clone it under a new name.',
    'WhatsApp ha disattivato per sempre questo template: duplicalo con un altro nome.',
    'WhatsApp ha desactivado esta plantilla para siempre: duplícala con otro nombre.',
  ],
  [
    'It was submitted under this one: clone the template to change it.',
    'È stato inviato con questo valore: duplica il template per cambiarlo.',
    'Se envió con este valor: duplica la plantilla para cambiarlo.',
  ],
  [
    'A template of this name was deleted: WhatsApp blocks the name until {day}. Choose another name.',
    'Un template con questo nome è stato eliminato: WhatsApp blocca il nome fino al {day}. Scegli un altro nome.',
    'Se eliminó una plantilla con este nombre: WhatsApp bloquea el nombre hasta el {day}. Elige otro nombre.',
  ],
  [
    'Choose the account: several are connected.',
    'Scegli l’account: ne sono collegati diversi.',
    'Elige la cuenta: hay varias conectadas.',
  ],
  [
    'There is no such file: upload it first.',
    'Questo file non c’è: prima caricalo.',
    'Este archivo no está: súbelo antes.',
  ],
  ['This header takes {word}.', 'Questa intestazione accetta {word}.', 'Este encabezado admite {word}.'],
  [
    'a JPEG or PNG image up to 5 MB',
    'un’immagine JPEG o PNG fino a 5 MB',
    'una imagen JPEG o PNG de hasta 5 MB',
  ],
  ['a PDF up to 16 MB', 'un PDF fino a 16 MB', 'un PDF de hasta 16 MB'],
  [
    'an MP4 or 3GPP video up to 16 MB',
    'un video MP4 o 3GPP fino a 16 MB',
    'un vídeo MP4 o 3GPP de hasta 16 MB',
  ],
  [
    'Say what the file is for: image, video or document.',
    'Di’ a che cosa serve il file: immagine, video o documento.',
    'Di para qué es el archivo: imagen, vídeo o documento.',
  ],
  [
    'A variable is a number between braces, as in {{1}}.',
    'Una variabile è un numero tra parentesi graffe, come in {{1}}.',
    'Una variable es un número entre llaves, como en {{1}}.',
  ],
  [
    'A variable is lower-case letters, digits and underscores, as in {{first_name}}.',
    'Una variabile è fatta di lettere minuscole, cifre e trattini bassi, come in {{first_name}}.',
    'Una variable lleva letras minúsculas, cifras y guiones bajos, como en {{first_name}}.',
  ],
  [
    'Close every variable: two braces before it and two after, as in {{1}}.',
    'Chiudi ogni variabile: due graffe prima e due dopo, come in {{1}}.',
    'Cierra cada variable: dos llaves antes y dos después, como en {{1}}.',
  ],
  [
    'Give an example for {{{slot}}}: reviewers read it.',
    'Dai un esempio per {{{slot}}}: lo legge chi fa la revisione.',
    'Da un ejemplo para {{{slot}}}: lo leen los revisores.',
  ],
  [
    'Number the variables from {{1}} without a gap.',
    'Numera le variabili da {{1}} senza salti.',
    'Numera las variables desde {{1}} sin saltos.',
  ],
  [
    'Shorten it to {most} characters: it has {count}.',
    'Accorcialo a {most} caratteri: ne ha {count}.',
    'Acórtalo a {most} caracteres: tiene {count}.',
  ],
  [
    'Use at most {count} variable here.',
    'Usa al massimo {count} variabile qui.',
    'Usa como mucho {count} variable aquí.',
  ],
  [
    'Write more words or use fewer variables: {count} want at least {words} words around them.',
    'Scrivi più parole o usa meno variabili: con {count} servono almeno {words} parole.',
    'Escribe más palabras o usa menos variables: con {count} hacen falta al menos {words} palabras.',
  ],
  [
    'Write words before the first and after the last variable.',
    'Scrivi delle parole prima della prima e dopo l’ultima variabile.',
    'Escribe palabras antes de la primera y después de la última variable.',
  ],
  [
    'Write words between two variables: they cannot stand side by side.',
    'Scrivi delle parole tra due variabili: non possono stare una accanto all’altra.',
    'Escribe palabras entre dos variables: no pueden ir una junto a otra.',
  ],
  // Campaigns
  [
    'A {word} campaign cannot be {done}.',
    'Una campagna {word} non può essere {done}.',
    'Una campaña {word} no puede ser {done}.',
  ],
  [
    'The template lacks the {word} of its header',
    'Al template manca il file della sua intestazione ({word})',
    'A la plantilla le falta el archivo de su encabezado ({word})',
  ],
  [
    'Set up and switch on an SMS provider in the settings first',
    'Prima imposta e attiva un fornitore di SMS nelle impostazioni',
    'Primero configura y activa un proveedor de SMS en los ajustes',
  ],
  [
    'The link of “{name}” begins with {start}: write only its end.',
    'Il link di “{name}” inizia con {start}: scrivi solo la fine.',
    'El enlace de “{name}” empieza por {start}: escribe solo el final.',
  ],
  ['Where “{name}” leads: {rest}', 'Dove porta “{name}”: {rest}', 'Adónde lleva “{name}”: {rest}'],
  [
    'A link has at most {count} characters.',
    'Un link ha al massimo {count} caratteri.',
    'Un enlace tiene como mucho {count} caracteres.',
  ],
  [
    'Write the whole address, beginning with https://',
    'Scrivi l’indirizzo intero, a partire da https://',
    'Escribe la dirección completa, empezando por https://',
  ],
  [
    'A link must not carry a name or a password before its host.',
    'Un link non deve contenere un nome o una password prima dell’host.',
    'Un enlace no debe llevar un nombre o una contraseña antes del host.',
  ],
  [
    'Contact fields may stand in a link only behind its host.',
    'I campi del contatto possono stare in un link solo dopo l’host.',
    'Los campos del contacto solo pueden ir en un enlace después del host.',
  ],
  [
    'A link must not contain spaces or backslashes.',
    'Un link non deve contenere spazi o barre rovesciate.',
    'Un enlace no debe contener espacios ni barras invertidas.',
  ],
  ['This is not an address of the web.', 'Questo non è un indirizzo web.', 'Esto no es una dirección web.'],
  [
    'This campaign has not started a test of variants.',
    'Questa campagna non ha iniziato un test di varianti.',
    'Esta campaña no ha empezado una prueba de variantes.',
  ],
  [
    'A winner can be chosen while the campaign runs or is paused.',
    'Si può scegliere un vincitore mentre la campagna è in corso o in pausa.',
    'Se puede elegir un ganador mientras la campaña está en curso o en pausa.',
  ],
  [
    'The winner is chosen already, and the others are getting it.',
    'Il vincitore è già scelto, e gli altri lo stanno ricevendo.',
    'El ganador ya está elegido, y los demás lo están recibiendo.',
  ],
  [
    'Only drafts can be deleted: what was sent is kept. Make a scheduled campaign a draft first.',
    'Si possono eliminare solo le bozze: ciò che è stato inviato resta. Una campagna programmata va prima riportata a bozza.',
    'Solo se pueden eliminar borradores: lo enviado se conserva. Convierte antes en borrador una campaña programada.',
  ],
  [
    'A winner cannot be waited for when everybody has a time of their own: let the shares add up to 100 %, or choose one time for all.',
    'Non si può aspettare un vincitore se ognuno ha la propria ora: fai in modo che le quote sommino al 100 %, o scegli un’ora per tutti.',
    'No se puede esperar a un ganador si cada uno tiene su propia hora: haz que las partes sumen el 100 %, o elige una hora para todos.',
  ],
  [
    'Messages are sent again only while a campaign runs or after it was completed: resume it first.',
    'I messaggi si reinviano solo mentre una campagna è in corso o dopo che è conclusa: prima riprendila.',
    'Los mensajes solo se reenvían mientras la campaña está en curso o cuando ya ha terminado: reanúdala antes.',
  ],
  ['Choose at least 2 campaigns', 'Scegli almeno 2 campagne', 'Elige al menos 2 campañas'],
  ['Choose at most 10 campaigns', 'Scegli al massimo 10 campagne', 'Elige como mucho 10 campañas'],
  ['At least 1 %', 'Almeno l’1 %', 'Al menos el 1 %'],
  ['At most 99 %', 'Al massimo il 99 %', 'Como mucho el 99 %'],
  ['Give it a name', 'Dagli un nome', 'Ponle un nombre'],
  ['The name holds no ; and no |', 'Il nome non contiene ; né |', 'El nombre no lleva ; ni |'],
  // Guardian
  [
    'This number has no steps to tick: it is free.',
    'Questo numero non ha passi da spuntare: è libero.',
    'Este número no tiene pasos que marcar: está libre.',
  ],
  [
    'This step is ticked by itself once it is done.',
    'Questo passo si spunta da solo quando è fatto.',
    'Este paso se marca solo cuando está hecho.',
  ],
];
