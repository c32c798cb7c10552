// What the provider tells us without being asked, in our own words.

import type { Failure } from './failure-kinds.ts';
import type { IncomingContent, MessageContext, Referral } from './incoming-content.ts';
import type { TemplateQuality, TemplateStatus } from './template-model.ts';

/** Who is at the other end: since 2026 either id can be missing, `userId` is the steadier one. */
export type Person = {
  waId?: string;
  userId?: string;
  parentUserId?: string;
  username?: string;
  name?: string;
};

export type EventOrigin = {
  /** The provider's name of the stream it came by: `messages`, `account_update`, … */
  source: string;
  /** The WhatsApp Business Account, as the envelope names it. */
  wabaId: string;
  phoneNumberId?: string;
  displayPhone?: string;
  /** The same for every delivery of the same news, in whatever order and batch; at most 200 characters. */
  dedupeKey: string;
  /** When it happened; the time of arrival where the provider does not say. */
  occurredAt: Date;
  /** The provider's own words, whole: together the events of a delivery hold all that it held. */
  raw: unknown;
};

export type StatusName = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'other';

export type Pricing = { type?: string; category?: string; model?: string; billable?: boolean };

export type Conversation = { id?: string; origin?: string; expiresAt?: Date };

export type HistoryMessage = {
  /** Who the other person is; neither id in a group. */
  person: Person;
  direction: 'in' | 'out';
  providerMessageId?: string;
  status?: string;
  at?: Date;
  content: IncomingContent;
  context?: MessageContext;
};

type TemplateIdentity = { templateId: string; name: string; language: string };

export type ProviderNews =
  | {
      kind: 'message_received';
      providerMessageId: string;
      from: Person;
      groupId?: string;
      content: IncomingContent;
      context?: MessageContext;
      referral?: Referral;
      failures: Failure[];
    }
  /** Written by the business in the phone app (coexistence). */
  | {
      kind: 'message_echo';
      providerMessageId: string;
      to: Person;
      content: IncomingContent;
      context?: MessageContext;
    }
  | {
      kind: 'message_edited';
      providerMessageId: string;
      originalMessageId: string;
      person: Person;
      byBusiness: boolean;
      content: IncomingContent;
    }
  | {
      kind: 'message_revoked';
      providerMessageId: string;
      originalMessageId: string;
      person: Person;
      byBusiness: boolean;
    }
  | {
      kind: 'message_status';
      providerMessageId: string;
      status: StatusName;
      /** The provider's own word for the status. */
      statusText: string;
      recipient: Person;
      groupId?: string;
      participant?: string;
      callbackId?: string;
      conversation?: Conversation;
      pricing?: Pricing;
      failures: Failure[];
    }
  | {
      kind: 'user_phone_changed';
      providerMessageId: string;
      person: Person;
      previousWaId?: string;
      waId?: string;
      text?: string;
    }
  | {
      kind: 'user_id_changed';
      person: Person;
      previousUserId?: string;
      userId?: string;
      previousParentUserId?: string;
      parentUserId?: string;
    }
  | { kind: 'user_identity_changed'; person: Person; hash?: string }
  | {
      kind: 'marketing_preference';
      person: Person;
      value: 'stop' | 'resume' | 'signup' | 'other';
      detail?: string;
    }
  | ({
      kind: 'template_status';
      status: TemplateStatus;
      statusText: string;
      reason?: string;
      category?: string;
      disableDate?: string;
      title?: string;
      description?: string;
      recommendation?: string;
    } & TemplateIdentity)
  | ({ kind: 'template_quality'; previous: TemplateQuality; quality: TemplateQuality } & TemplateIdentity)
  /** With `announced` the category stays `category` until `at`, and then becomes it. */
  | ({
      kind: 'template_category';
      category: string;
      previous?: string;
      announced: boolean;
      at?: Date;
    } & TemplateIdentity)
  | ({ kind: 'template_components'; header?: string; body?: string; footer?: string } & TemplateIdentity)
  /** `messagingLimit` null is no limit; absent when not told. */
  | { kind: 'number_quality'; event: string; messagingLimit?: number | null; previousLimit?: number | null }
  | { kind: 'number_name'; decision: string; requestedName?: string; rejectionReason?: string }
  | { kind: 'business_capability'; messagingLimit?: number | null; phoneNumberLimit?: number }
  | {
      kind: 'account_update';
      event: string;
      violation?: string;
      restrictions: { type: string; until?: Date }[];
      banState?: string;
      /** In words, as the provider writes it: `April 17, 2025`. */
      banDate?: string;
    }
  | {
      kind: 'account_alert';
      entityType?: string;
      entityId?: string;
      severity?: string;
      status?: string;
      alert?: string;
      description?: string;
    }
  | { kind: 'account_review'; decision: string }
  | {
      kind: 'history';
      phase?: number;
      chunk?: number;
      progress?: number;
      messages: HistoryMessage[];
      failures: Failure[];
    }
  | {
      kind: 'contact_sync';
      action: string;
      phone?: string;
      fullName?: string;
      firstName?: string;
    }
  | {
      kind: 'call';
      callId: string;
      event: string;
      direction?: string;
      person: Person;
      durationSeconds?: number;
      callbackId?: string;
      failures: Failure[];
    }
  | { kind: 'flow'; event: string; flowId?: string; previous?: string; status?: string; message?: string }
  | { kind: 'username'; username?: string; status: string }
  | { kind: 'security'; event: string; requester?: string }
  | { kind: 'group'; event: string; groupId?: string }
  /** The provider reports an error that belongs to no message. */
  | { kind: 'provider_error'; failures: Failure[] }
  /** Kept and shown, not understood. */
  | { kind: 'unknown'; reason: string };

export type ProviderEvent = EventOrigin & ProviderNews;
export type ProviderEventKind = ProviderNews['kind'];
