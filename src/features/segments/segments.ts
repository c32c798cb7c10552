// Front door of segments: who meets their conditions now, as a query.
import { type RawBuilder, sql } from 'kysely';
import { meeting } from '#features/contacts/contacts.ts';
import { AppError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Segment } from './segments.contract.ts';
import { findSegments } from './segments.store.ts';

type SegmentCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Refuses ids of segments that are not there (`segment_not_found`) or ask for what is gone (`bad_input`). */
export async function checkSegments(call: SegmentCall, ids: readonly string[]): Promise<void> {
  await existing(call, ids);
}

/**
 * A query of one column `id` for each segment: the contacts that meet its conditions now. The row rule does not apply:
 * this is for the product itself.
 */
export async function contactsOfSegments(
  call: SegmentCall,
  ids: readonly string[],
): Promise<RawBuilder<{ id: string }>[]> {
  const segments = await existing(call, ids);
  return Promise.all(
    segments.map(async ({ name, conditions }) => {
      const met = await meeting(call, conditions).catch((error) => broken(name, error));
      return sql<{ id: string }>`select c.id from contacts c where ${met}`;
    }),
  );
}

function broken(name: string, error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  const words = error.fields.map((field) => field.message).join('. ');
  throw new AppError('segment_broken', `The segment “${name}” asks for something that is gone. ${words}`);
}

async function existing(call: SegmentCall, ids: readonly string[]): Promise<Segment[]> {
  const found = await findSegments(call, ids);
  const missing = ids.find((id) => !found.some((segment) => segment.id === id));
  if (missing) throw new AppError('segment_not_found', `There is no segment ${missing}.`, { status: 404 });
  return found;
}
