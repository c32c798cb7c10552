// Gathers what one person is told into few: one per conversation, and past a number of conversations one for the rest.
import { MESSAGES, type Told } from './hearing.ts';

/** So many conversations are told one by one; those beyond are told as a number. */
export const MOST_CONVERSATIONS = 40;
export const CROWD = `${MESSAGES}crowd`;

/** One per person and key, in order of person and key: the order in which rows are locked. */
export function gather(told: readonly Told[]): Told[] {
  const gathered = new Map<string, Told>();
  for (const each of told) {
    const key = `${each.userId} ${each.gatherKey}`;
    const before = gathered.get(key);
    gathered.set(
      key,
      before
        ? { ...each, count: before.count + each.count, at: before.at > each.at ? before.at : each.at }
        : each,
    );
  }
  return [...gathered.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, each]) => each);
}

/** `open`: the keys of each person's unread messages. What finds no place joins the crowd. */
export function intoCrowd(
  told: readonly Told[],
  open: ReadonlyMap<string, ReadonlySet<string>>,
  most = MOST_CONVERSATIONS,
): Told[] {
  const places = new Map([...open].map(([userId, keys]) => [userId, new Set(keys)]));
  const placed = told.map((each) => {
    if (!each.gatherKey.startsWith(MESSAGES)) return each;
    const keys = places.get(each.userId) ?? new Set<string>();
    places.set(each.userId, keys);
    if (keys.has(each.gatherKey)) return each;
    keys.delete(CROWD);
    if (keys.size < most) {
      keys.add(each.gatherKey);
      return each;
    }
    return { ...each, gatherKey: CROWD, conversationId: null, details: {} };
  });
  return gather(placed);
}
