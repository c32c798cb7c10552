// Why rows of a CSV file did not become deals, in Italian and Spanish.
import type { Sentence } from './refusal.ts';

export const DEAL_ROW_REFUSALS: readonly Sentence[] = [
  [
    'Title and reference are one line of at most 256 characters',
    'Titolo e riferimento stanno su una riga di al massimo 256 caratteri',
    'El título y la referencia ocupan una línea de 256 caracteres como máximo',
  ],
  [
    'There is no stage {name} in the pipeline',
    'Nella pipeline non c’è la fase {name}',
    'En el embudo no existe la etapa {name}',
  ],
  ['There is no pipeline {name}', 'Non c’è la pipeline {name}', 'No existe el embudo {name}'],
  ['Nobody here is called {name}', 'Qui nessuno si chiama {name}', 'Aquí nadie se llama {name}'],
  ['There is no currency {name}', 'Non esiste la valuta {name}', 'No existe la moneda {name}'],
  [
    '{name} is not an amount: write it as 1250.50',
    '{name} non è un importo: scrivilo così: 1250,50',
    '{name} no es un importe: escríbelo así: 1250,50',
  ],
  [
    '{name} is not a date: write it as 2026-11-21',
    '{name} non è una data: scrivila così: 2026-11-21',
    '{name} no es una fecha: escríbela así: 2026-11-21',
  ],
  [
    'No contact has the number {name}: import contacts first',
    'Nessun contatto ha il numero {name}: importa prima i contatti',
    'Ningún contacto tiene el número {name}: importa antes los contactos',
  ],
  [
    '{count} deals have the reference {name}',
    '{count} trattative hanno il riferimento {name}',
    '{count} negocios tienen la referencia {name}',
  ],
  ['A deal needs a contact', 'Una trattativa ha bisogno di un contatto', 'Un negocio necesita un contacto'],
  [
    'A quoted value is not closed: look for a single " in this row',
    'Un valore tra virgolette non è chiuso: cerca una " sola in questa riga',
    'Un valor entre comillas no está cerrado: busca una " suelta en esta fila',
  ],
  [
    'This row is longer than 500,000 characters',
    'Questa riga supera i 500.000 caratteri',
    'Esta fila supera los 500.000 caracteres',
  ],
  [
    'No column holds the contacts: name it Phone in the first line.',
    'Nessuna colonna contiene i contatti: nella prima riga chiamala Telefono.',
    'Ninguna columna contiene los contactos: llámala Teléfono en la primera línea.',
  ],
  [
    'Whoever uploaded this file may no longer change deals.',
    'Chi ha caricato questo file non può più modificare le trattative.',
    'Quien subió este archivo ya no puede cambiar negocios.',
  ],
];
