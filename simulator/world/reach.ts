// Whom a portfolio reached outside open windows: unique people of the last day, week and month.

export interface Reach {
  day: Map<string, number>;
  week: Map<string, number>;
  month: Map<string, number>;
}

const DAY = 86_400_000;
const WINDOW: Record<keyof Reach, number> = { day: DAY, week: 7 * DAY, month: 30 * DAY };

/** Each map holds people by their last time, the oldest first. */
export function newReach(): Reach {
  return { day: new Map(), week: new Map(), month: new Map() };
}

/** How many people within the window that ends at `at`. */
export function reachedIn(reach: Reach, window: keyof Reach, at: number): number {
  const people = reach[window];
  for (const [person, last] of people) {
    if (last > at - WINDOW[window]) break;
    people.delete(person);
  }
  return people.size;
}

/** Counts a person; `long` also for the week and the month, which only growing limits ask for. */
export function reachPerson(reach: Reach, waId: string, at: number, long: boolean): void {
  for (const window of long ? (['day', 'week', 'month'] as const) : (['day'] as const)) {
    const people = reach[window];
    people.delete(waId);
    people.set(waId, at);
  }
}
