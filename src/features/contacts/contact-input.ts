// Checks what people and programs write about a contact, and brings it into the form that is kept.
import type { z } from 'zod';
import { checkFieldValues, readFields } from '#features/fields/fields.ts';
import { badInput, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { NewContact } from './contacts.contract.ts';
import type { ContactChange } from './contacts.store.ts';
import { readPhone } from './phone-number.ts';

type Written = Partial<Omit<z.output<typeof NewContact>, 'tagIds' | 'listIds' | 'consent' | 'consentSource'>>;
type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

/** Country whose national phone numbers are understood. */
export async function workspaceCountry(call: ReadCall): Promise<string> {
  const { country } = await call.tx
    .selectFrom('workspaces')
    .select('country')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return country;
}

/** Checks several at once; `at` is the path of each for the error. Throws `bad_input` naming every fault. */
export async function readContactInputs(
  call: ReadCall,
  inputs: readonly { input: Written; at: string }[],
): Promise<ContactChange[]> {
  const country = await workspaceCountry(call);
  const fields = await readFields(call);
  const problems: FieldError[] = [];
  const changes = inputs.map(({ input, at }) => {
    const change: ContactChange = {};
    const { phone, userId, email, language } = input;
    if (phone !== undefined) {
      const read = phone ? readPhone(phone, country) : { phone: null };
      if ('problem' in read) problems.push({ path: `${at}phone`, message: read.problem });
      else change.phone = read.phone;
    }
    if (userId !== undefined) change.userId = userId;
    if (email !== undefined) change.email = email || null;
    if (language !== undefined) change.language = language || null;
    if (input.firstName !== undefined) change.firstName = plain(input.firstName);
    if (input.lastName !== undefined) change.lastName = plain(input.lastName);
    if (input.notes !== undefined) change.notes = input.notes.replaceAll('\u0000', '');
    if (input.fields) {
      const checked = checkFieldValues(fields, input.fields);
      change.fields = checked.values;
      problems.push(...checked.problems.map((problem) => ({ ...problem, path: at + problem.path })));
    }
    return change;
  });
  if (problems.length > 0) throw badInput(problems);
  return changes;
}

/** Names stand in one line. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
