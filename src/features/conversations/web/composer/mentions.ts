// Who is named in a note: people of the workspace behind an @. Pure.
import { plain, type Suggestion } from './suggestions.ts';

export type Person = { userId: string; name: string };

const MOST = 8;

/** Those of whom a name begins with `query`, or another part of the name does. */
export function suggestPeople(people: readonly Person[], query: string): Suggestion[] {
  const sought = plain(query);
  const rank = ({ name }: Person) =>
    plain(name).startsWith(sought)
      ? 0
      : plain(name)
            .split(/\s+/)
            .some((part) => part.startsWith(sought))
        ? 1
        : 2;
  return people
    .filter((person) => rank(person) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ userId, name }) => ({ id: userId, label: name, insert: `@${name}` }));
}

/**
 * Ids of those whose `@Name` stands in the text. Of several people of one name those in `picked`, else all of them:
 * better one told too many than nobody.
 */
export function mentionedIn(text: string, people: readonly Person[], picked: ReadonlySet<string>): string[] {
  const names = [...new Set(people.map((person) => person.name))].sort((a, b) => b.length - a.length);
  const ids: string[] = [];
  let rest = text;
  for (const name of names) {
    const mark = `@${name}`;
    if (!rest.includes(mark)) continue;
    // A longer name counts once: its beginning is not somebody else.
    rest = rest.replaceAll(mark, ' ');
    const same = people.filter((person) => person.name === name);
    const chosen = same.filter((person) => picked.has(person.userId));
    ids.push(...(chosen.length > 0 ? chosen : same).map((person) => person.userId));
  }
  return ids;
}
