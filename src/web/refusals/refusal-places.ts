// What the server refuses around templates, imports, numbers and people, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const REFUSALS_OF_PLACES: readonly Sentence[] = [
  [
    'Nothing changed since this template was approved.',
    'Non è cambiato nulla da quando questo template è stato approvato.',
    'No ha cambiado nada desde que se aprobó esta plantilla.',
  ],
  [
    'This template was deleted: clone it instead.',
    'Questo template è stato eliminato: duplicalo.',
    'Esta plantilla se ha eliminado: duplícala.',
  ],
  [
    'WhatsApp does not let a disabled template be deleted.',
    'WhatsApp non permette di eliminare un template disattivato.',
    'WhatsApp no permite eliminar una plantilla desactivada.',
  ],
  ['This template is not paused.', 'Questo template non è in pausa.', 'Esta plantilla no está en pausa.'],
  [
    'WhatsApp allows an approved template one edit a day and {count} in 30 days. The next one is possible from {at}.',
    'WhatsApp permette una modifica al giorno a un template approvato e {count} in 30 giorni. La prossima è possibile dal {at}.',
    'WhatsApp permite un cambio al día en una plantilla aprobada y {count} en 30 días. El próximo será posible desde {at}.',
  ],
  [
    'Connect a WhatsApp number first: templates belong to its account.',
    'Prima collega un numero WhatsApp: i template appartengono al suo account.',
    'Primero conecta un número de WhatsApp: las plantillas son de su cuenta.',
  ],
  // Imports
  [
    'This import is not running.',
    'Questa importazione non è in corso.',
    'Esta importación no está en curso.',
  ],
  [
    'Only an import that failed or was cancelled can be resumed.',
    'Si può riprendere solo un’importazione fallita o annullata.',
    'Solo se puede reanudar una importación fallida o cancelada.',
  ],
  [
    'This import is running: cancel it first.',
    'Questa importazione è in corso: prima annullala.',
    'Esta importación está en curso: primero cancélala.',
  ],
  [
    'This import has been started: upload the file again to read it anew.',
    'Questa importazione è già partita: carica di nuovo il file per rileggerlo.',
    'Esta importación ya ha empezado: sube el archivo de nuevo para volver a leerlo.',
  ],
  [
    'This import has been started already.',
    'Questa importazione è già partita.',
    'Esta importación ya ha empezado.',
  ],
  [
    'There is nothing in this file but empty rows.',
    'In questo file ci sono solo righe vuote.',
    'En este archivo solo hay filas vacías.',
  ],
  ['This file is empty.', 'Questo file è vuoto.', 'Este archivo está vacío.'],
  [
    'This file holds no text. Choose a CSV file.',
    'Questo file non contiene testo. Scegli un file CSV.',
    'Este archivo no contiene texto. Elige un archivo CSV.',
  ],
  [
    'This is a web page, not a CSV file. Export the file again.',
    'Questa è una pagina web, non un file CSV. Esporta di nuovo il file.',
    'Esto es una página web, no un archivo CSV. Exporta el archivo de nuevo.',
  ],
  [
    'This file has more than {count} columns. Is it a list of contacts?',
    'Questo file ha più di {count} colonne. È un elenco di contatti?',
    'Este archivo tiene más de {count} columnas. ¿Es una lista de contactos?',
  ],
  // Numbers
  [
    'This WhatsApp account is connected to another workspace. Disconnect it there first.',
    'Questo account WhatsApp è collegato a un altro spazio di lavoro. Prima scollegalo lì.',
    'Esta cuenta de WhatsApp está conectada a otro espacio de trabajo. Primero desconéctala allí.',
  ],
  [
    'WhatsApp could not send webhooks to {url}: the address must be reachable from the internet by https. Set PUBLIC_URL and try again.',
    'WhatsApp non è riuscito a inviare webhook a {url}: l’indirizzo deve essere raggiungibile da internet con https. Imposta PUBLIC_URL e riprova.',
    'WhatsApp no pudo enviar webhooks a {url}: la dirección debe ser accesible desde internet por https. Configura PUBLIC_URL e inténtalo de nuevo.',
  ],
  [
    'The simulator is not running here. Start Rondine with SIMULATOR=1.',
    'Il simulatore qui non è attivo. Avvia Rondine con SIMULATOR=1.',
    'El simulador no está en marcha. Inicia Rondine con SIMULATOR=1.',
  ],
  [
    'Only the owner may vouch for a number.',
    'Solo il proprietario può garantire per un numero.',
    'Solo el propietario puede responder por un número.',
  ],
  [
    'Save the settings of your SMS provider first.',
    'Prima salva le impostazioni del tuo fornitore di SMS.',
    'Primero guarda los ajustes de tu proveedor de SMS.',
  ],
  // People
  [
    'This person is already invited. Send the invitation again instead.',
    'Questa persona è già invitata. Invia di nuovo l’invito.',
    'Esta persona ya está invitada. Envía la invitación de nuevo.',
  ],
  [
    'This person already belongs to the workspace.',
    'Questa persona fa già parte dello spazio di lavoro.',
    'Esta persona ya pertenece al espacio de trabajo.',
  ],
  [
    'This invitation is no longer valid. Ask the person who sent it for a new one.',
    'Questo invito non è più valido. Chiedine uno nuovo a chi l’ha inviato.',
    'Esta invitación ya no es válida. Pide una nueva a quien la envió.',
  ],
  [
    'This invitation is for {email}. Sign out, then open the link again.',
    'Questo invito è per {email}. Esci, poi apri di nuovo il link.',
    'Esta invitación es para {email}. Cierra la sesión y abre el enlace de nuevo.',
  ],
  [
    'You have an account: sign in to accept.',
    'Hai già un account: accedi per accettare.',
    'Ya tienes una cuenta: inicia sesión para aceptar.',
  ],
  [
    'A workspace needs an owner. Make somebody else an owner first.',
    'Uno spazio di lavoro ha bisogno di un proprietario. Prima nominane un altro.',
    'Un espacio de trabajo necesita un propietario. Primero nombra a otra persona.',
  ],
  [
    'Only an owner can make, change or remove an owner.',
    'Solo un proprietario può nominare, cambiare o togliere un proprietario.',
    'Solo un propietario puede nombrar, cambiar o quitar a un propietario.',
  ],
  [
    'One of these contacts is assigned to somebody else. Nothing was changed.',
    'Uno di questi contatti è assegnato a qualcun altro. Nulla è cambiato.',
    'Uno de estos contactos está asignado a otra persona. No se ha cambiado nada.',
  ],
  [
    'The mail could not be sent. Check the mail server in SMTP_URL.',
    'L’e-mail non è partita. Controlla il server di posta in SMTP_URL.',
    'El correo no se pudo enviar. Revisa el servidor de correo en SMTP_URL.',
  ],
];
