// The shapes that pass between sending and those who use it.
import type { Actor, Call } from '#operations/call.ts';
import type { FailureKind, FailureScope } from '#whatsapp/failure-kinds.ts';
import type { OutgoingContent } from '#whatsapp/outgoing-message.ts';
import type { Person, Pricing, ProviderEvent } from '#whatsapp/provider-event.ts';
import type { OutgoingState } from './message-states.ts';

/** What sending needs of a call; engines make one of their own. */
export type SendingCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** 0: typed by a person, or an answer; 5: API and automations; 9: bulk. Smaller goes first. */
export type Priority = 0 | 5 | 9;

/** One message to send. The contact and the number belong to the call's workspace. */
export type NewMessage = {
  /** Made by the caller when it needs to know it beforehand; `newId()`. */
  id?: string;
  numberId: string;
  contactId: string;
  content: OutgoingContent;
  /** The message as a person reads it, kept beside `content`: a template's words with their values. */
  shown?: unknown;
  /** First words, for the list of conversations. */
  preview: string;
  priority: Priority;
  author: Actor;
  campaignId?: string;
  /** Our id of the message that it quotes. */
  replyToId?: string;
  /** Held back when the contact is no longer subscribed at the moment of sending. Default false. */
  marketing?: boolean;
  /** Sent to try a template: outside every figure. Default false. */
  test?: boolean;
  /** After so long the provider gives up delivering it; default: 30 days. */
  timeToLiveSeconds?: number | null;
  /** Default: at once. */
  dueAt?: Date;
};

export type EnqueuedMessage = { id: string; conversationId: string };

/** A status as the provider's reader yields it. */
export type MessageStatus = Extract<ProviderEvent, { kind: 'message_status' }>;

/** A failure as it is kept with a message. */
export type MessageFailure = {
  kind: FailureKind | SendingFailureKind;
  code: number | null;
  /** For people. */
  text: string;
};

/** Failures that are ours, not the provider's. */
export type SendingFailureKind =
  | 'contact_blocked'
  | 'contact_unsubscribed'
  | 'contact_gone'
  | 'no_address'
  | 'marketing_rests'
  | 'not_delivered_in_time';

/** A message that went from one state to another. */
export type MessageMove = {
  messageId: string;
  conversationId: string;
  contactId: string;
  campaignId: string | null;
  from: OutgoingState;
  to: OutgoingState;
  failure: MessageFailure | null;
  /** What the provider's status says of the price, and to whom it went; absent when no status caused the move. */
  price?: { pricing: Pricing | null; recipient: Person };
};

/** A failure that concerns all messages of a campaign, not one person: it should stop and say why. */
export type CampaignHalt = { campaignId: string; kind: FailureKind; scope: FailureScope; text: string };

/** Who is told, in the transaction that moves the messages. Wired in src/app. */
export type SendingWatcher = {
  moved(call: SendingCall, moves: readonly MessageMove[]): Promise<void>;
  halted(call: SendingCall, halts: readonly CampaignHalt[]): Promise<void>;
};
