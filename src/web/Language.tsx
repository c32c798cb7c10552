// Gives the pages their language: the person's setting, before sign-in the last one used, else the browser's.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl';
import { type AppLocale, chooseLocale } from './i18n.ts';
import type { Texts } from './messages.ts';
import { remember, useRemembered } from './remembered.ts';
import { sessionQuery, workspaceOf } from './session.ts';
import { loadTexts, shownTexts } from './texts.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: Texts;
  }
}

/** The same language as the person's region writes dates and numbers: `en` → `en-GB` for a British browser. */
function regional(locale: AppLocale): AppLocale {
  const tag = navigator.languages.find((language) => language.startsWith(`${locale}-`));
  return (tag ?? locale) as AppLocale;
}

export function Language({ children }: { children: ReactNode }) {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const [lastUsed] = useRemembered('locale');
  const setting = session?.user.language;
  useEffect(() => {
    if (setting) remember('locale', setting);
  }, [setting]);

  const wanted = chooseLocale(setting ?? lastUsed, navigator.languages);
  useEffect(() => {
    void loadTexts(wanted);
  }, [wanted]);
  const shown = useSyncExternalStore(shownTexts.subscribe, shownTexts.read);
  const locale = shown?.locale;
  useEffect(() => {
    if (locale) document.documentElement.lang = locale;
  }, [locale]);

  if (shown === null) return null;
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = (session && workspaceOf(session)?.timeZone) ?? ownZone;
  return (
    <IntlProvider locale={regional(shown.locale)} messages={shown.texts} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
