// The words of the mail about tickets in each language.
import type { Language } from '#features/people/language.contract.ts';
import type { Priority, TicketChange } from '#features/tickets/ticket-shapes.contract.ts';

type Words = {
  newTicket: string;
  several(count: number): string;
  more(count: number): string;
  openOne: string;
  openAll: string;
  optOut: string;
  openedBy(name: string): string;
  changedBy(names: string): string;
  fields: Record<TicketChange['field'], string>;
  priorities: Record<Priority, string>;
};

export const digestTexts: Record<Language, Words> = {
  en: {
    newTicket: 'New ticket',
    several: (count) => `${count} tickets opened or changed`,
    more: (count) => `And ${count} more.`,
    openOne: 'Open the ticket',
    openAll: 'Open the tickets',
    optOut: 'You can turn these mails off in your profile:',
    openedBy: (name) => `Opened by ${name}`,
    changedBy: (names) => `Changed by ${names}`,
    fields: {
      title: 'Title',
      description: 'Description changed',
      priority: 'Priority',
      status: 'Status',
      category: 'Category',
      owner: 'Owner',
      reference: 'Reference',
    },
    priorities: {
      lowest: 'Lowest',
      low: 'Low',
      medium: 'Medium',
      high: 'High',
      highest: 'Highest',
      urgent: 'Urgent',
    },
  },
  it: {
    newTicket: 'Nuovo ticket',
    several: (count) => `${count} ticket aperti o modificati`,
    more: (count) => `E altri ${count}.`,
    openOne: 'Apri il ticket',
    openAll: 'Apri i ticket',
    optOut: 'Puoi disattivare queste mail nel tuo profilo:',
    openedBy: (name) => `Aperto da ${name}`,
    changedBy: (names) => `Modificato da ${names}`,
    fields: {
      title: 'Titolo',
      description: 'Descrizione modificata',
      priority: 'Priorità',
      status: 'Stato',
      category: 'Categoria',
      owner: 'Responsabile',
      reference: 'Riferimento',
    },
    priorities: {
      lowest: 'Minima',
      low: 'Bassa',
      medium: 'Media',
      high: 'Alta',
      highest: 'Massima',
      urgent: 'Urgente',
    },
  },
  es: {
    newTicket: 'Ticket nuevo',
    several: (count) => `${count} tickets abiertos o modificados`,
    more: (count) => `Y ${count} más.`,
    openOne: 'Abrir el ticket',
    openAll: 'Abrir los tickets',
    optOut: 'Puedes desactivar estos correos en tu perfil:',
    openedBy: (name) => `Abierto por ${name}`,
    changedBy: (names) => `Modificado por ${names}`,
    fields: {
      title: 'Título',
      description: 'Descripción modificada',
      priority: 'Prioridad',
      status: 'Estado',
      category: 'Categoría',
      owner: 'Responsable',
      reference: 'Referencia',
    },
    priorities: {
      lowest: 'Mínima',
      low: 'Baja',
      medium: 'Media',
      high: 'Alta',
      highest: 'Máxima',
      urgent: 'Urgente',
    },
  },
};
