// What may be asked about the audit log: who did what, when.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Id, Instant, operation } from '#operations/operation.ts';

export const AuditRecord = z.object({
  id: Id,
  at: Instant,
  actor: z.object({
    kind: z.enum(['person', 'api_key', 'automation', 'system']),
    id: z.string().nullable(),
    name: z.string(),
  }),
  action: z.string().describe('What was done, e.g. `member.removed`'),
  subjectType: z.string().nullable().describe('What it was done to, e.g. `member`'),
  subjectId: Id.nullable(),
  details: z.record(z.string(), z.unknown()),
});

export const auditContract = {
  list: operation('audit:read')
    .route({ method: 'GET', path: '/audit', summary: 'List the audit log, newest first' })
    .input(PageInput)
    .output(pageOf(AuditRecord)),
};
