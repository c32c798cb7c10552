// What may be asked about when the team works: hours of the workspace, and of single people.
import { z } from 'zod';
import { Id, operation } from '#operations/operation.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the time as 09:00');

export const Span = z.object({
  day: z.int().min(1).max(7).describe('1 is Monday'),
  from: Time,
  to: Time.describe('Not later than `from`: on the next day'),
});
export type Span = z.infer<typeof Span>;

export const Hours = z.array(Span).max(42).describe('Empty: never');
export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'This is not a time zone, write for example Europe/Rome');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

const MemberHours = z.object({
  userId: Id,
  name: z.string(),
  hours: Hours.nullable().describe('Null: as the workspace'),
  timeZone: z.string().nullable().describe('Null: the workspace’s'),
  isAtWork: z.boolean().describe('By the hours, at this moment'),
});

export const TeamHours = z.object({
  timeZone: z.string().describe('Of the workspace'),
  hours: Hours.nullable().describe('Of the workspace; null: always'),
  people: z.array(MemberHours).describe('By name'),
});
export type TeamHours = z.infer<typeof TeamHours>;

export const hoursContract = {
  getHours: operation('chats:assign')
    .route({ method: 'GET', path: '/team/hours', summary: 'Tell when the team works' })
    .input(z.object({}))
    .output(TeamHours),
  setHours: operation('chats:assign')
    .route({ method: 'PUT', path: '/team/hours', summary: 'Set the working hours of the workspace' })
    .input(z.object({ hours: Hours.nullable().describe('Null: always') }))
    .output(TeamHours),
  setMemberHours: operation('chats:assign')
    .route({ method: 'PUT', path: '/team/hours/{userId}', summary: 'Set the working hours of one person' })
    .input(
      z.object({
        userId: Id,
        hours: Hours.nullable().describe('Null: as the workspace'),
        timeZone: TimeZone.nullable().default(null).describe('Null: the workspace’s'),
      }),
    )
    .output(TeamHours),
};
