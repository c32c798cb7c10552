// Front door of lists: other features find, fill and empty them here.
import { publishAll } from '#events/publish.ts';
import { AppError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import {
  type ContactQuery,
  copyMemberships,
  deleteMembers,
  findLists,
  insertMembers,
  type ListCall,
} from './lists.store.ts';

export {
  deleteAllMemberships as leaveAllLists,
  findOrInsertLists as findOrCreateLists,
  insertMemberPairs as addPairsToLists,
  noteOrigin as declareOrigin,
} from './lists.store.ts';

type PublishingCall = ListCall & Pick<Call, 'actor'>;

/** Adds the contacts of a query (column `id`) to the lists and tells it. Answers the ids of those who joined one. */
export async function addToLists(
  call: PublishingCall,
  listIds: readonly string[],
  contacts: ContactQuery,
): Promise<string[]> {
  const names = await existing(call, listIds);
  return tell(call, 'contact.added_to_list', names, await insertMembers(call, listIds, contacts));
}

/** Takes the contacts of a query out of the lists and tells it. Answers the ids of those who left one. */
export async function removeFromLists(
  call: PublishingCall,
  listIds: readonly string[],
  contacts: ContactQuery,
): Promise<string[]> {
  const names = await existing(call, listIds);
  return tell(call, 'contact.removed_from_list', names, await deleteMembers(call, listIds, contacts));
}

/** Refuses ids of lists that are not there. */
export async function checkLists(call: ListCall, listIds: readonly string[]): Promise<void> {
  await existing(call, listIds);
}

/** Where `from` is a member, `to` is one too. */
export function copyLists(call: ListCall, from: string, to: string): Promise<void> {
  return copyMemberships(call, from, to);
}

async function existing(call: ListCall, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map((await findLists(call, ids)).map((list) => [list.id, list.name]));
  const missing = ids.find((id) => !names.has(id));
  if (missing) throw new AppError('list_not_found', `There is no list ${missing}.`, { status: 404 });
  return names;
}

async function tell(
  call: PublishingCall,
  name: 'contact.added_to_list' | 'contact.removed_from_list',
  names: Map<string, string>,
  pairs: readonly { contactId: string; listId: string }[],
): Promise<string[]> {
  const events = pairs.map(({ contactId, listId }) => ({
    name,
    subjectId: contactId,
    payload: { list: { id: listId, name: names.get(listId)! } },
  }));
  await publishAll(call, events);
  return [...new Set(pairs.map((pair) => pair.contactId))];
}
