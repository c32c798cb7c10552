// What the world may ask about message templates.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { TemplateContentShape } from './template-content.contract.ts';

export const TEMPLATE_STATUSES = [
  'draft',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'in_appeal',
  'archived',
  'deleted',
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

export const TemplateStatusShape = z.enum(TEMPLATE_STATUSES).describe('Where the template stands');
export const TemplateCategoryShape = z.enum(TEMPLATE_CATEGORIES).describe('What the message is for');
const Language = z.string().min(2).max(15).describe('Language code, e.g. `en`, `it` or `pt_BR`');
const Name = z
  .string()
  .min(1, 'Give the template a name.')
  .max(512)
  .regex(/^[a-z0-9_]+$/, 'Use only lower-case letters a to z, digits and underscores.')
  .describe('Name at WhatsApp, unique with the language: lower-case letters, digits and underscores');
const TimeToLive = z
  .int()
  .min(-1)
  .max(2_592_000)
  .nullable()
  .describe(
    'Seconds for which an undelivered message is tried; -1 is 30 days; null leaves WhatsApp’s choice',
  );

export const ValueSourceShape = z.union([
  z.object({
    field: z.string().min(1).max(40).describe('Code of a contact field, e.g. `FIRST_NAME`'),
    fallback: z.string().max(1000).optional().describe('Used where the contact’s field is empty'),
  }),
  z.object({ text: z.string().max(2000).describe('The same text for everybody') }),
]);
const Variables = z
  .record(z.string().max(60), ValueSourceShape)
  .describe('Where each value comes from, by place: `header.1`, `body.1`, `button.0`, `code`');

const MediaFile = z.object({ fileId: Id, name: z.string(), mimeType: z.string(), size: z.int() });
const MediaChoice = z
  .record(z.string().max(30), Id)
  .describe('Id of the uploaded file that each media header sends, by place: `header`, `cards.0.header`');

const Edit = z.object({
  category: TemplateCategoryShape,
  content: TemplateContentShape.describe('What is sent: header, body, footer, buttons'),
  timeToLiveSeconds: TimeToLive,
});

export const Template = z.object({
  id: Id,
  accountId: Id.describe('WhatsApp Business account that it belongs to'),
  name: Name,
  language: Language,
  category: TemplateCategoryShape,
  status: TemplateStatusShape,
  statusReason: z.string().nullable().describe('Code of why it was rejected, paused or disabled'),
  statusDetail: z.string().nullable().describe('WhatsApp’s own words about it'),
  statusAdvice: z.string().nullable().describe('What WhatsApp recommends to do'),
  quality: z.enum(['high', 'medium', 'low', 'unknown']).describe('How recipients take it'),
  variableFormat: z.enum(['positional', 'named']),
  content: TemplateContentShape.describe('What is sent; of a draft, what is written so far'),
  timeToLiveSeconds: TimeToLive,
  pendingEdit: Edit.nullable().describe('Changes that were saved but not submitted yet'),
  variables: Variables,
  media: z.record(z.string(), MediaFile).describe('The file that each media header sends'),
  announcedCategory: z.string().nullable().describe('Category that WhatsApp announced to move it to'),
  announcedFor: Instant.nullable(),
  favourite: z.boolean().describe('Whether it is a favourite of the caller'),
  openSlot: z
    .string()
    .nullable()
    .describe(
      'Variable in which one writes a free sentence on sending, whose source is the field `SENTENCE`',
    ),
  editsLeft: z.int().nullable().describe('Edits that WhatsApp still allows in these 30 days; null: no limit'),
  nextEditAt: Instant.nullable().describe('When the next edit may be submitted; null: now'),
  optOutButton: z.int().nullable().describe('Position of the button that unsubscribes the customer'),
  submittedAt: Instant.nullable(),
  reviewedAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Template = z.infer<typeof Template>;

const Draft = z.object({
  name: Name,
  language: Language,
  category: TemplateCategoryShape,
  variableFormat: z
    .enum(['positional', 'named'])
    .default('positional')
    .describe('Whether variables are numbered, {{1}}, or named'),
  content: TemplateContentShape.describe('What is sent: header, body, footer, buttons'),
  timeToLiveSeconds: TimeToLive.default(null),
  variables: Variables.default({}),
  media: MediaChoice.default({}),
});

export const Finding = z.object({
  path: z.string().describe('Where in the template: `content.body.text`'),
  code: z.string().describe('Stable name of the problem'),
  message: z.string(),
  severity: z.enum(['error', 'warning']).describe('A warning does not stop a submission'),
});

const Rendered = z.object({
  header: z
    .object({ kind: z.enum(['text', 'image', 'video', 'document', 'location']), text: z.string().optional() })
    .optional(),
  body: z.string(),
  buttons: z.array(z.object({ kind: z.string(), text: z.string(), target: z.string().optional() })),
});

export const templatesContract = {
  list: operation('templates:read', { tool: true })
    .route({ method: 'GET', path: '/templates', summary: 'List templates' })
    .input(
      PageInput.extend({
        status: TemplateStatusShape.optional().describe('Deleted ones are listed only when asked for'),
        category: TemplateCategoryShape.optional(),
        language: Language.optional(),
        accountId: Id.optional(),
        favourite: z.stringbool().optional().describe('Only favourites'),
        search: z.string().max(200).optional().describe('Part of the name or of the text'),
      }),
    )
    .output(pageOf(Template)),

  count: operation('templates:read')
    .route({
      method: 'GET',
      path: '/templates/count',
      summary: 'Count templates by status',
    })
    .output(
      z.object({
        total: z.int(),
        byStatus: z.record(z.string(), z.int()),
        languages: z.array(z.string()).describe('Languages in use'),
      }),
    ),

  get: operation('templates:read', { tool: true })
    .route({ method: 'GET', path: '/templates/{id}', summary: 'Read a template' })
    .input(z.object({ id: Id }))
    .output(Template),

  create: operation('templates:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/templates',
      successStatus: 201,
      summary: 'Create a draft',
      description: 'Nothing is sent to WhatsApp before the draft is submitted.',
    })
    .input(Draft.extend({ accountId: Id.optional().describe('Needed when several accounts are connected') }))
    .output(Template),

  update: operation('templates:write')
    .route({
      method: 'PATCH',
      path: '/templates/{id}',
      summary: 'Change a template',
      description:
        'Name and language can change while the template was never submitted. Category, content and time to live of ' +
        'a submitted template are kept as `pendingEdit` until they are submitted; variables and media apply at once.',
    })
    .input(Draft.omit({ variableFormat: true }).partial().extend({ id: Id }))
    .output(Template),

  discardEdit: operation('templates:write')
    .route({
      method: 'POST',
      path: '/templates/{id}/discard-edit',
      summary: 'Throw away changes that were not submitted',
    })
    .input(z.object({ id: Id }))
    .output(Template),

  clone: operation('templates:write', { creates: true })
    .route({
      method: 'POST',
      path: '/templates/{id}/clone',
      successStatus: 201,
      summary: 'Copy a template into a new draft',
    })
    .input(
      z.object({
        id: Id,
        name: Name.optional().describe('Without it the name gets a number'),
        language: Language.optional().describe('To write the same template in another language'),
      }),
    )
    .output(Template),

  delete: operation('templates:write')
    .route({
      method: 'DELETE',
      path: '/templates/{id}',
      summary: 'Delete a template, at WhatsApp too',
      description: 'WhatsApp blocks the name of a deleted template that was approved for 30 days.',
    })
    .input(z.object({ id: Id }))
    .output(Done),

  submit: operation('templates:write', { tool: true })
    .route({
      method: 'POST',
      path: '/templates/{id}/submit',
      summary: 'Hand a template in for review',
      description: 'The result of the review comes as the event `template.status_changed`.',
    })
    .input(z.object({ id: Id }))
    .output(Template),

  unpause: operation('templates:write')
    .route({
      method: 'POST',
      path: '/templates/{id}/unpause',
      summary: 'Ask WhatsApp to lift a pause',
    })
    .input(z.object({ id: Id }))
    .output(Template),

  setFavourite: operation('templates:read')
    .route({
      method: 'PUT',
      path: '/templates/{id}/favourite',
      summary: 'Mark a template as one’s own favourite, or not',
      description: 'For people: an API key has no favourites.',
    })
    .input(z.object({ id: Id, favourite: z.boolean().describe('False: no longer') }))
    .output(Template),

  check: operation('templates:read')
    .route({
      method: 'POST',
      path: '/templates/check',
      summary: 'Check a draft against WhatsApp’s rules',
      description: 'Stores nothing. An empty list means that the draft may be submitted.',
    })
    .input(Draft.extend({ name: z.string().max(600).describe('Name as it is typed, fit or not') }))
    .output(z.object({ findings: z.array(Finding) })),

  preview: operation('templates:read')
    .route({
      method: 'POST',
      path: '/templates/{id}/preview',
      summary: 'Show a template as a person will read it',
      description: 'With the samples, or with the values of a contact; `missing` names what lacks.',
    })
    .input(
      z.object({
        id: Id,
        contactId: Id.optional().describe('Fill in this contact’s values instead of the samples'),
        variables: Variables.optional().describe('Sources to use instead of the template’s own'),
      }),
    )
    .output(
      z.object({
        rendered: Rendered.extend({ footer: z.string().optional(), cards: z.array(Rendered).optional() }),
        texts: z.record(z.string(), z.string()).describe('The values that are known, by place'),
        missing: z.array(z.object({ key: z.string(), words: z.string(), field: z.string().optional() })),
      }),
    ),

  synchronise: operation('templates:write')
    .route({
      method: 'POST',
      path: '/templates/synchronise',
      summary: 'Read all templates from WhatsApp again',
      description:
        'Runs in the background: imports templates made elsewhere, and marks changed and deleted ones.',
    })
    .output(z.object({ accounts: z.int().describe('Accounts that are being read') })),
};
