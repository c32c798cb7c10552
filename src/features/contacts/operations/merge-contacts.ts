// Merges two contacts that are one person, at somebody's word, and tells before what it would do.
import type { Contact, contactsContract } from '#features/contacts/contacts.contract.ts';
import { countErased } from '#features/contacts/erase-contacts.ts';
import { mergeContacts as merge, olderFirst } from '#features/contacts/merge-contacts.ts';
import { audit } from '#features/people/people.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { contactOf } from './get-contact.ts';

type Contract = typeof contactsContract;

export const mergeContacts: Handler<Contract['merge']> = async (call, { id, otherId, prefer = {} }) => {
  const two = await bothOf(call, id, otherId);
  for (const [name, whose] of Object.entries(prefer)) {
    const problem = CHOICES.test(name) ? whose !== id && whose !== otherId : true;
    if (problem)
      throw badInput([
        {
          path: `prefer.${name}`,
          message: 'Name name, phone, email, language or fields.CODE, and the id of one of the two.',
        },
      ]);
  }
  const stays = await merge(call, id, otherId, prefer);
  const gone = two.find((contact) => contact.id !== stays)!;
  await audit.record(call, {
    action: 'contact.merged',
    subjectType: 'contact',
    subjectId: stays,
    details: { goneId: gone.id, preferred: Object.keys(prefer).filter((name) => prefer[name] === gone.id) },
  });
  return contactOf(call, stays);
};

export const previewMerge: Handler<Contract['mergePreview']> = async (call, { id, otherId }) => {
  await bothOf(call, id, otherId);
  const [staysId, goneId] = (await olderFirst(call, [id, otherId])) as [string, string];
  return { staysId, goneId, moves: await countErased(call, [goneId]) };
};

const CHOICES = /^(name|phone|email|language|fields\.[A-Z0-9_]+)$/;

async function bothOf(call: Call, id: string, otherId: string): Promise<[Contact, Contact]> {
  if (id === otherId) throw badInput([{ path: 'otherId', message: 'Choose another contact to merge with' }]);
  return [await contactOf(call, id), await contactOf(call, otherId)];
}
