// What may be asked about quick replies: texts that one writes often, called by a shortcut.
import { z } from 'zod';
import { Done, Id, Instant, operation } from '#operations/operation.ts';

/** How many a workspace, and a person, may have. */
export const MOST_QUICK_REPLIES = 500;

export const Shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_-]{0,29}$/, 'Use up to 30 letters without accents, digits, - and _')
  .describe('Typed behind a slash in the composer: `thanks` for /thanks');

const Text = z
  .string()
  .trim()
  .max(4096)
  .describe('%%CODE%% stands for a value of the contact, e.g. %%FIRST_NAME%%');

export const QuickReply = z.object({
  id: Id,
  shared: z.boolean().describe('The whole team’s; else one’s own'),
  shortcut: z.string(),
  text: z.string().describe('Empty where the file says it all'),
  file: z
    .object({ id: Id, name: z.string(), mimeType: z.string(), size: z.int().describe('Bytes') })
    .nullable()
    .describe('Goes with it; read at /api/v1/quick-replies/{id}/file'),
  updatedAt: Instant,
});
export type QuickReply = z.infer<typeof QuickReply>;

const Written = z.object({
  shortcut: Shortcut,
  text: Text,
  fileId: Id.nullable()
    .default(null)
    .describe('A file that was uploaded to /api/v1/quick-replies/files; null: none'),
});

function needsContent(
  { text, fileId }: { text: string; fileId: string | null },
  context: z.RefinementCtx,
): void {
  if (text === '' && fileId === null)
    context.addIssue({ code: 'custom', path: ['text'], message: 'Write the text, or attach a file' });
}

export const quickRepliesContract = {
  list: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/quick-replies',
      summary: 'List quick replies by shortcut',
      description: 'The team’s and one’s own. Of two with the same shortcut one’s own counts.',
    })
    .output(z.object({ items: z.array(QuickReply) })),
  create: operation('chats:write', { creates: true })
    .route({
      method: 'POST',
      path: '/quick-replies',
      successStatus: 201,
      summary: 'Create a quick reply',
      description: 'For the whole team it needs `quick_replies:write`.',
    })
    .input(
      Written.extend({
        shared: z.boolean().default(false).describe('The whole team’s; else one’s own'),
      }).superRefine(needsContent),
    )
    .output(QuickReply),
  update: operation('chats:write')
    .route({
      method: 'PUT',
      path: '/quick-replies/{id}',
      summary: 'Change a quick reply',
      description: 'One’s own, or with `quick_replies:write` the team’s.',
    })
    .input(Written.extend({ id: Id }).superRefine(needsContent))
    .output(QuickReply),
  delete: operation('chats:write')
    .route({ method: 'DELETE', path: '/quick-replies/{id}', summary: 'Delete a quick reply' })
    .input(z.object({ id: Id }))
    .output(Done),
  fill: operation('chats:read', { tool: true })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/quick-replies/{id}',
      summary: 'Fill a quick reply with the values of a contact',
    })
    .input(z.object({ id: Id, conversationId: Id }))
    .output(
      z.object({
        text: z.string(),
        missing: z.array(z.string()).describe('Codes without a value for this contact; they became nothing'),
      }),
    ),
};
