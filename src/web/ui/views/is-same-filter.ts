// Whether two filters choose the same; the order in which things were ticked does not matter. Pure.

export function isSameFilter(a: unknown, b: unknown): boolean {
  return spelt(a) === spelt(b);
}

/** What is empty filters nothing. */
function spelt(filter: unknown): string {
  const entries = Object.entries(filter as Record<string, string | readonly string[] | undefined>)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([key, value]) => [key, Array.isArray(value) ? value.toSorted() : value] as const);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
