// How WhatsApp reads a phone number, and how its own id for it differs from what was dialled.

const CALLING_CODES: Record<string, string> = {
  1: 'US',
  20: 'EG',
  212: 'MA',
  216: 'TN',
  234: 'NG',
  254: 'KE',
  27: 'ZA',
  30: 'GR',
  31: 'NL',
  32: 'BE',
  33: 'FR',
  34: 'ES',
  351: 'PT',
  353: 'IE',
  355: 'AL',
  358: 'FI',
  36: 'HU',
  39: 'IT',
  40: 'RO',
  41: 'CH',
  420: 'CZ',
  43: 'AT',
  44: 'GB',
  45: 'DK',
  46: 'SE',
  47: 'NO',
  48: 'PL',
  49: 'DE',
  51: 'PE',
  52: 'MX',
  54: 'AR',
  55: 'BR',
  56: 'CL',
  57: 'CO',
  58: 'VE',
  593: 'EC',
  60: 'MY',
  61: 'AU',
  62: 'ID',
  63: 'PH',
  64: 'NZ',
  65: 'SG',
  66: 'TH',
  7: 'RU',
  81: 'JP',
  82: 'KR',
  84: 'VN',
  86: 'CN',
  880: 'BD',
  90: 'TR',
  91: 'IN',
  92: 'PK',
  94: 'LK',
  966: 'SA',
  971: 'AE',
  972: 'IL',
  98: 'IR',
};

/** Digits of what was dialled, or undefined when it cannot be a phone number. */
export function dialledDigits(input: string): string | undefined {
  const digits = input
    .trim()
    .replace(/^\+/, '')
    .replace(/[\s()\-.]/g, '');
  return /^\d{7,15}$/.test(digits) ? digits : undefined;
}

/**
 * WhatsApp's id (`wa_id`) for a number: mostly the digits themselves; Brazilian numbers outside the old area
 * codes lose the ninth digit, Mexican ones have a 1 after 52, Argentine ones a 9 after 54.
 */
export function whatsappId(digits: string): string {
  if (digits.startsWith('55')) {
    const area = Number(digits.slice(2, 4));
    if (digits.length === 13 && digits[4] === '9' && area >= 31) return digits.slice(0, 4) + digits.slice(5);
    if (digits.length === 12 && area < 31 && digits[4]! >= '6')
      return `${digits.slice(0, 4)}9${digits.slice(4)}`;
  }
  if (digits.startsWith('52') && digits.length === 12) return `521${digits.slice(2)}`;
  if (digits.startsWith('54') && digits.length === 12 && digits[2] !== '9') return `549${digits.slice(2)}`;
  return digits;
}

/** Two-letter country of a number; `ZZ` where the calling code is not in our short table. */
export function countryOf(digits: string): string {
  return (
    CALLING_CODES[digits.slice(0, 3)] ??
    CALLING_CODES[digits.slice(0, 2)] ??
    CALLING_CODES[digits[0] ?? ''] ??
    'ZZ'
  );
}

/** A number as people read it, such as +39 333 123 4567. */
export function displayNumber(digits: string): string {
  const code = [3, 2, 1].map((length) => digits.slice(0, length)).find((start) => CALLING_CODES[start]) ?? '';
  const groups: string[] = [];
  let rest = digits.slice(code.length);
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  groups.push(rest);
  return `+${code}${code ? ' ' : ''}${groups.join(' ')}`;
}
