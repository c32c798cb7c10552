// What is said of an event in the catalogue.
import { z } from 'zod';
import type { Permission } from '#operations/permissions.ts';

export type EventDescription<P extends z.ZodType = z.ZodType> = {
  title: string;
  description: string;
  /** Facts besides the subject's id; an example of it validates in the registry test. */
  payload: P;
  example: z.input<P>;
  /** Who may be told live that it happened; the live stream carries the name and ids, never the payload. */
  visibleTo: Permission;
};

export function event<P extends z.ZodType>(description: EventDescription<P>): EventDescription<P> {
  return description;
}

/** The payload of an event that says all by its name and subject. */
export const nothing = z.object({});
