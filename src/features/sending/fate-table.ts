// What becomes of each kind of failure: the one table that sending works by and the docs are written from.
import type { FailureKind } from '#whatsapp/failure-kinds.ts';

/** What is noted with the contact. */
export type ContactMark = 'unreachable' | 'opted_out' | 'blocked' | 'marketing_rests';

export type FateRow = {
  /** The same again, where the code's row does not say how; `tries` null: for as long as it takes. */
  again?: { firstMs: number; growth: number; tries: number | null };
  /** What the whole number does meanwhile. */
  rest?: { what: 'slower' } | { what: 'all'; firstMs: number; growth: number; mostMs: number };
  marks?: ContactMark;
  /** What a person does about it. */
  advice: string;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const callsLimited: FateRow = {
  again: { firstMs: MINUTE, growth: 1, tries: null },
  rest: { what: 'all', firstMs: MINUTE, growth: 1, mostMs: MINUTE },
  advice: 'Nothing: it goes on by itself. If it happens often, another program uses the same app or account.',
};
const ourFault = 'Read what WhatsApp added, correct the message and send it anew.';
const nobodyElse = 'Nothing: others are not affected.';
const notWhileSending =
  'Does not happen while messages are sent; the page where it happened says what to do.';

export const FATE_TABLE: Record<FailureKind, FateRow> = {
  token_invalid: {
    advice: 'Make a new access token in the Meta Business Suite and connect the number again.',
  },
  permission_missing: {
    advice: 'Give the system user access to the account and the permissions, then connect the number again.',
  },
  callback_refused: { advice: 'Make PUBLIC_URL reachable from the internet by https and connect again.' },
  provider_fault: { advice: 'Nothing at first. If it stays, look at Meta’s status page.' },
  provider_unreachable: {
    again: { firstMs: 2 * SECOND, growth: 1, tries: null },
    rest: { what: 'all', firstMs: SECOND, growth: 2, mostMs: 30 * SECOND },
    advice: 'Check that the server reaches the internet; it goes on by itself.',
  },
  rate_limited_app: callsLimited,
  rate_limited_account: callsLimited,
  throughput_exceeded: {
    again: { firstMs: SECOND, growth: 1, tries: null },
    rest: { what: 'slower' },
    advice: 'Nothing: the number sends more slowly for a while. Another program may use it too.',
  },
  pair_limited: {
    again: { firstMs: SECOND, growth: 4, tries: 6 },
    advice: 'Nothing: only this person waits.',
  },
  spam_limited: {
    advice:
      'Stop campaigns, look at quality and audience on the number’s health page, and resume after days.',
  },
  misclassification_limited: {
    advice: 'Correct the categories of the templates; Meta lifts the limit by itself.',
  },
  request_invalid: { advice: ourFault },
  sender_is_recipient: { advice: 'Take the business’s own number out of the audience.' },
  recipient_unreachable: {
    marks: 'unreachable',
    advice: 'Reach the person otherwise, for instance by SMS. Campaigns leave them out until they write.',
  },
  recipient_not_allowed: { advice: 'Add the person to the test number’s list, or send from a real number.' },
  recipient_opted_out: { marks: 'opted_out', advice: 'Nothing: the person gets no marketing any more.' },
  recipient_blocked: { marks: 'blocked', advice: 'Unblock the contact if it was a mistake.' },
  recipient_in_experiment: { advice: 'Do not send it again; reach the person otherwise.' },
  recipient_identity_changed: { advice: 'Make sure that it is still the same person, then send anew.' },
  recipient_needs_phone: { advice: 'Ask the person for the phone number.' },
  per_user_marketing_limit: {
    marks: 'marketing_rests',
    advice: 'Nothing for 24 hours at least: campaigns leave the person out meanwhile.',
  },
  country_restricted: { advice: 'Leave people of that country out of the audience.' },
  window_closed: { advice: 'Send a template instead.' },
  message_type_unsupported: { advice: ourFault },
  message_unavailable: { advice: 'Ask the person to send it in another way.' },
  content_refused: { advice: 'Change the content: it goes against WhatsApp’s policy.' },
  media_rejected: { advice: 'Use a file of a supported type and size.' },
  media_unavailable: { advice: 'Ask the person to send the file again.' },
  template_missing: { advice: 'Synchronise the templates; submit the template in this language.' },
  template_paused: {
    advice: 'Wait until WhatsApp ends the pause, or improve the template; then resume the campaign.',
  },
  template_disabled: { advice: 'Make a new template with another text, and choose it for the campaign.' },
  template_parameters: { advice: 'Correct the variables of the campaign; retry the failed.' },
  template_text_too_long: { advice: 'Shorten the values, or the template.' },
  template_refused: { advice: notWhileSending },
  template_exists: { advice: notWhileSending },
  template_edit_limited: { advice: notWhileSending },
  template_count_limited: { advice: notWhileSending },
  template_syncing: { advice: 'Resume the campaign after ten minutes.' },
  template_insights_unavailable: { advice: notWhileSending },
  flow_blocked: { advice: 'Mend the flow in the WhatsApp Manager.' },
  flow_throttled: { advice: 'Mend the flow’s endpoint: Meta slowed it down; resume after an hour.' },
  flow_refused: { advice: notWhileSending },
  payment_problem: {
    advice: 'Mend the payment method in the Meta Business Suite, then resume the campaign.',
  },
  payment_terms_pending: { advice: 'Accept the terms in the Meta Business Suite, then resume the campaign.' },
  account_restricted: { advice: 'Read the reason in the Meta Business Suite and appeal there.' },
  marketing_disabled: { advice: 'Allow marketing through the Cloud API in the WhatsApp Manager.' },
  marketing_only: { advice: ourFault },
  marketing_service_unavailable: { advice: 'Resume the campaign later.' },
  number_not_registered: { advice: 'Register the number again, then resume the campaign.' },
  number_not_verified: { advice: 'Verify the number in the WhatsApp Manager.' },
  number_deleted: { advice: 'Connect another number.' },
  number_in_maintenance: { advice: 'Nothing: it goes on after some minutes.' },
  display_name_not_approved: { advice: 'Wait for the approval of the display name, or change it.' },
  deregistration_incomplete: { advice: 'Deregister the number once more.' },
  pin_wrong: { advice: notWhileSending },
  pin_attempts_limited: { advice: notWhileSending },
  registration_limited: { advice: notWhileSending },
  migration_refused: { advice: notWhileSending },
  history_refused: { advice: notWhileSending },
  calling_refused: { advice: notWhileSending },
  block_list_refused: { advice: notWhileSending },
  block_list_busy: { advice: notWhileSending },
  username_refused: { advice: notWhileSending },
  onboarding_duplicate: { advice: notWhileSending },
  conversion_event_refused: { advice: notWhileSending },
  unspecified: { advice: nobodyElse },
  unknown: { advice: 'Look the code up at Meta, and report it.' },
};
