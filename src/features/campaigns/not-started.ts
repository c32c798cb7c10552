// Why a campaign could not begin at its time: kept with the campaign, and said to the owners in their language.
import { sayVerdicts } from '#features/guardian/guardian.ts';
import { PreflightVerdict } from '#features/guardian/preflight.contract.ts';
import { BulkStop } from '#features/numbers/numbers.contract.ts';
import type { AppError } from '#kit/errors.ts';
import type { PauseReason } from './campaigns.types.ts';

export type NotStarted = PauseReason & { say(language: 'en' | 'it' | 'es'): string };

const RESTS = {
  en: 'The guardian stopped campaigns of its number. The number’s health page says until when, and what to do.',
  it: 'Il guardiano ha fermato le campagne del suo numero. La pagina sulla salute del numero dice fino a quando e che cosa fare.',
  es: 'El guardián detuvo las campañas de su número. La página de salud del número dice hasta cuándo y qué hacer.',
};

/** Of a refusal: by the guardian's rules, by its stop of the number, or because something lacks. */
export function notStarted(error: AppError): NotStarted {
  const text = [error.message, ...error.fields.map((field) => field.message)].join(' ');
  const stop = BulkStop.safeParse(error.details);
  if (error.code === 'number_paused' && stop.success)
    return { ...stop.data, say: (language) => RESTS[language] };
  const verdicts = PreflightVerdict.array().safeParse(error.details?.verdicts);
  if (!verdicts.success) return { kind: error.code, text, say: () => text };
  const rules = verdicts.data.map(({ rule }) => rule).join(' ');
  return {
    kind: error.code,
    text,
    params: { rules },
    say: (language) => sayVerdicts(verdicts.data, language),
  };
}
