// The shape of the report on tickets: four panels over one period.
import { z } from 'zod';
import { Id } from '#operations/operation.ts';
import { Day, Priority, TicketStatus } from './ticket-shapes.contract.ts';

export const TicketReportInput = z.object({
  from: Day.optional().describe('First day of opening; the first of the current month when left out'),
  to: Day.optional().describe('Last day of opening; today when left out'),
  categoryId: z
    .union([Id, z.literal('none')])
    .optional()
    .describe('Only this category; none: without one'),
});
export type TicketReportInput = z.output<typeof TicketReportInput>;

const category = z.object({ id: Id, name: z.string() }).nullable().describe('Null: without category');
const seconds = z
  .number()
  .nullable()
  .describe('Average time from opening to closing, in seconds; null: none is closed');

export const TicketReport = z.object({
  from: Day,
  to: Day,
  count: z.int().describe('Tickets opened in the period'),
  byCategory: z
    .array(z.object({ category, count: z.int(), share: z.number().describe('Of all, 0 to 1') }))
    .describe('Most first'),
  byStatus: z.array(z.object({ status: TicketStatus, count: z.int() })).describe('In the order of statuses'),
  byPriority: z.array(z.object({ priority: Priority, count: z.int() })).describe('Highest first'),
  closing: z.object({
    all: z.object({ closed: z.int(), seconds }).describe('All categories together'),
    byCategory: z.array(z.object({ category, closed: z.int(), seconds })).describe('Slowest first'),
  }),
});
export type TicketReport = z.infer<typeof TicketReport>;
