// Days as deals have them: 2026-11-21, without a time.

/** Today where the person is. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function isPast(day: string): boolean {
  return day < today();
}
