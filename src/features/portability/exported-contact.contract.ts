// What `contact.json` of an exported contact holds.
import { z } from 'zod';
import { FieldValue } from '#features/fields/fields.contract.ts';
import { Id, Instant } from '#operations/operation.ts';

/** Grows by additions; a change that breaks readers gets another number. */
export const CONTACT_FORMAT = 'rondine.contact/1';

export const ExportedContact = z.object({
  format: z.literal(CONTACT_FORMAT),
  exportedAt: Instant,
  withNotes: z.boolean().describe('Whether what the team wrote for itself is in it'),
  contact: z.object({
    id: Id,
    phone: z.string().nullable(),
    waId: z.string().nullable(),
    userId: z.string().nullable(),
    username: z.string().nullable(),
    profileName: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    language: z.string().nullable(),
    consent: z.string(),
    consentSource: z.string().nullable(),
    consentAt: Instant.nullable(),
    blockedAt: Instant.nullable(),
    unreachableAt: Instant.nullable(),
    marketingRestsUntil: Instant.nullable(),
    notes: z.string().nullable().describe('Null without the team’s notes'),
    source: z.string(),
    lastInboundAt: Instant.nullable(),
    lastOutboundAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  }),
  fields: z.array(z.object({ code: z.string(), label: z.string(), value: FieldValue })),
  tags: z.array(z.string()),
  lists: z.array(z.object({ name: z.string(), since: Instant })),
  phoneBook: z
    .object({ fullName: z.string(), at: Instant, removed: z.boolean() })
    .nullable()
    .describe('The name in the phone app’s address book'),
  consentChanges: z.array(
    z.object({
      consent: z.string(),
      source: z.string(),
      note: z.string().nullable(),
      by: z.string(),
      at: Instant,
    }),
  ),
  tickets: z.array(
    z.object({
      reference: z.string(),
      title: z.string(),
      description: z.string(),
      priority: z.string(),
      status: z.string(),
      category: z.string().nullable(),
      createdAt: Instant,
      closedAt: Instant.nullable(),
      timeline: z.array(
        z.object({
          kind: z.string(),
          changes: z.array(z.unknown()),
          note: z.string().nullable(),
          by: z.string(),
          at: Instant,
        }),
      ),
    }),
  ),
  deals: z.array(
    z.object({
      title: z.string(),
      reference: z.string().nullable(),
      pipeline: z.string(),
      stage: z.string(),
      state: z.string().describe('open, won or lost'),
      owner: z.string().nullable(),
      amount: z.int().nullable().describe('In the smallest unit of the currency'),
      currency: z.string().nullable(),
      closeDate: z.string().nullable(),
      lostReason: z.string().nullable(),
      lostNote: z.string().nullable().describe('Null without the team’s notes'),
      createdAt: Instant,
      closedAt: Instant.nullable(),
      activities: z
        .array(
          z.object({
            kind: z.string(),
            title: z.string(),
            owner: z.string().nullable(),
            dueAt: Instant,
            doneAt: Instant.nullable(),
          }),
        )
        .describe('What the team planned for the deal; none without its notes'),
      timeline: z.array(
        z.object({
          kind: z.string(),
          changes: z.array(z.unknown()),
          activity: z
            .string()
            .nullable()
            .describe('Of entries about activities; none without the team’s notes'),
          by: z.string(),
          at: Instant,
        }),
      ),
    }),
  ),
  conversions: z
    .array(
      z.object({
        deal: z.string(),
        kind: z.string().describe('lead, view, lost or purchase'),
        at: Instant,
        state: z.string().describe('received: Meta has it'),
        reason: z.string().nullable(),
        settledAt: Instant.nullable(),
      }),
    )
    .describe('What of their deals was told to Meta, and what was left out'),
  drafts: z
    .array(
      z.object({
        chatId: Id,
        side: z.string().describe('reply; note: only with the team’s notes'),
        text: z.string(),
        by: z.string(),
        at: Instant,
      }),
    )
    .describe('What members began to write to them and have not sent'),
  scheduled: z
    .array(
      z.object({
        chatId: Id,
        sendAt: Instant,
        state: z.string().describe('waiting or refused'),
        failure: z.string().nullable(),
        content: z.unknown().describe('What is to be sent: {answer}, or {templateId, texts, …}'),
        by: z.string(),
        createdAt: Instant,
      }),
    )
    .describe('What waits to be sent to them'),
  campaigns: z.array(
    z.object({
      id: Id,
      name: z.string(),
      at: Instant,
      state: z.string(),
      reason: z.string().nullable(),
      repliedAt: Instant.nullable(),
      clickedAt: Instant.nullable(),
      linkClickedAt: Instant.nullable(),
      optedOutAt: Instant.nullable(),
    }),
  ),
  linkTaps: z.array(
    z.object({
      destination: z.string(),
      device: z.string(),
      times: z.int(),
      firstAt: Instant,
      lastAt: Instant,
    }),
  ),
  sms: z.array(
    z.object({
      at: Instant,
      phone: z.string(),
      text: z.string(),
      state: z.string(),
      campaignId: Id.nullable(),
    }),
  ),
  chats: z.array(z.object({ id: Id, number: z.string(), folder: z.string().describe('In this zip') })),
});
export type ExportedContact = z.infer<typeof ExportedContact>;
