// What the world may ask about contacts: the people a business talks to.
import { z } from 'zod';
import { FieldValue } from '#features/fields/fields.contract.ts';
import { Named } from '#features/tags/tags.contract.ts';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { Consent, ContactFilter, ContactSelection, ContactSort } from './contact-filter.contract.ts';

const Values = z
  .record(z.string(), FieldValue)
  .describe(
    'Values of custom fields by code; numbers, booleans, dates as YYYY-MM-DD, date-times as ISO 8601',
  );

export const Contact = z.object({
  id: Id,
  phone: z.string().nullable().describe('E.164, e.g. +393331234567; null when WhatsApp hides it'),
  waId: z.string().nullable().describe('WhatsApp’s spelling of the number, digits only'),
  userId: z.string().nullable().describe('WhatsApp user id (BSUID), known also where the number is hidden'),
  username: z.string().nullable().describe('WhatsApp username'),
  profileName: z.string().nullable().describe('Name that the person gave on WhatsApp'),
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string().describe('The best name there is: own, profile, username, phone'),
  email: z.string().nullable(),
  language: z.string().nullable().describe('Language code such as it or pt_BR'),
  consent: Consent,
  consentSource: z.string().nullable(),
  consentAt: Instant.nullable(),
  blockedAt: Instant.nullable().describe('Set: nothing is sent to this contact'),
  unreachableAt: Instant.nullable().describe('Set: the number is not on WhatsApp, as far as we know'),
  notes: z.string(),
  fields: Values,
  tags: z.array(Named),
  lists: z.array(Named),
  source: z.string().describe('How the contact came: manual, import, whatsapp, api, demo'),
  lastInboundAt: Instant.nullable(),
  lastOutboundAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;

const name = z.string().trim().max(100, 'At most 100 characters');
const writable = {
  phone: z
    .string()
    .trim()
    .max(40)
    .describe('International, or national in the workspace’s country')
    .nullish(),
  firstName: name.optional().describe('First name'),
  lastName: name.optional().describe('Last name'),
  email: z
    .union([z.literal(''), z.email('This is not an e-mail address').max(254)])
    .nullish()
    .describe('E-mail address; empty or null: none'),
  language: z
    .union([
      z.literal(''),
      z.string().regex(/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/, 'Use a code such as it or pt_BR'),
    ])
    .nullish()
    .describe('Language code such as it or pt_BR; empty or null: none'),
  notes: z.string().max(10_000).optional().describe('What the team wants to remember'),
  fields: z
    .record(z.string(), FieldValue.nullable())
    .optional()
    .describe('Values by code; null removes a value; codes left out stay as they are'),
};
const ConsentSource = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('Where the consent comes from, e.g. “web form”');

export const NewContact = z.object({
  ...writable,
  userId: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, 'A WhatsApp user id looks like IT.123456789')
    .nullish()
    .describe('WhatsApp user id, for people without a known number'),
  consent: Consent.optional(),
  consentSource: ConsentSource.optional(),
  tagIds: z.array(Id).max(50).default([]).describe('Tags to give'),
  listIds: z.array(Id).max(50).default([]).describe('Lists to put into'),
});

const ErasedCounts = z
  .record(z.string(), z.int())
  .describe('conversations, messages, files, notes, tickets, deals, campaigns, consentChanges');
const Selected = z.object({ selection: ContactSelection });
const Affected = z.object({ affected: z.int().describe('Contacts that changed') });
const bulk = (path: string, summary: string, description?: string) =>
  operation('contacts:write', { tool: true }).route({
    method: 'POST',
    path: `/contacts/${path}`,
    summary,
    ...(description ? { description } : {}),
  } as const);

export const contactsContract = {
  list: operation('contacts:read', { tool: true })
    .route({
      method: 'GET',
      path: '/contacts',
      summary: 'List and search contacts',
      description: 'Members without `chats:all` see the contacts of conversations assigned to them.',
    })
    .input(PageInput.extend({ ...ContactFilter.shape, sort: ContactSort.default('newest') }))
    .output(pageOf(Contact)),
  count: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/contacts/count', summary: 'Count contacts' })
    .input(ContactFilter)
    .output(z.object({ count: z.int() })),
  get: operation('contacts:read', { tool: true })
    .route({ method: 'GET', path: '/contacts/{id}', summary: 'Get a contact' })
    .input(z.object({ id: Id }))
    .output(Contact),
  create: operation('contacts:write', { creates: true, tool: true })
    .route({
      method: 'POST',
      path: '/contacts',
      summary: 'Create a contact',
      description:
        'Refused with `contact_exists` when the phone or user id is taken; `details.contactId` says by whom.',
      successStatus: 201,
    })
    .input(NewContact)
    .output(Contact),
  update: operation('contacts:write', { tool: true })
    .route({ method: 'PATCH', path: '/contacts/{id}', summary: 'Change a contact; what is left out stays' })
    .input(z.object({ id: Id, ...writable }))
    .output(Contact),
  sync: operation('contacts:write', { tool: true })
    .route({
      method: 'POST',
      path: '/contacts/sync',
      summary: 'Create or update up to 500 contacts by phone or user id',
      description:
        'Contacts that exist are changed, others are made; tags and lists are added. One bad entry refuses the whole call.',
    })
    .input(z.object({ contacts: z.array(NewContact).min(1).max(500).describe('Contacts as they shall be') }))
    .output(
      z.object({
        created: z.int(),
        updated: z.int(),
        ids: z.array(Id).describe('Contact of each entry, in order'),
      }),
    ),
  merge: operation('contacts:write')
    .route({
      method: 'POST',
      path: '/contacts/{id}/merge',
      summary: 'Merge two contacts that are one person',
      description:
        'The older one stays and gets everything of the other: identity, empty fields, tags, lists, conversations. Notes are put together. Who is blocked or unsubscribed as one of the two stays so.',
    })
    .input(
      z.object({
        id: Id,
        otherId: Id,
        prefer: z
          .record(z.string().max(100), Id)
          .optional()
          .describe(
            'Whose value it gets of what both have: `name`, `phone`, `email`, `language`, `fields.CODE` → id of one of the two; the one that stays keeps its own otherwise',
          ),
      }),
    )
    .output(Contact),
  mergePreview: operation('contacts:write')
    .route({
      method: 'GET',
      path: '/contacts/{id}/merge',
      summary: 'Tell what a merge of two contacts would do',
    })
    .input(z.object({ id: Id, otherId: Id }))
    .output(
      z.object({
        staysId: Id.describe('The older one'),
        goneId: Id,
        moves: z
          .record(z.string(), z.int())
          .describe(
            'What moves to the one that stays: conversations, messages, files, notes, tickets, campaigns, consentChanges',
          ),
      }),
    ),
  deletion: operation('contacts:delete')
    .route({
      method: 'GET',
      path: '/contacts/{id}/deletion',
      summary: 'Tell what would go with a contact if it were deleted',
    })
    .input(z.object({ id: Id }))
    .output(z.object({ counts: ErasedCounts })),
  delete: operation('contacts:delete')
    .route({
      method: 'DELETE',
      path: '/contacts/{id}',
      summary: 'Delete a contact with everything of theirs for good',
      description:
        'Out of sight at once; messages, files and tickets are deleted in the background. Figures of campaigns and reports stay.',
    })
    .input(z.object({ id: Id }))
    .output(Done),
  deletionOfMany: operation('contacts:delete')
    .route({
      method: 'POST',
      path: '/contacts/deletion',
      summary: 'Tell what would go with a selection of contacts if they were deleted',
    })
    .input(Selected)
    .output(z.object({ contacts: z.int(), counts: ErasedCounts })),
  erasing: operation('contacts:delete')
    .route({
      method: 'GET',
      path: '/contacts/erasing',
      summary: 'Tell how far the deletion of contacts has come',
      description: 'They are out of sight at once; this is about what hangs on them.',
    })
    .input(z.object({}))
    .output(
      z.object({
        asked: z.int().describe('Contacts deleted since nothing was left to do; 0: nothing is'),
        left: z.int().describe('Of those, how many something still hangs on'),
      }),
    ),
  deleteMany: operation('contacts:delete')
    .route({
      method: 'POST',
      path: '/contacts/delete',
      summary: 'Delete many contacts with everything of theirs for good',
    })
    .input(Selected)
    .output(Affected),
  block: bulk('block', 'Block contacts', 'Nothing is sent to them any more, and they leave their lists.')
    .input(Selected)
    .output(Affected),
  unblock: bulk('unblock', 'Unblock contacts', 'Tags and consent are as before; lists do not come back.')
    .input(Selected)
    .output(Affected),
  setConsent: bulk(
    'consent',
    'Record marketing consent',
    'Contacts that already have this consent do not change.',
  )
    .input(
      Selected.extend({
        consent: Consent,
        source: ConsentSource,
        note: z.string().trim().max(500).optional().describe('For the history of the consent'),
      }),
    )
    .output(Affected),
  consentHistory: operation('contacts:read')
    .route({
      method: 'GET',
      path: '/contacts/{id}/consent-changes',
      summary: 'List the changes of a contact’s consent',
    })
    .input(PageInput.extend({ id: Id }))
    .output(
      pageOf(
        z.object({
          id: Id,
          consent: Consent,
          source: z.string(),
          note: z.string().nullable(),
          by: z.string().describe('Who recorded it'),
          at: Instant,
        }),
      ),
    ),
  addTags: bulk('add-tags', 'Tag contacts')
    .input(Selected.extend({ tagIds: z.array(Id).min(1).max(50).describe('Tags to give') }))
    .output(Affected),
  removeTags: bulk('remove-tags', 'Untag contacts')
    .input(Selected.extend({ tagIds: z.array(Id).min(1).max(50).describe('Tags to take away') }))
    .output(Affected),
  addToLists: bulk('add-to-lists', 'Add contacts to lists', 'Blocked contacts are left out.')
    .input(Selected.extend({ listIds: z.array(Id).min(1).max(50).describe('Lists to put into') }))
    .output(Affected),
  removeFromLists: bulk('remove-from-lists', 'Take contacts out of lists')
    .input(Selected.extend({ listIds: z.array(Id).min(1).max(50).describe('Lists to take out of') }))
    .output(Affected),
};
