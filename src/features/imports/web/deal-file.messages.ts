// Texts of the step in which one sees how a file of deals was understood, before it is loaded.
import { catalogue } from '#web/i18n.ts';

export const dealFileMessages = catalogue({
  en: {
    title: 'What the columns are',
    text: 'By the names in the first line. A column that is passed over is not loaded.',
    passedOver: 'Passed over',
    preview: 'First rows',
    column: {
      Title: 'Title',
      Contacts: 'Contacts',
      Pipeline: 'Pipeline',
      Stage: 'Stage',
      Owner: 'Owner',
      Amount: 'Amount',
      Currency: 'Currency',
      'Close date': 'Close date',
      Reference: 'Reference',
    },
    existing: {
      label: 'When a deal has the reference of a row already',
      update: 'Change the deal',
      skip: 'Leave the deal alone',
    },
    earlier: 'This file was loaded before',
    earlierText:
      '{name} loaded the same file on {when}. Rows without a reference would become deals once more.',
    earlierOpen: 'See that import',
    start: 'Import deals',
    discard: 'Discard the file',
  },
  it: {
    title: 'Che cosa sono le colonne',
    text: 'Secondo i nomi della prima riga. Una colonna tralasciata non viene caricata.',
    passedOver: 'Tralasciata',
    preview: 'Prime righe',
    column: {
      Title: 'Titolo',
      Contacts: 'Contatti',
      Pipeline: 'Pipeline',
      Stage: 'Fase',
      Owner: 'Responsabile',
      Amount: 'Importo',
      Currency: 'Valuta',
      'Close date': 'Chiusura prevista',
      Reference: 'Riferimento',
    },
    existing: {
      label: 'Quando una trattativa ha già il riferimento di una riga',
      update: 'Modifica la trattativa',
      skip: 'Lascia stare la trattativa',
    },
    earlier: 'Questo file è già stato caricato',
    earlierText:
      '{name} ha caricato lo stesso file il {when}. Le righe senza riferimento diventerebbero trattative un’altra volta.',
    earlierOpen: 'Vedi quell’importazione',
    start: 'Importa le trattative',
    discard: 'Scarta il file',
  },
  es: {
    title: 'Qué son las columnas',
    text: 'Según los nombres de la primera línea. Una columna omitida no se carga.',
    passedOver: 'Omitida',
    preview: 'Primeras filas',
    column: {
      Title: 'Título',
      Contacts: 'Contactos',
      Pipeline: 'Embudo',
      Stage: 'Etapa',
      Owner: 'Responsable',
      Amount: 'Importe',
      Currency: 'Moneda',
      'Close date': 'Cierre previsto',
      Reference: 'Referencia',
    },
    existing: {
      label: 'Cuando un negocio ya tiene la referencia de una fila',
      update: 'Cambiar el negocio',
      skip: 'Dejar el negocio como está',
    },
    earlier: 'Este archivo ya se cargó',
    earlierText:
      '{name} cargó el mismo archivo el {when}. Las filas sin referencia se convertirían otra vez en negocios.',
    earlierOpen: 'Ver esa importación',
    start: 'Importar los negocios',
    discard: 'Descartar el archivo',
  },
});
