// Countries and time zones to choose from, named in the person's language.

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** All countries of ISO 3166 that the browser can name, by name. */
export function countries(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);
  return codes
    .filter((code) => !notCountries.has(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** All time zones of the browser as `{ value: 'Europe/Rome', label: 'Europe/Rome (GMT+1)' }`. */
export function timeZones(locale: string, now: Date): { value: string; label: string }[] {
  return Intl.supportedValuesOf('timeZone').map((value) => {
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone: value,
      timeZoneName: 'shortOffset',
    }).formatToParts(now);
    const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
    return { value, label: `${value.replaceAll('_', ' ')} (${offset})` };
  });
}

/** The country of the first browser language that names one; Italy when none does. */
export function likelyCountry(languages: readonly string[]): string {
  return languages.map((tag) => new Intl.Locale(tag).region).find((region) => region?.length === 2) ?? 'IT';
}
