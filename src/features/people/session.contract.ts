// What a signed-in person may ask about themselves.
import { z } from 'zod';
import { Id, openOperation } from '#operations/operation.ts';
import { ROLES } from '#operations/permissions.ts';
import { Language } from './language.contract.ts';

export const PersonName = z.string().trim().min(1).max(100).describe('Name, as colleagues see it');
export const RoleName = z.enum(ROLES).describe('Role: owner, administrator, chat_manager or chat_operator');

const Person = z.object({
  id: Id,
  name: PersonName,
  email: z.string(),
  language: Language.nullable().describe('Null: the language of the browser'),
  twoFactorEnabled: z.boolean(),
  ticketMails: z.boolean().describe('Gets mails about tickets that were opened or changed'),
});

export const Session = z.object({
  user: Person,
  workspaces: z
    .array(
      z.object({
        id: Id,
        name: z.string(),
        role: RoleName,
        permissions: z.array(z.string()).describe('What the role allows'),
        isDemo: z.boolean(),
        country: z.string(),
        timeZone: z.string(),
        language: Language,
      }),
    )
    .describe('By name'),
  product: z.object({
    version: z.string(),
    simulatorUrl: z.string().nullable().describe('Where the simulator runs, when it does'),
    mailReady: z.boolean().describe('False when no mail server is set: invitations then give a link instead'),
  }),
});
export type Session = z.infer<typeof Session>;

export const sessionContract = {
  get: openOperation('signed_in')
    .route({
      method: 'GET',
      path: '/session',
      summary: 'Get the session',
      description: 'The signed-in person, their workspaces and what they may do in each. 401 for nobody.',
    })
    .output(Session),
  update: openOperation('signed_in')
    .route({ method: 'PATCH', path: '/session', summary: 'Change one’s own name, language or mails' })
    .input(
      z.object({
        name: PersonName.optional(),
        language: Language.nullable().optional(),
        ticketMails: z.boolean().optional().describe('Gets mails about tickets that were opened or changed'),
      }),
    )
    .output(Person),
};
