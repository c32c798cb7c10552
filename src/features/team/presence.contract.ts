// What may be asked about who is there: one's own presence and that of the colleagues.
import { z } from 'zod';
import { Id, Instant, operation } from '#operations/operation.ts';

/** offline: no tab of theirs has been heard of lately. */
export const PRESENCE_STATES = ['online', 'away', 'busy', 'offline'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

export const Presence = z.object({
  people: z.array(
    z.object({
      userId: Id,
      name: z.string(),
      state: z.enum(PRESENCE_STATES).describe('busy: does not want to be disturbed'),
      seenAt: Instant.nullable().describe('When a tab of theirs was last heard of'),
    }),
  ),
  chosen: z.enum(['online', 'away', 'busy']).describe('What one chose to be oneself'),
});
export type Presence = z.infer<typeof Presence>;

export const presenceContract = {
  presence: operation('members:read')
    .route({ method: 'GET', path: '/team/presence', summary: 'Tell who of the team is there' })
    .input(z.object({}))
    .output(Presence),
  beat: operation('members:read')
    .route({
      method: 'POST',
      path: '/team/presence/beat',
      summary: 'Tell that one is there',
      description: 'Sent by each tab every 30 seconds; who touches nothing for 10 minutes is away.',
    })
    .input(
      z.object({
        idleSeconds: z.int().min(0).max(86_400).describe('Since the last touch of keyboard, mouse or screen'),
      }),
    )
    .output(Presence),
  setPresence: operation('members:read')
    .route({ method: 'PUT', path: '/team/presence', summary: 'Choose what one is to the colleagues' })
    .input(z.object({ chosen: z.enum(['online', 'away', 'busy']).describe('How one wants to be seen') }))
    .output(Presence),
};
