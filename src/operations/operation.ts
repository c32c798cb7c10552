// How an operation is described: the contract builder, its metadata and shared shapes. Runs in browser and server.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from './permissions.ts';

export type OperationMeta = {
  /** What the caller must be allowed; `signed_in`: any person; `anyone`: no session needed. */
  permission: Permission | 'signed_in' | 'anyone';
  /** Creates something: callers may send `Idempotency-Key` and repeat the call safely. */
  creates?: boolean;
  /** May be offered as a tool to AI clients. */
  tool?: boolean;
};

/** Every error has this shape, in REST as in the typed client. */
export const ErrorBody = z.object({
  code: z.string().describe('Stable name of the problem'),
  message: z.string().describe('What is wrong and what to do, in words'),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).describe('Inputs at fault'),
  details: z.record(z.string(), z.unknown()).describe('Further facts'),
  requestId: z.string().describe('Names this request in the logs'),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

const base = oc.$meta<OperationMeta>({ permission: 'anyone' });

/** Starts the contract of an operation within a workspace. */
export function operation(permission: Permission, options: Omit<OperationMeta, 'permission'> = {}) {
  return base.meta({ permission, ...options });
}

/** Starts the contract of an operation that belongs to a person, or to nobody yet (sign-up, invitations). */
export function openOperation(permission: 'signed_in' | 'anyone') {
  return base.meta({ permission });
}

/** UUIDv7 of a thing. */
export const Id = z.uuid().describe('Id');
/** ISO 8601 instant in UTC, e.g. `2026-11-21T08:30:00.000Z`. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => !text.startsWith('0000'), 'There was no year 0')
  .describe('Instant, ISO 8601');
/** Answer of an operation that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) });
export const done: z.infer<typeof Done> = { done: true };

/** A database time as the contract spells it. */
export function iso(date: Date): string;
export function iso(date: Date | null): string | null;
export function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
