// The shapes of tickets: what a ticket, a status and a category look like, and how tickets are chosen.
import { z } from 'zod';
import { Id, Instant } from '#operations/operation.ts';

export const PRIORITIES = ['lowest', 'low', 'medium', 'high', 'highest', 'urgent'] as const;
export const Priority = z.enum(PRIORITIES).describe('lowest, low, medium, high, highest or urgent');
export type Priority = z.infer<typeof Priority>;

export const MACRO_STATES = ['in_progress', 'closed'] as const;
export const MacroState = z.enum(MACRO_STATES).describe('What the status means: in_progress or closed');
export type MacroState = z.infer<typeof MacroState>;

export const StatusCode = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .describe('Code of a status, such as open or pending; it stays when the status is renamed');

export const TicketStatus = z.object({
  code: z.string(),
  name: z.string(),
  renamed: z
    .boolean()
    .describe('False: the name is the built-in one, which pages show in the reader’s language'),
  macroState: MacroState,
});
export type TicketStatus = z.infer<typeof TicketStatus>;

const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), `${what} is one line`);

export const Title = line('The title', 256)
  .min(1, 'Give the ticket a title')
  .describe('What it is about, one line');
export const Description = z
  .string()
  .trim()
  .max(1024, 'At most 1024 characters')
  .refine((text) => !text.includes('\u0000'), 'This holds a character that cannot be kept')
  .describe('More about it');
export const Reference = line('The reference', 256)
  .min(1)
  .describe('Unique in the workspace, whatever the case; finds the ticket');
/** A ticket, by its id or by its reference. */
export const TicketKey = z.string().trim().min(1).max(256).describe('Id or reference of the ticket');

const person = z.object({ userId: Id, name: z.string() });

export const Ticket = z.object({
  id: Id,
  reference: z.string(),
  title: z.string(),
  description: z.string(),
  priority: Priority,
  status: TicketStatus,
  category: z.object({ id: Id, name: z.string() }).nullable(),
  owner: person.nullable().describe('Member who takes care of it'),
  contact: z.object({
    id: Id,
    name: z.string(),
    phone: z.string().nullable().describe('E.164; null when WhatsApp hides it'),
  }),
  conversationId: Id.nullable().describe('The chat about it, else the latest one with the contact'),
  openedBy: z.object({ kind: z.string().describe('person, api_key, automation, system'), name: z.string() }),
  createdAt: Instant,
  updatedAt: Instant,
  closedAt: Instant.nullable().describe('Set while the status is a closed one'),
});
export type Ticket = z.infer<typeof Ticket>;

const side = z
  .object({ value: z.string(), name: z.string() })
  .nullable()
  .describe('Value and, as it was called then, its name');

export const CHANGED_FIELDS = [
  'title',
  'description',
  'priority',
  'status',
  'category',
  'owner',
  'reference',
] as const;

export const TicketChange = z.object({ field: z.enum(CHANGED_FIELDS), from: side, to: side });
export type TicketChange = z.infer<typeof TicketChange>;

export const TicketEntry = z.object({
  id: Id,
  kind: z.enum(['opened', 'changed', 'noted']),
  changes: z.array(TicketChange),
  note: z.string().nullable(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  at: Instant,
});
export type TicketEntry = z.infer<typeof TicketEntry>;

/** A query string gives one value where a list may stand. */
const several = <T extends z.ZodType>(item: T, most: number) =>
  z.union([z.array(item).max(most), item.transform((one) => [one])]).optional();

export const Day = z.iso.date().describe('Day in the workspace’s time zone, e.g. 2026-11-21');

export const TicketFilter = z.object({
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Words of reference, title, or the contact’s name or number'),
  reference: z.string().trim().max(256).optional().describe('Exactly this reference'),
  status: several(StatusCode, 50).describe('In any of these statuses'),
  macroState: MacroState.optional(),
  priority: several(Priority, 6).describe('With any of these priorities'),
  categoryId: several(z.union([Id, z.literal('none')]), 50).describe('In any of these; none: without one'),
  ownerId: several(z.union([Id, z.enum(['me', 'none'])]), 50).describe(
    'Of any of these members; me: the caller; none: nobody’s',
  ),
  contactId: Id.optional(),
  from: Day.optional().describe('Opened on this day or later'),
  to: Day.optional().describe('Opened on this day or earlier'),
});
export type TicketFilter = z.output<typeof TicketFilter>;

export const TICKET_SORTS = [
  '-created',
  'created',
  '-updated',
  'updated',
  '-priority',
  'priority',
  'title',
  '-title',
  'reference',
  '-reference',
  'status',
  '-status',
  'category',
  '-category',
  'owner',
  '-owner',
  'closed',
  '-closed',
] as const;
export const TicketSort = z
  .enum(TICKET_SORTS)
  .describe(
    'Column to sort by; - sorts downwards. Statuses go by their order, categories and owners by name, none last or first; what is of one kind the latest first. Open tickets are closed before all others',
  );
export type TicketSort = z.infer<typeof TicketSort>;
