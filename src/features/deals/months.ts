// Months as they are written, 2026-11. Pure.

/** Every month from `first` to `last`, both among them; none when `last` is earlier. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = placeOf(first); at <= placeOf(last); at += 1) {
    const year = String(Math.floor(at / 12)).padStart(4, '0');
    months.push(`${year}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return months;
}

function placeOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
