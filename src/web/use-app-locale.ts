// The language of the interface, without the region that its dates and numbers follow.
import { useLocale } from 'use-intl';
import { type AppLocale, chooseLocale } from './i18n.ts';

export function useAppLocale(): AppLocale {
  return chooseLocale(useLocale(), []);
}
