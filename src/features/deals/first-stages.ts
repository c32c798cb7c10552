// What the stages of a new pipeline are called, in the workspace's language; they can be renamed.
import type { Language } from '#features/people/language.contract.ts';

const NAMES: Record<Language, { first: string; won: string; lost: string }> = {
  en: { first: 'New', won: 'Won', lost: 'Lost' },
  it: { first: 'Nuova', won: 'Vinta', lost: 'Persa' },
  es: { first: 'Nuevo', won: 'Ganado', lost: 'Perdido' },
};

export function namesOfFirstStages(language: Language) {
  return NAMES[language];
}
