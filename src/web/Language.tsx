// Gives the pages their language: the person's setting, before sign-in the last one used, else the browser's.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { IntlProvider } from 'use-intl';
import { type AppLocale, chooseLocale } from './i18n.ts';
import { messagesOf, type Texts } from './messages.ts';
import { remember, useRemembered } from './remembered.ts';
import { sessionQuery } from './session.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: Texts;
  }
}

export function Language({ children }: { children: ReactNode }) {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const [lastUsed] = useRemembered('locale');
  const setting = session?.user.locale;
  useEffect(() => {
    if (setting) remember('locale', setting);
  }, [setting]);

  const locale = chooseLocale(setting ?? lastUsed, navigator.languages);
  const messages = useMemo(() => messagesOf(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <IntlProvider
      locale={locale}
      messages={messages}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
    >
      {children}
    </IntlProvider>
  );
}
