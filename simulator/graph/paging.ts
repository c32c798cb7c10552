// One page of a list with Graph's cursors, and the choice of fields.

import type { Fields } from './fields.ts';

/** Cuts a page out of `all` by `limit`, `after` and `before`; `self` is the address of the list, for `next`. */
export function page<Item>(all: Item[], query: Fields, self: string) {
  const limit = Math.min(Math.max(Number(query.limit ?? 25) || 25, 1), 1_000);
  let from = query.after ? position(String(query.after)) + 1 : 0;
  if (query.before) from = Math.max(0, position(String(query.before)) - limit);
  const items = all.slice(from, from + limit);
  const last = from + items.length - 1;
  const address = (name: string, cursor: string) => {
    const target = new URL(self);
    for (const other of ['after', 'before']) target.searchParams.delete(other);
    target.searchParams.set(name, cursor);
    return target.toString();
  };
  if (items.length === 0) return { data: items };
  const cursors = { before: cursor(from), after: cursor(last) };
  return {
    data: items,
    paging: {
      cursors,
      ...(last < all.length - 1 && { next: address('after', cursors.after) }),
      ...(from > 0 && { previous: address('before', cursors.before) }),
    },
  };
}

function cursor(at: number): string {
  return Buffer.from(`at:${at}`).toString('base64url');
}

function position(text: string): number {
  return Number(Buffer.from(text, 'base64url').toString().slice(3)) || 0;
}

/** Top-level names of a `fields=a,b{c},d.limit(2)` parameter; undefined when it was not given. */
export function wantedFields(query: Fields): string[] | undefined {
  if (query.fields === undefined) return undefined;
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const letter of `${query.fields},`) {
    if (letter === ',' && depth === 0) {
      const plain = name.trim().split(/[.{(]/)[0]!;
      if (plain) names.push(plain);
      name = '';
      continue;
    }
    if ('{('.includes(letter)) depth++;
    if ('})'.includes(letter)) depth--;
    name += letter;
  }
  return names;
}

/** The asked-for fields of a node, with `id` always among them; `usual` where nothing was asked for. */
export function choose(node: Fields, wanted: string[] | undefined, usual: string[]): Fields {
  const chosen: Fields = {};
  for (const name of wanted ?? usual) if (node[name] !== undefined) chosen[name] = node[name];
  chosen.id = node.id;
  return chosen;
}
