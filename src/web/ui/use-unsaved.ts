// Asks before what was typed into a form goes with it: by closing it, by a link, by leaving the page.
import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { confirm } from './confirm.ts';

type Address = { pathname: string; search: object };

type Guard = {
  /** Whether the form stays when one goes there, as when a filter beside it changes. Left out: it never does. */
  stays?: (next: Address) => boolean;
};

/** `close` asks when there is something to lose; after `letGo` nothing is asked any more: it is saved. */
export function useUnsaved(isDirty: boolean, onClose: () => void, { stays }: Guard = {}) {
  const t = useTranslations('ui.unsaved');
  const isFree = useRef(false);
  const mayGo = async () => {
    if (!isDirty || isFree.current) return true;
    const yes = await confirm({ title: t('title'), text: t('text'), confirm: t('discard'), danger: true });
    if (yes) isFree.current = true;
    return yes;
  };
  useBlocker({
    shouldBlockFn: async ({ next }) => !stays?.(next as Address) && !(await mayGo()),
    enableBeforeUnload: () => isDirty && !isFree.current,
  });
  return {
    close: async () => {
      if (await mayGo()) onClose();
    },
    letGo: () => {
      isFree.current = true;
    },
  };
}
