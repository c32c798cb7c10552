// The currency that a workspace begins with: its country's, where that is widely used.

const BY_COUNTRY: Record<string, string> = {
  ...Object.fromEntries(
    'AT BE HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES AD MC SM VA ME XK BG'
      .split(' ')
      .map((country) => [country, 'EUR']),
  ),
  ...{ GB: 'GBP', CH: 'CHF', LI: 'CHF', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', CZ: 'CZK', HU: 'HUF' },
  ...{ RO: 'RON', RS: 'RSD', AL: 'ALL', TR: 'TRY', UA: 'UAH', IL: 'ILS', AE: 'AED', SA: 'SAR', EG: 'EGP' },
  ...{ MA: 'MAD', NG: 'NGN', KE: 'KES', ZA: 'ZAR', IN: 'INR', PK: 'PKR', BD: 'BDT', ID: 'IDR', MY: 'MYR' },
  ...{ SG: 'SGD', PH: 'PHP', TH: 'THB', VN: 'VND', JP: 'JPY', KR: 'KRW', CN: 'CNY', HK: 'HKD', TW: 'TWD' },
  ...{ AU: 'AUD', NZ: 'NZD', CA: 'CAD', MX: 'MXN', BR: 'BRL', AR: 'ARS', CL: 'CLP', CO: 'COP', PE: 'PEN' },
  ...{ UY: 'UYU', PY: 'PYG', BO: 'BOB', CR: 'CRC', DO: 'DOP', GT: 'GTQ', HN: 'HNL', NI: 'NIO' },
};

export function defaultCurrency(country: string): string {
  return BY_COUNTRY[country] ?? 'USD';
}
