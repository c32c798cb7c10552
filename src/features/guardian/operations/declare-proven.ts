// Notes that a number sent in bulk before it came here, on the owner's word, and has its plans made anew.
import { publish } from '#events/publish.ts';
import type { guardianContract } from '#features/guardian/guardian.contract.ts';
import { writeProven } from '#features/guardian/guardian.store.ts';
import { numberById } from '#features/numbers/numbers.ts';
import { audit } from '#features/people/people.ts';
import { AppError, badInput, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const declareProven: Handler<typeof guardianContract.declareProven> = async (
  call,
  { id, proven, reason },
) => {
  if (!call.permissions.has('owners:write'))
    throw new AppError('forbidden', 'Only the owner may vouch for a number.');
  if (!(await numberById(call, id))) throw notFound('number');
  if (proven && !reason)
    throw badInput([{ path: 'reason', message: 'Say where and for how long it sent in bulk' }]);
  await writeProven(call, id, proven ? reason! : null);
  await audit.record(call, {
    action: proven ? 'number.declared_proven' : 'number.declared_new',
    subjectType: 'number',
    subjectId: id,
    ...(reason ? { details: { reason } } : {}),
  });
  await publish(call, 'number.changed', id, {});
  return { proven };
};
