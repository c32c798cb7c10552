// What the server refuses around contacts, segments, fields, files and rates, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const RECORD_REFUSALS: readonly Sentence[] = [
  // Conditions of segments and filters of contacts
  ['Say at least one condition', 'Indica almeno una condizione', 'Indica al menos una condición'],
  ['A group needs a condition', 'A un gruppo serve una condizione', 'Un grupo necesita una condición'],
  ['Give a value to compare with', 'Dai un valore con cui confrontare', 'Da un valor con el que comparar'],
  [
    'No phone numbers are known of country {country}',
    'Non si conoscono numeri di telefono del paese {country}',
    'No se conocen números de teléfono del país {country}',
  ],
  [
    'There is no custom field {code}: define it in the settings first',
    'Non c’è un campo personalizzato {code}: prima definiscilo nelle impostazioni',
    'No hay un campo personalizado {code}: defínelo antes en los ajustes',
  ],
  [
    'There is no custom field {code}',
    'Non c’è un campo personalizzato {code}',
    'No hay un campo personalizado {code}',
  ],
  ['{label} is yes or no: use is', '{label} è sì o no: usa “è”', '{label} es sí o no: usa “es”'],
  ['longer than {count} characters', 'più lungo di {count} caratteri', 'más largo que {count} caracteres'],
  [
    'not a date such as 2026-11-21 or 21/11/2026',
    'non è una data come 2026-11-21 o 21/11/2026',
    'no es una fecha como 2026-11-21 o 21/11/2026',
  ],
  ['not a number', 'non è un numero', 'no es un número'],
  ['not yes or no', 'non è sì o no', 'no es sí o no'],
  [
    'The segment “{name}” asks for something that is gone. {rest}',
    'Il segmento “{name}” chiede qualcosa che non c’è più. {rest}',
    'El segmento “{name}” pide algo que ya no está. {rest}',
  ],
  ['There is no segment {id}.', 'Non c’è un segmento {id}.', 'No hay un segmento {id}.'],
  ['There is no list {id}.', 'Non c’è una lista {id}.', 'No hay una lista {id}.'],
  ['There is no tag {id}.', 'Non c’è un tag {id}.', 'No hay una etiqueta {id}.'],
  [
    'A tag cannot be merged into itself: choose another',
    'Un tag non si può unire a se stesso: scegline un altro',
    'Una etiqueta no se puede unir consigo misma: elige otra',
  ],
  // Contacts
  [
    '{name} has this number already. Open that contact, or merge the two.',
    '{name} ha già questo numero. Apri quel contatto, o unisci i due.',
    '{name} ya tiene este número. Abre ese contacto, o une los dos.',
  ],
  [
    'There is already a contact with this number, assigned to somebody else.',
    'C’è già un contatto con questo numero, affidato a qualcun altro.',
    'Ya hay un contacto con este número, asignado a otra persona.',
  ],
  [
    'Name name, phone, email, language or fields.CODE, and the id of one of the two.',
    'Nomina name, phone, email, language o fields.CODE, e l’id di uno dei due.',
    'Nombra name, phone, email, language o fields.CODE, y el id de uno de los dos.',
  ],
  ['The phone number is missing', 'Manca il numero di telefono', 'Falta el número de teléfono'],
  [
    'A spreadsheet shortened this number to {text}: format the column as text and export again',
    'Un foglio di calcolo ha accorciato questo numero in {text}: imposta la colonna come testo ed esporta di nuovo',
    'Una hoja de cálculo acortó este número a {text}: pon la columna como texto y exporta de nuevo',
  ],
  [
    '“{text}” is not a number of any country: check the country code and the length',
    '“{text}” non è un numero di alcun paese: controlla il prefisso e la lunghezza',
    '“{text}” no es un número de ningún país: revisa el prefijo y la longitud',
  ],
  [
    '“{text}” is not a number of {country}: write it with + and the country code',
    '“{text}” non è un numero di {country}: scrivilo con + e il prefisso',
    '“{text}” no es un número de {country}: escríbelo con + y el prefijo',
  ],
  [
    '“{text}” is not a phone number',
    '“{text}” non è un numero di telefono',
    '“{text}” no es un número de teléfono',
  ],
  [
    '“{text}” is too short for a phone number',
    '“{text}” è troppo corto per un numero di telefono',
    '“{text}” es demasiado corto para un número de teléfono',
  ],
  [
    '“{text}” is too long for a phone number',
    '“{text}” è troppo lungo per un numero di telefono',
    '“{text}” es demasiado largo para un número de teléfono',
  ],
  [
    'A WhatsApp user id looks like IT.123456789',
    'Un id utente WhatsApp è come IT.123456789',
    'Un id de usuario de WhatsApp es como IT.123456789',
  ],
  ['Use a code such as it or pt_BR', 'Usa un codice come it o pt_BR', 'Usa un código como it o pt_BR'],
  [
    'Give a code: the label has no letters to make one from',
    'Dai un codice: l’etichetta non ha lettere da cui ricavarlo',
    'Da un código: la etiqueta no tiene letras de las que sacarlo',
  ],
  [
    '{code} is something every contact has: choose another code',
    '{code} è qualcosa che ogni contatto ha: scegli un altro codice',
    '{code} es algo que tiene todo contacto: elige otro código',
  ],
  [
    '{code} is what one writes into an open template: choose another code',
    '{code} è ciò che si scrive in un template aperto: scegli un altro codice',
    '{code} es lo que se escribe en una plantilla abierta: elige otro código',
  ],
  [
    'This needs the permission to see every conversation too.',
    'Serve anche il permesso di vedere ogni conversazione.',
    'Hace falta también el permiso de ver todas las conversaciones.',
  ],
  // Imports
  [
    'This is an Excel workbook or a ZIP archive. In the spreadsheet, save as CSV and choose that file.',
    'È un file Excel o un archivio ZIP. Nel foglio di calcolo salva come CSV e scegli quel file.',
    'Es un libro de Excel o un archivo ZIP. En la hoja de cálculo guarda como CSV y elige ese archivo.',
  ],
  [
    'This is an old Excel workbook. In the spreadsheet, save as CSV and choose that file.',
    'È un vecchio file Excel. Nel foglio di calcolo salva come CSV e scegli quel file.',
    'Es un libro antiguo de Excel. En la hoja de cálculo guarda como CSV y elige ese archivo.',
  ],
  ['This is a PDF. Choose a CSV file.', 'È un PDF. Scegli un file CSV.', 'Es un PDF. Elige un archivo CSV.'],
  [
    'This is a picture. Choose a CSV file.',
    'È un’immagine. Scegli un file CSV.',
    'Es una imagen. Elige un archivo CSV.',
  ],
  [
    'This file is compressed. Unpack it and choose the CSV file inside.',
    'Questo file è compresso. Estrailo e scegli il file CSV all’interno.',
    'Este archivo está comprimido. Descomprímelo y elige el archivo CSV de dentro.',
  ],
  [
    'The file of this import was deleted: upload it again.',
    'Il file di questa importazione è stato eliminato: caricalo di nuovo.',
    'El archivo de esta importación se eliminó: súbelo de nuevo.',
  ],
  [
    'Two columns go to the same place: choose one',
    'Due colonne vanno nello stesso posto: scegline una',
    'Dos columnas van al mismo sitio: elige una',
  ],
  [
    'This is not a country code such as IT',
    'Non è un codice di paese come IT',
    'No es un código de país como IT',
  ],
  [
    'Use a two-letter country code',
    'Usa un codice di paese di due lettere',
    'Usa un código de país de dos letras',
  ],
  [
    'Choose a column that holds the consent, or one for every row',
    'Scegli una colonna che contiene il consenso, o un consenso per ogni riga',
    'Elige una columna con el consentimiento, o uno para todas las filas',
  ],
  [
    'A quoted value is not closed: look for a single " in this row',
    'Un valore tra virgolette non è chiuso: cerca un " isolato in questa riga',
    'Un valor entre comillas no está cerrado: busca una " suelta en esta fila',
  ],
  [
    'This row is longer than 500,000 characters',
    'Questa riga supera i 500.000 caratteri',
    'Esta fila supera los 500.000 caracteres',
  ],
  [
    'The file of a running import is gone.',
    'Il file di un’importazione in corso non c’è più.',
    'El archivo de una importación en curso ya no está.',
  ],
  [
    'Something went wrong on our side. What was loaded stays; resume the import to go on.',
    'Qualcosa è andato storto dalla nostra parte. Ciò che è stato caricato resta; riprendi l’importazione per continuare.',
    'Algo ha fallado por nuestra parte. Lo cargado se conserva; reanuda la importación para seguir.',
  ],
  [
    'WhatsApp no longer has this file: it keeps files for 7 days. Ask for it again.',
    'WhatsApp non ha più questo file: li tiene per 7 giorni. Chiedilo di nuovo.',
    'WhatsApp ya no tiene este archivo: los guarda 7 días. Pídelo de nuevo.',
  ],
];
