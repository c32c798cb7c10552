// What the product needs of a messaging provider: the one interface between our features and WhatsApp.

import type { Readable } from 'node:stream';
import { AppError } from '#kit/errors.ts';
import type { Failure } from './failure-kinds.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { RemoteTemplate, TemplateDraft, TemplateStatus } from './template-model.ts';

/** `accepted` is not delivered: the outcome comes as a `message_status` event. */
export type SendOutcome =
  | {
      outcome: 'accepted';
      providerMessageId: string;
      waId?: string;
      userId?: string;
      /** The provider holds it back while it judges the template's quality. */
      held: boolean;
    }
  | { outcome: 'refused'; failure: Failure }
  /** It may have been accepted: wait for a status with our `callbackId` before trying again. */
  | { outcome: 'uncertain'; reason: string; failure: Failure };

/** Thrown by every call but `send` when the provider refuses or cannot be reached; its code is `whatsapp_<kind>`. */
export class ProviderError extends AppError {
  readonly failure: Failure;
  constructor(failure: Failure) {
    const { kind, message, detail, code } = failure;
    super(`whatsapp_${kind}`, detail ? `${message} (${detail})` : message, {
      status: kind.startsWith('provider_') ? 503 : 422,
      details: { kind, ...(code === undefined ? {} : { providerCode: code }), ...(detail ? { detail } : {}) },
    });
    this.failure = failure;
  }
}

export type NumberQuality = 'green' | 'yellow' | 'red' | 'unknown';

export type NumberStatus = {
  phoneNumberId: string;
  /** As the provider writes it: `+1 555-078-3881`. */
  phone: string;
  displayName: string;
  displayNameStatus?: string;
  quality: NumberQuality;
  /** Different people whom business-initiated messages may reach in 24 hours; null is no limit, absent not told. */
  messagingLimit?: number | null;
  /** The business that the number belongs to: all its numbers share the limit. */
  portfolioId?: string;
  /** Messages per second, sent and received together. */
  throughputPerSecond: number;
  /** The provider's word in lower case: `connected`, `pending`, `banned`, … */
  status: string;
  verified: boolean;
  /** Whether messages can be sent from it: connected and on the cloud service. */
  registered: boolean;
  officialBusinessAccount: boolean;
  /** Shared with the WhatsApp Business phone app. */
  onPhoneApp: boolean;
  webhookUrl?: string;
};

export type TokenInspection = {
  valid: boolean;
  appId?: string;
  scopes: string[];
  /** Accounts that each fine-grained scope is limited to; a scope that is missing here reaches all. */
  targets: Record<string, string[]>;
  expiresAt?: Date;
  /** Why the token is not valid, in the provider's words. */
  problem?: string;
};

export type BusinessProfile = {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  vertical?: string;
  websites?: string[];
  pictureUrl?: string;
};

export type ProfileUpdate = Omit<BusinessProfile, 'pictureUrl'> & {
  /** What `uploadTemplateSample` gave. */
  pictureHandle?: string;
};

export type UploadFile = { fileName: string; mimeType: string; bytes: Uint8Array };

export type DownloadedMedia = {
  mimeType: string;
  sha256?: string;
  /** Bytes. */
  size?: number;
  stream: Readable;
};

export type BlockOutcome = {
  done: string[];
  failed: { who: string; failure: Failure }[];
};

/** One connected number. Calls may run at the same time. */
export type WhatsAppProvider = {
  /** Never throws for what the provider or the network does. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Marks this and earlier messages of the thread; `typing` shows us writing until an answer or 25 s. */
  markRead(providerMessageId: string, options?: { typing?: boolean }): Promise<void>;

  /** Gives a media id that lives 30 days. */
  uploadMedia(file: UploadFile): Promise<{ mediaId: string }>;
  /** `maxBytes` ends the stream with an error when the file is larger. */
  downloadMedia(mediaId: string, options?: { maxBytes?: number }): Promise<DownloadedMedia>;
  deleteMedia(mediaId: string): Promise<void>;

  listTemplates(filter?: { name?: string }): AsyncIterable<RemoteTemplate>;
  getTemplate(templateId: string): Promise<RemoteTemplate>;
  createTemplate(draft: TemplateDraft): Promise<{ id: string; status: TemplateStatus; category: string }>;
  /** Replaces all parts; the template goes back to review. */
  editTemplate(templateId: string, draft: Omit<TemplateDraft, 'name' | 'language'>): Promise<void>;
  /** Without `templateId` every language of the name goes. */
  deleteTemplate(name: string, templateId?: string): Promise<void>;
  unpauseTemplate(templateId: string): Promise<void>;
  /** Gives the handle that a template header or the profile picture names. Needs the app's id. */
  uploadTemplateSample(file: UploadFile): Promise<{ handle: string }>;

  numberStatus(): Promise<NumberStatus>;
  /** Every number of the account, to choose from. */
  listNumbers(): Promise<NumberStatus[]>;
  /**
   * Has the account's news sent to the token's app. `callback` sends the field `messages` of this account to an
   * address of its own; all other news goes to the app's address, which `setAppCallback` sets.
   */
  subscribeWebhooks(callback?: { url: string; verifyToken: string }): Promise<void>;
  /** The address for everything that the app is told, whichever account it is about. Needs the app's id and secret. */
  setAppCallback(callback: { url: string; verifyToken: string }): Promise<void>;
  inspectToken(): Promise<TokenInspection>;
  /** `pin` is the six digits of two-step verification. */
  registerNumber(pin: string): Promise<void>;
  /**
   * Has the phone app that shares the number hand over its address book or its past, which then come as events: once
   * each, within 24 hours of the connection.
   */
  requestPhoneApp(what: 'contacts' | 'history'): Promise<void>;

  businessProfile(): Promise<BusinessProfile>;
  updateBusinessProfile(update: ProfileUpdate): Promise<void>;

  /** By phone or user id; only people who wrote in the last 24 hours can be blocked. */
  blockUsers(who: { phone?: string; userId?: string }[]): Promise<BlockOutcome>;
  unblockUsers(who: { phone?: string; userId?: string }[]): Promise<BlockOutcome>;
};
