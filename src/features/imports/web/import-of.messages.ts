// Texts of the imports that differ by what the rows become.
import { catalogue } from '#web/i18n.ts';

export const importOfMessages = catalogue({
  en: {
    contacts: {
      upload: 'Import contacts',
      help: 'One row per contact, with at least a phone number. You match the columns in the next step.',
      emptyText:
        'Load contacts from a CSV file: you match its columns, and every refused row comes back with the reason.',
      cancelText: 'Contacts that were loaded stay. You can resume it later.',
      created: 'New contacts',
      updated: 'Changed',
      skipped: 'Left alone',
      rejected: 'Refused',
      column: { created: 'New', updated: 'Changed', rejected: 'Refused' },
      show: 'See contacts',
      fileGone: 'The file was deleted. To go on, upload it again: who is in already is not added twice.',
      deleteText: 'The file and its refused rows go; the contacts stay.',
    },
    deals: {
      upload: 'Import deals',
      help: 'The first line names the columns. Only contacts are needed, by phone number; they must be there already. Without a stage a deal begins in the first one.',
      emptyText:
        'Load deals from a CSV file, from another system or from here: every refused row comes back with the reason.',
      cancelText: 'Deals that were loaded stay. You can resume it later.',
      created: 'New deals',
      updated: 'Changed',
      skipped: 'Left alone',
      rejected: 'Refused',
      column: { created: 'New', updated: 'Changed', rejected: 'Refused' },
      show: 'See deals',
      fileGone:
        'The file was deleted. To go on, upload the rows that are missing: rows without a reference would make deals once more.',
      deleteText: 'The file and its refused rows go; the deals stay.',
    },
  },
  it: {
    contacts: {
      upload: 'Importa contatti',
      help: 'Una riga per contatto, con almeno un numero di telefono. Abbini le colonne al passo successivo.',
      emptyText:
        'Carica i contatti da un file CSV: abbini le colonne, e ogni riga rifiutata torna con il motivo.',
      cancelText: 'I contatti già caricati restano. Puoi riprenderla più tardi.',
      created: 'Contatti nuovi',
      updated: 'Cambiati',
      skipped: 'Lasciati stare',
      rejected: 'Rifiutati',
      column: { created: 'Nuovi', updated: 'Cambiati', rejected: 'Rifiutati' },
      show: 'Vedi i contatti',
      fileGone:
        'Il file è stato eliminato. Per continuare, caricalo di nuovo: chi c’è già non viene aggiunto due volte.',
      deleteText: 'Il file e le sue righe rifiutate se ne vanno; i contatti restano.',
    },
    deals: {
      upload: 'Importa trattative',
      help: 'La prima riga dà un nome alle colonne. Servono solo i contatti, per numero di telefono; devono esserci già. Senza fase una trattativa comincia dalla prima.',
      emptyText:
        'Carica trattative da un file CSV, di un altro sistema o di qui: ogni riga rifiutata torna con il motivo.',
      cancelText: 'Le trattative già caricate restano. Puoi riprenderla più tardi.',
      created: 'Trattative nuove',
      updated: 'Modificate',
      skipped: 'Lasciate stare',
      rejected: 'Righe rifiutate',
      column: { created: 'Nuove', updated: 'Modificate', rejected: 'Rifiutate' },
      show: 'Vedi le trattative',
      fileGone:
        'Il file è stato eliminato. Per continuare, carica le righe che mancano: quelle senza riferimento creerebbero di nuovo una trattativa.',
      deleteText: 'Il file e le sue righe rifiutate se ne vanno; le trattative restano.',
    },
  },
  es: {
    contacts: {
      upload: 'Importar contactos',
      help: 'Una fila por contacto, con al menos un número de teléfono. Emparejas las columnas en el paso siguiente.',
      emptyText:
        'Carga contactos desde un archivo CSV: emparejas sus columnas y cada fila rechazada vuelve con el motivo.',
      cancelText: 'Los contactos ya cargados se quedan. Puedes reanudarla después.',
      created: 'Contactos nuevos',
      updated: 'Cambiados',
      skipped: 'Sin tocar',
      rejected: 'Rechazados',
      column: { created: 'Nuevos', updated: 'Cambiados', rejected: 'Rechazados' },
      show: 'Ver los contactos',
      fileGone: 'El archivo se eliminó. Para seguir, súbelo de nuevo: quien ya está no se añade dos veces.',
      deleteText: 'El archivo y sus filas rechazadas se van; los contactos se quedan.',
    },
    deals: {
      upload: 'Importar negocios',
      help: 'La primera línea da nombre a las columnas. Solo hacen falta los contactos, por número de teléfono; ya deben existir. Sin etapa, un negocio empieza en la primera.',
      emptyText:
        'Carga negocios desde un archivo CSV, de otro sistema o de aquí: cada fila rechazada vuelve con el motivo.',
      cancelText: 'Los negocios ya cargados se quedan. Puedes reanudarla después.',
      created: 'Negocios nuevos',
      updated: 'Cambiados',
      skipped: 'Sin tocar',
      rejected: 'Filas rechazadas',
      column: { created: 'Nuevos', updated: 'Cambiados', rejected: 'Rechazadas' },
      show: 'Ver los negocios',
      fileGone:
        'El archivo se eliminó. Para seguir, sube las filas que faltan: las que no tienen referencia crearían otro negocio.',
      deleteText: 'El archivo y sus filas rechazadas se van; los negocios se quedan.',
    },
  },
});
