// What may be asked about workspaces: the rooms in which businesses keep their WhatsApp.
import { z } from 'zod';
import { Done, Id, Instant, openOperation, operation } from '#operations/operation.ts';
import { Language } from './language.contract.ts';

export const Country = z
  .string()
  .toUpperCase()
  .refine(isCountry, 'Use a country of ISO 3166, two letters, such as IT')
  .describe('Country, ISO 3166 alpha-2: how national phone numbers are read');
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Use a time zone such as Europe/Rome')
  .describe('IANA time zone in which times are shown and planned');
const Name = z.string().trim().min(1).max(100).describe('Name of the workspace, as its people see it');

export const Workspace = z.object({
  id: Id,
  name: Name,
  country: z.string(),
  language: Language,
  timeZone: z.string(),
  isDemo: z.boolean().describe('Made at the first start, with invented people'),
  createdAt: Instant,
});
export type Workspace = z.infer<typeof Workspace>;

export const workspacesContract = {
  create: openOperation('signed_in')
    .route({
      method: 'POST',
      path: '/workspaces',
      summary: 'Create a workspace',
      description: 'Whoever creates it becomes its owner.',
    })
    .input(z.object({ name: Name, country: Country, language: Language, timeZone: TimeZone }))
    .output(Workspace),
  get: operation('workspace:read', { tool: true })
    .route({ method: 'GET', path: '/workspace', summary: 'Get the workspace' })
    .output(Workspace),
  update: operation('workspace:write')
    .route({ method: 'PATCH', path: '/workspace', summary: 'Change the workspace' })
    .input(
      z.object({
        name: Name.optional(),
        country: Country.optional(),
        language: Language.optional(),
        timeZone: TimeZone.optional(),
      }),
    )
    .output(Workspace),
  removeDemo: operation('workspace:write')
    .route({
      method: 'POST',
      path: '/workspace/remove-demo',
      summary: 'Remove the demo workspace with everything in it, for good',
      description: 'Refused with `workspace_real` where real work is done.',
    })
    .output(Done),
};

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
