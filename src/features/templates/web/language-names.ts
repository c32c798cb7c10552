// Languages that WhatsApp takes for templates, named in the person's language.
import { useMemo } from 'react';
import { useLocale } from 'use-intl';

const CODES =
  'af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB en_US et fil fi fr ka de el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te th tr uk ur uz vi zu'.split(
    ' ',
  );

function named(names: Intl.DisplayNames, code: string): string {
  try {
    const name = names.of(code.replace('_', '-')) ?? code;
    return name.charAt(0).toUpperCase() + name.slice(1);
  } catch {
    return code;
  }
}

/** `Italian`, `Portuguese (Brazil)`; the code itself where the browser has no name. */
export function useLanguageName(): (code: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' });
    return (code) => named(names, code);
  }, [locale]);
}

export function useLanguages(): { value: string; label: string }[] {
  const locale = useLocale();
  const nameOf = useLanguageName();
  return useMemo(
    () =>
      CODES.map((value) => ({ value, label: nameOf(value) })).sort((a, b) =>
        a.label.localeCompare(b.label, locale),
      ),
    [locale, nameOf],
  );
}
