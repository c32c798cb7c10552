// The statuses that every workspace begins with, and their built-in names.
import type { MacroState } from './ticket-shapes.contract.ts';

type Names = Record<'en' | 'it' | 'es', string>;

/** In their order; the first is the default. */
export const DEFAULT_STATUSES: readonly { code: string; macroState: MacroState; names: Names }[] = [
  { code: 'open', macroState: 'in_progress', names: { en: 'Open', it: 'Aperto', es: 'Abierto' } },
  {
    code: 'in_progress',
    macroState: 'in_progress',
    names: { en: 'In progress', it: 'In lavorazione', es: 'En curso' },
  },
  { code: 'pending', macroState: 'in_progress', names: { en: 'Pending', it: 'In sospeso', es: 'Pendiente' } },
  { code: 'waiting', macroState: 'in_progress', names: { en: 'Waiting', it: 'In attesa', es: 'En espera' } },
  { code: 'resolved', macroState: 'closed', names: { en: 'Resolved', it: 'Risolto', es: 'Resuelto' } },
  { code: 'closed', macroState: 'closed', names: { en: 'Closed', it: 'Chiuso', es: 'Cerrado' } },
  { code: 'terminated', macroState: 'closed', names: { en: 'Terminated', it: 'Terminato', es: 'Terminado' } },
];

/** The built-in name of a status, or the code of one that has none. */
export function builtInName(code: string, language: 'en' | 'it' | 'es' = 'en'): string {
  return DEFAULT_STATUSES.find((status) => status.code === code)?.names[language] ?? code;
}
