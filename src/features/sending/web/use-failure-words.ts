// Says why a message failed in the reader's language.
import { useLocale, useTranslations } from 'use-intl';
import { failuresMessages } from './failures.messages.ts';

type Known = keyof (typeof failuresMessages)['en'];

const KNOWN = Object.keys(failuresMessages.en) as Known[];

/** English readers get the server's own words, which also hold what WhatsApp added. */
export function useFailureWords(): (failure: { kind: string | null; text: string | null }) => string {
  const t = useTranslations('failures');
  const locale = useLocale();
  return ({ kind, text }) => {
    const known = KNOWN.find((one) => one === kind);
    return known && (!locale.startsWith('en') || !text) ? t(known) : (text ?? '');
  };
}
