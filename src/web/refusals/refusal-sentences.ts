// What the server refuses as a whole: the sentences that people meet most, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const REFUSALS: readonly Sentence[] = [
  [
    'Some fields need your attention.',
    'Alcuni campi richiedono attenzione.',
    'Algunos campos necesitan atención.',
  ],
  ['There is no such {noun}.', 'Non c’è più: {noun}.', 'Ya no está: {noun}.'],
  ['Sign in first.', 'Prima accedi.', 'Primero inicia sesión.'],
  ['This is not allowed.', 'Non è permesso.', 'No está permitido.'],
  [
    'This needs the permission {permission}, which you do not have here.',
    'Serve il permesso {permission}, che qui non hai.',
    'Hace falta el permiso {permission}, que aquí no tienes.',
  ],
  [
    'Something went wrong on our side. Nothing was changed. Reference: {id}.',
    'Qualcosa è andato storto dalla nostra parte. Nulla è cambiato. Riferimento: {id}.',
    'Algo ha fallado por nuestra parte. No se ha cambiado nada. Referencia: {id}.',
  ],
  [
    'Something went wrong on our side. Try again.',
    'Qualcosa è andato storto dalla nostra parte. Riprova.',
    'Algo ha fallado por nuestra parte. Inténtalo de nuevo.',
  ],
  [
    'The database cannot be reached at the moment. Try again in a few seconds.',
    'Il database al momento non risponde. Riprova tra qualche secondo.',
    'La base de datos no responde en este momento. Inténtalo dentro de unos segundos.',
  ],
  [
    'Somebody changed the same things at the same moment. Nothing was changed: try again.',
    'Qualcuno ha cambiato le stesse cose nello stesso momento. Nulla è cambiato: riprova.',
    'Alguien ha cambiado lo mismo en el mismo momento. No se ha cambiado nada: inténtalo de nuevo.',
  ],
  [
    'Too many requests. Try again in {seconds} s.',
    'Troppe richieste. Riprova tra {seconds} s.',
    'Demasiadas peticiones. Inténtalo dentro de {seconds} s.',
  ],
  [
    'Too many wrong codes. Wait 15 minutes, then try again.',
    'Troppi codici sbagliati. Aspetta 15 minuti, poi riprova.',
    'Demasiados códigos erróneos. Espera 15 minutos e inténtalo de nuevo.',
  ],
  ['The request is too large.', 'La richiesta è troppo grande.', 'La petición es demasiado grande.'],
  [
    'This file is larger than {size} MB.',
    'Questo file supera i {size} MB.',
    'Este archivo supera los {size} MB.',
  ],
  // Conversations
  [
    'More than 24 hours have passed since the customer wrote: send a template instead.',
    'Sono passate più di 24 ore dall’ultimo messaggio del cliente: invia un template.',
    'Han pasado más de 24 horas desde que escribió el cliente: envía una plantilla.',
  ],
  [
    'This contact is blocked: unblock them before writing to them.',
    'Questo contatto è bloccato: sbloccalo prima di scrivergli.',
    'Este contacto está bloqueado: desbloquéalo antes de escribirle.',
  ],
  [
    'This contact unsubscribed from marketing: confirm that you want to send it all the same.',
    'Questo contatto ha disdetto il marketing: conferma che vuoi inviarlo lo stesso.',
    'Este contacto se dio de baja del marketing: confirma que quieres enviarlo de todos modos.',
  ],
  [
    'This phone belongs to a blocked contact: unblock it first.',
    'Questo telefono è di un contatto bloccato: prima sbloccalo.',
    'Este teléfono es de un contacto bloqueado: primero desbloquéalo.',
  ],
  [
    'Whoever has this phone unsubscribed: subscribe the contact again first.',
    'Chi ha questo telefono si è disiscritto: prima iscrivi di nuovo il contatto.',
    'Quien tiene este teléfono se dio de baja: primero vuelve a suscribir el contacto.',
  ],
  [
    'Connect a WhatsApp number first.',
    'Prima collega un numero WhatsApp.',
    'Primero conecta un número de WhatsApp.',
  ],
  [
    'This WhatsApp number is not connected any more.',
    'Questo numero WhatsApp non è più collegato.',
    'Este número de WhatsApp ya no está conectado.',
  ],
  [
    'WhatsApp does not have this message yet: try again once it was sent.',
    'WhatsApp non ha ancora questo messaggio: riprova quando è stato inviato.',
    'WhatsApp aún no tiene este mensaje: inténtalo cuando se haya enviado.',
  ],
  [
    'This is no message that one can quote or react to.',
    'Questo messaggio non si può citare né si può reagire.',
    'Este mensaje no se puede citar ni se puede reaccionar a él.',
  ],
  [
    'WhatsApp takes reactions to messages of the last {days} days.',
    'WhatsApp accetta reazioni ai messaggi degli ultimi {days} giorni.',
    'WhatsApp admite reacciones a los mensajes de los últimos {days} días.',
  ],
  [
    'Only a message that failed can be sent again, once, and not when the same would fail again.',
    'Si può inviare di nuovo solo un messaggio non riuscito, una volta, e non se fallirebbe di nuovo.',
    'Solo se puede reenviar un mensaje fallido, una vez, y no si volvería a fallar.',
  ],
  [
    'Somebody sent this message again already.',
    'Qualcuno ha già inviato di nuovo questo messaggio.',
    'Alguien ya ha reenviado este mensaje.',
  ],
  [
    'It is known by now what became of this message.',
    'Ormai si sa che cosa ne è stato di questo messaggio.',
    'Ya se sabe qué fue de este mensaje.',
  ],
  [
    'WhatsApp takes {kind} files up to {most} MB, this one has {size} MB: make it smaller.',
    'WhatsApp accetta file di questo tipo fino a {most} MB, questo ne ha {size}: riducilo.',
    'WhatsApp admite archivos de este tipo hasta {most} MB, este tiene {size}: redúcelo.',
  ],
  [
    'WhatsApp takes no files of the type {type}. It takes pictures (JPEG, PNG), videos (MP4, 3GP), sound, PDF, text and Office documents.',
    'WhatsApp non accetta file di tipo {type}. Accetta immagini (JPEG, PNG), video (MP4, 3GP), audio, PDF, testo e documenti Office.',
    'WhatsApp no admite archivos del tipo {type}. Admite imágenes (JPEG, PNG), vídeos (MP4, 3GP), audio, PDF, texto y documentos de Office.',
  ],
  [
    'This file was not uploaded for this number: upload it again.',
    'Questo file non è stato caricato per questo numero: caricalo di nuovo.',
    'Este archivo no se subió para este número: súbelo de nuevo.',
  ],
  // What is sent later, and quick replies
  [
    'By then more than 24 hours will have passed since the customer wrote: unless they write again, only a template can be sent.',
    'Per allora saranno passate più di 24 ore da quando il cliente ha scritto: se non scrive di nuovo, si può inviare solo un template.',
    'Para entonces habrán pasado más de 24 horas desde que el cliente escribió: si no vuelve a escribir, solo se puede enviar una plantilla.',
  ],
  [
    '{count} messages are scheduled here already: cancel some first.',
    'Qui ci sono già {count} messaggi programmati: prima annullane qualcuno.',
    'Aquí ya hay {count} mensajes programados: cancela antes alguno.',
  ],
  [
    'There is already a quick reply /{shortcut}. Choose another shortcut.',
    'C’è già una risposta rapida /{shortcut}. Scegli un’altra scorciatoia.',
    'Ya hay una respuesta rápida /{shortcut}. Elige otro atajo.',
  ],
  [
    'There are {count} already: delete some first.',
    'Ce ne sono già {count}: prima eliminane qualcuna.',
    'Ya hay {count}: borra antes alguna.',
  ],
  [
    'The team’s quick replies are changed with the permission quick_replies:write. You can write one of your own.',
    'Per cambiare le risposte rapide del team serve il permesso quick_replies:write. Puoi scriverne una tua.',
    'Para cambiar las respuestas rápidas del equipo hace falta el permiso quick_replies:write. Puedes escribir una tuya.',
  ],
  [
    'The file is still on its way: try again in a moment.',
    'Il file è ancora in arrivo: riprova tra un momento.',
    'El archivo aún está en camino: inténtalo en un momento.',
  ],
  // Campaigns
  [
    'This campaign has begun: resume it, or cancel it and make a copy.',
    'Questa campagna è iniziata: riprendila, oppure annullala e fanne una copia.',
    'Esta campaña ha empezado: reanúdala, o cancélala y haz una copia.',
  ],
  [
    'This campaign has started: only its name can be changed. Clone it to send something else.',
    'Questa campagna è iniziata: si può cambiare solo il nome. Duplicala per inviare altro.',
    'Esta campaña ha empezado: solo se puede cambiar su nombre. Duplícala para enviar otra cosa.',
  ],
  [
    'The guardian stops this. {rest}',
    'Il guardiano ferma questo invio. {rest}',
    'El guardián detiene este envío. {rest}',
  ],
  [
    'The guardian asks for a reason. {rest}',
    'Il guardiano chiede un motivo. {rest}',
    'El guardián pide un motivo. {rest}',
  ],
  [
    'Only the owner may go on in spite of “{title}”.',
    'Solo il proprietario può proseguire nonostante “{title}”.',
    'Solo el propietario puede seguir a pesar de “{title}”.',
  ],
  [
    'Only an administrator may go on in spite of “{title}”.',
    'Solo un amministratore può proseguire nonostante “{title}”.',
    'Solo un administrador puede seguir a pesar de “{title}”.',
  ],
  [
    'Nobody can go on in spite of “{title}”.',
    'Nessuno può proseguire nonostante “{title}”.',
    'Nadie puede seguir a pesar de “{title}”.',
  ],
  [
    'Nobody of this campaign failed for a reason that another try can mend.',
    'Nessun invio di questa campagna è fallito per un motivo che un altro tentativo possa risolvere.',
    'Ningún envío de esta campaña falló por un motivo que otro intento pueda arreglar.',
  ],
  [
    'The template belongs to another WhatsApp account than the number: choose a number of its account.',
    'Il template è di un account WhatsApp diverso da quello del numero: scegli un numero del suo account.',
    'La plantilla es de otra cuenta de WhatsApp que el número: elige un número de su cuenta.',
  ],
  // Things with names
  [
    'There is already a list “{name}”. Choose another name.',
    'C’è già una lista “{name}”. Scegli un altro nome.',
    'Ya hay una lista “{name}”. Elige otro nombre.',
  ],
  [
    'There is already a segment “{name}”. Choose another name.',
    'C’è già un segmento “{name}”. Scegli un altro nome.',
    'Ya hay un segmento “{name}”. Elige otro nombre.',
  ],
  ['There is already a tag “{name}”.', 'C’è già un tag “{name}”.', 'Ya hay una etiqueta “{name}”.'],
  [
    'There is already a tag “{name}”. Merge the two instead.',
    'C’è già un tag “{name}”. Unisci i due.',
    'Ya hay una etiqueta “{name}”. Une las dos.',
  ],
  [
    'There is already a field with the code {code}.',
    'C’è già un campo con il codice {code}.',
    'Ya hay un campo con el código {code}.',
  ],
  [
    'A workspace has at most {count} custom fields. Delete one first.',
    'Uno spazio di lavoro ha al massimo {count} campi personalizzati. Prima eliminane uno.',
    'Un espacio de trabajo tiene como mucho {count} campos personalizados. Primero elimina uno.',
  ],
  ['There is a status “{name}” already.', 'C’è già uno stato “{name}”.', 'Ya hay un estado “{name}”.'],
  [
    'There is a category “{name}” already.',
    'C’è già una categoria “{name}”.',
    'Ya hay una categoría “{name}”.',
  ],
  [
    'New tickets begin in progress: choose another default status.',
    'I ticket nuovi iniziano in lavorazione: scegli un altro stato predefinito.',
    'Los tickets nuevos empiezan en curso: elige otro estado predeterminado.',
  ],
  [
    'New tickets begin with this status: choose another default first.',
    'I ticket nuovi iniziano con questo stato: prima scegline un altro predefinito.',
    'Los tickets nuevos empiezan con este estado: primero elige otro predeterminado.',
  ],
  [
    'Tickets are in this status: move them first, then change what it means.',
    'Ci sono ticket in questo stato: prima spostali, poi cambia il significato.',
    'Hay tickets en este estado: primero muévelos, luego cambia su significado.',
  ],
  [
    'Tickets are in this status: say where they go, or move them first.',
    'Ci sono ticket in questo stato: di’ dove vanno, oppure prima spostali.',
    'Hay tickets en este estado: di adónde van, o muévelos primero.',
  ],
  [
    'There is a ticket with the reference {reference} already. Change that ticket, or choose another reference.',
    'C’è già un ticket con il riferimento {reference}. Cambia quel ticket, o scegli un altro riferimento.',
    'Ya hay un ticket con la referencia {reference}. Cambia ese ticket, o elige otra referencia.',
  ],
  [
    'The campaign “{name}” uses this segment: change the campaign first.',
    'La campagna “{name}” usa questo segmento: prima cambia la campagna.',
    'La campaña “{name}” usa este segmento: primero cambia la campaña.',
  ],
  [
    'The campaign “{name}” uses this template: delete or finish it first.',
    'La campagna “{name}” usa questo template: prima eliminala o concludila.',
    'La campaña “{name}” usa esta plantilla: primero elimínala o termínala.',
  ],
];
