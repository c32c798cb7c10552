// Front door of tags: other features find, give and take them here.
import { publishAll } from '#events/publish.ts';
import { AppError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import {
  type ContactQuery,
  copyTagged,
  deleteTagged,
  findTags,
  insertTagged,
  type TagCall,
} from './tags.store.ts';

export {
  deleteAllTagged as untagBeforeDelete,
  findOrInsertTags as findOrCreateTags,
  insertTaggedPairs as tagPairs,
} from './tags.store.ts';

type PublishingCall = TagCall & Pick<Call, 'actor'>;

/** Tags the contacts of a query (column `id`) and tells it. Answers the ids of contacts that got a new tag. */
export async function tagContacts(
  call: PublishingCall,
  tagIds: readonly string[],
  contacts: ContactQuery,
): Promise<string[]> {
  const names = await existing(call, tagIds);
  return tell(call, 'contact.tagged', names, await insertTagged(call, tagIds, contacts));
}

/** Untags the contacts of a query and tells it. Answers the ids of contacts that lost a tag. */
export async function untagContacts(
  call: PublishingCall,
  tagIds: readonly string[],
  contacts: ContactQuery,
): Promise<string[]> {
  const names = await existing(call, tagIds);
  return tell(call, 'contact.untagged', names, await deleteTagged(call, tagIds, contacts));
}

/** Refuses ids of tags that are not there. */
export async function checkTags(call: TagCall, tagIds: readonly string[]): Promise<void> {
  await existing(call, tagIds);
}

/** What `from` carries, `to` carries too. */
export function copyTags(call: TagCall, from: string, to: string): Promise<void> {
  return copyTagged(call, 'contact_id', from, to);
}

async function existing(call: TagCall, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map((await findTags(call, ids)).map((tag) => [tag.id, tag.name]));
  const missing = ids.find((id) => !names.has(id));
  if (missing) throw new AppError('tag_not_found', `There is no tag ${missing}.`, { status: 404 });
  return names;
}

async function tell(
  call: PublishingCall,
  name: 'contact.tagged' | 'contact.untagged',
  names: Map<string, string>,
  pairs: readonly { contactId: string; tagId: string }[],
): Promise<string[]> {
  const events = pairs.map(({ contactId, tagId }) => ({
    name,
    subjectId: contactId,
    payload: { tag: { id: tagId, name: names.get(tagId)! } },
  }));
  await publishAll(call, events);
  return [...new Set(pairs.map((pair) => pair.contactId))];
}
