// Says why something failed in the person's language: by its kind, with the server's words for what has none.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { FAILURE_KINDS, type FailureKind } from '#whatsapp/failure-kinds.ts';

type Failure = {
  kind: string | null;
  /** The server's words, in English; what WhatsApp added follows them. */
  text: string | null;
  params?: Record<string, string | number>;
};

export function useFailureWords(): (failure: Failure) => string {
  const words = useTranslations('failures');
  return useCallback(
    ({ kind, text, params = {} }) => {
      if (kind === null || !words.has(kind as never)) return text ?? '';
      const spoken = words(kind as never, spellable(params) as never);
      const worst =
        typeof params.worst === 'string' && words.has(params.worst as never) ? params.worst : null;
      return worst ? `${spoken} ${words(worst as never)}` : spoken + addedBy(kind, text ?? '');
    },
    [words],
  );
}

/** Texts write a time as the reader does. */
function spellable(params: NonNullable<Failure['params']>): Record<string, string | number | Date> {
  return typeof params.until === 'string' ? { ...params, until: new Date(params.until) } : params;
}

/** What WhatsApp added in its own words. */
function addedBy(kind: string, text: string): string {
  const own = FAILURE_KINDS[kind as FailureKind]?.words;
  return own !== undefined && text.startsWith(own) ? text.slice(own.length) : '';
}
