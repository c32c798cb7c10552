// Public holidays by rule, so that nobody plans a campaign on one unawares. Those of a whole country only. Pure.

export type Holiday = { month: number; day: number; name: HolidayName };
export type HolidayName =
  | 'new_year'
  | 'epiphany'
  | 'good_friday'
  | 'easter'
  | 'easter_monday'
  | 'ascension'
  | 'whit_monday'
  | 'liberation'
  | 'victory_1945'
  | 'labour_day'
  | 'republic'
  | 'assumption'
  | 'all_saints'
  | 'immaculate'
  | 'christmas'
  | 'second_christmas'
  | 'boxing_day'
  | 'national'
  | 'constitution'
  | 'early_may'
  | 'spring_bank'
  | 'summer_bank'
  | 'king'
  | 'presidents'
  | 'memorial'
  | 'juneteenth'
  | 'independence'
  | 'us_labor'
  | 'columbus'
  | 'veterans'
  | 'thanksgiving'
  | 'unity'
  | 'armistice'
  | 'saint_francis';

/** A fixed day; days after Easter Sunday; or the nth Monday to Sunday (0: Sunday) of a month, -1: the last. */
type Rule =
  | readonly [HolidayName, 'on', month: number, day: number]
  | readonly [HolidayName, 'easter', days: number]
  | readonly [HolidayName, 'nth', month: number, weekday: number, nth: number];

const CHRISTIAN: readonly Rule[] = [
  ['new_year', 'on', 1, 1],
  ['labour_day', 'on', 5, 1],
  ['christmas', 'on', 12, 25],
];

const RULES: Record<string, readonly Rule[]> = {
  IT: [
    ...CHRISTIAN,
    ['epiphany', 'on', 1, 6],
    ['easter', 'easter', 0],
    ['easter_monday', 'easter', 1],
    ['liberation', 'on', 4, 25],
    ['republic', 'on', 6, 2],
    ['assumption', 'on', 8, 15],
    ['saint_francis', 'on', 10, 4],
    ['all_saints', 'on', 11, 1],
    ['immaculate', 'on', 12, 8],
    ['second_christmas', 'on', 12, 26],
  ],
  ES: [
    ...CHRISTIAN,
    ['epiphany', 'on', 1, 6],
    ['good_friday', 'easter', -2],
    ['assumption', 'on', 8, 15],
    ['national', 'on', 10, 12],
    ['all_saints', 'on', 11, 1],
    ['constitution', 'on', 12, 6],
    ['immaculate', 'on', 12, 8],
  ],
  GB: [
    ['new_year', 'on', 1, 1],
    ['good_friday', 'easter', -2],
    ['easter_monday', 'easter', 1],
    ['early_may', 'nth', 5, 1, 1],
    ['spring_bank', 'nth', 5, 1, -1],
    ['summer_bank', 'nth', 8, 1, -1],
    ['christmas', 'on', 12, 25],
    ['boxing_day', 'on', 12, 26],
  ],
  US: [
    ['new_year', 'on', 1, 1],
    ['king', 'nth', 1, 1, 3],
    ['presidents', 'nth', 2, 1, 3],
    ['memorial', 'nth', 5, 1, -1],
    ['juneteenth', 'on', 6, 19],
    ['independence', 'on', 7, 4],
    ['us_labor', 'nth', 9, 1, 1],
    ['columbus', 'nth', 10, 1, 2],
    ['veterans', 'on', 11, 11],
    ['thanksgiving', 'nth', 11, 4, 4],
    ['christmas', 'on', 12, 25],
  ],
  DE: [
    ...CHRISTIAN,
    ['good_friday', 'easter', -2],
    ['easter_monday', 'easter', 1],
    ['ascension', 'easter', 39],
    ['whit_monday', 'easter', 50],
    ['unity', 'on', 10, 3],
    ['second_christmas', 'on', 12, 26],
  ],
  FR: [
    ...CHRISTIAN,
    ['easter_monday', 'easter', 1],
    ['victory_1945', 'on', 5, 8],
    ['ascension', 'easter', 39],
    ['whit_monday', 'easter', 50],
    ['national', 'on', 7, 14],
    ['assumption', 'on', 8, 15],
    ['all_saints', 'on', 11, 1],
    ['armistice', 'on', 11, 11],
  ],
};

/** `country` in two letters; countries that are not known have none. */
export function holidaysOf(country: string, year: number): Holiday[] {
  return (RULES[country] ?? [])
    .filter((rule) => rule[0] !== 'saint_francis' || year >= 2026)
    .map((rule) => on(rule, year));
}

function on(rule: Rule, year: number): Holiday {
  if (rule[1] === 'on') return { name: rule[0], month: rule[2], day: rule[3] };
  const date = rule[1] === 'easter' ? easter(year) : nthOf(year, rule[2], rule[3], rule[4]);
  if (rule[1] === 'easter') date.setUTCDate(date.getUTCDate() + rule[2]);
  return { name: rule[0], month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Easter Sunday of the Western churches (the anonymous Gregorian computation). */
export function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}

function nthOf(year: number, month: number, weekday: number, nth: number): Date {
  if (nth < 0) {
    const last = new Date(Date.UTC(year, month, 0));
    last.setUTCDate(last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7));
    return last;
  }
  const first = new Date(Date.UTC(year, month - 1, 1));
  first.setUTCDate(1 + ((weekday - first.getUTCDay() + 7) % 7) + (nth - 1) * 7);
  return first;
}
