// The closed list of what can go wrong with WhatsApp, in our own words; the kind is also the translation key.

/** What a failure brings to a halt: this message only, or everything to that recipient, of that template, … */
export type FailureScope = 'message' | 'recipient' | 'template' | 'number' | 'account';

/** `yes`: the same request again with growing pauses; `later`: after a wait or an event; `no`: never by itself. */
export type Retry = 'yes' | 'later' | 'no';

type Kind = { stops: FailureScope; words: string };

/** Each kind with what it stops and a sentence for the person who reads it. */
export const FAILURE_KINDS = {
  token_invalid: {
    stops: 'number',
    words: 'WhatsApp no longer accepts the access token. Connect the number again.',
  },
  permission_missing: { stops: 'number', words: 'The access token lacks a permission that this needs.' },
  callback_refused: {
    stops: 'account',
    words: 'WhatsApp could not verify the webhook address: it must answer from outside.',
  },
  provider_fault: { stops: 'message', words: 'WhatsApp had a problem of its own.' },
  provider_unreachable: { stops: 'number', words: 'WhatsApp could not be reached.' },
  rate_limited_app: { stops: 'account', words: 'Too many requests: WhatsApp asks this app to slow down.' },
  rate_limited_account: {
    stops: 'account',
    words: 'Too many requests: WhatsApp asks this account to slow down.',
  },
  throughput_exceeded: { stops: 'number', words: 'The number sent more messages per second than it may.' },
  pair_limited: { stops: 'recipient', words: 'Too many messages to this person in a short time.' },
  spam_limited: {
    stops: 'number',
    words: 'WhatsApp restricts this number because people blocked or reported it.',
  },
  misclassification_limited: {
    stops: 'account',
    words: 'WhatsApp limits this account because templates were filed under the wrong category.',
  },
  request_invalid: { stops: 'message', words: 'WhatsApp did not accept the form of the message.' },
  sender_is_recipient: { stops: 'recipient', words: 'The number cannot write to itself.' },
  recipient_unreachable: {
    stops: 'recipient',
    words: 'This person cannot be reached: not on WhatsApp, an old app, or terms not accepted.',
  },
  recipient_not_allowed: {
    stops: 'recipient',
    words: 'A test number may write only to the people on its list.',
  },
  recipient_opted_out: { stops: 'recipient', words: 'This person asked to receive no marketing from you.' },
  recipient_blocked: { stops: 'recipient', words: 'You blocked this person on WhatsApp.' },
  recipient_in_experiment: {
    stops: 'recipient',
    words: 'WhatsApp held this marketing message back as part of an experiment.',
  },
  recipient_identity_changed: {
    stops: 'recipient',
    words: 'This person’s WhatsApp identity changed: verify it again.',
  },
  recipient_needs_phone: {
    stops: 'recipient',
    words: 'This kind of message needs the person’s phone number.',
  },
  per_user_marketing_limit: {
    stops: 'recipient',
    words: 'WhatsApp held the message back: this person gets enough marketing for now.',
  },
  country_restricted: { stops: 'recipient', words: 'Your business may not write to people in this country.' },
  window_closed: {
    stops: 'recipient',
    words: 'More than 24 hours since this person wrote: send a template instead.',
  },
  message_type_unsupported: { stops: 'message', words: 'WhatsApp does not support this kind of message.' },
  message_unavailable: { stops: 'message', words: 'WhatsApp does not show this message to business apps.' },
  content_refused: { stops: 'message', words: 'The content goes against WhatsApp’s policy.' },
  media_rejected: { stops: 'message', words: 'WhatsApp could not use the file: check its type and size.' },
  media_unavailable: { stops: 'message', words: 'The file could not be downloaded: ask for it again.' },
  template_missing: {
    stops: 'template',
    words: 'The template does not exist in this language or is not approved.',
  },
  template_paused: { stops: 'template', words: 'WhatsApp paused the template because of its quality.' },
  template_disabled: { stops: 'template', words: 'WhatsApp disabled the template for good: make a new one.' },
  template_parameters: { stops: 'message', words: 'The values do not fit the template.' },
  template_text_too_long: { stops: 'message', words: 'With its values the template’s text is too long.' },
  template_refused: { stops: 'template', words: 'WhatsApp did not accept the template as it is written.' },
  template_exists: { stops: 'template', words: 'A template with this name and language exists already.' },
  template_edit_limited: {
    stops: 'template',
    words: 'The template cannot be edited now: see its state and edit limits.',
  },
  template_count_limited: { stops: 'account', words: 'The account holds as many templates as it may.' },
  template_syncing: {
    stops: 'template',
    words: 'The template is not ready for marketing messages yet: wait ten minutes.',
  },
  template_insights_unavailable: {
    stops: 'account',
    words: 'Template insights are not available for this account.',
  },
  flow_blocked: { stops: 'template', words: 'The flow is blocked by WhatsApp.' },
  flow_throttled: { stops: 'template', words: 'The flow is throttled by WhatsApp: try later.' },
  flow_refused: { stops: 'account', words: 'WhatsApp refused the change to the flow.' },
  payment_problem: {
    stops: 'account',
    words: 'WhatsApp has a problem with the payment method of the account.',
  },
  payment_terms_pending: { stops: 'account', words: 'Accept WhatsApp’s payment terms first.' },
  account_restricted: { stops: 'account', words: 'WhatsApp restricted or locked the account.' },
  marketing_disabled: { stops: 'account', words: 'Marketing messages are switched off for this account.' },
  marketing_only: { stops: 'message', words: 'Only marketing templates can be sent this way.' },
  marketing_service_unavailable: {
    stops: 'account',
    words: 'WhatsApp’s marketing service is not available.',
  },
  number_not_registered: { stops: 'number', words: 'The number is not registered: register it again.' },
  number_not_verified: { stops: 'number', words: 'The number is not verified.' },
  number_deleted: { stops: 'number', words: 'The number was deleted from WhatsApp.' },
  number_in_maintenance: {
    stops: 'number',
    words: 'WhatsApp is upgrading the number: this takes some minutes.',
  },
  display_name_not_approved: {
    stops: 'number',
    words: 'The display name of the number is not approved yet.',
  },
  deregistration_incomplete: {
    stops: 'number',
    words: 'An earlier deregistration did not finish: do it again.',
  },
  pin_wrong: { stops: 'number', words: 'The two-step PIN is wrong.' },
  pin_attempts_limited: { stops: 'number', words: 'Too many tries of the two-step PIN: wait.' },
  registration_limited: { stops: 'number', words: 'The number was registered too often: wait three days.' },
  migration_refused: { stops: 'number', words: 'WhatsApp refused to move the number.' },
  history_refused: { stops: 'number', words: 'The phone app’s contacts or history cannot be fetched.' },
  calling_refused: { stops: 'message', words: 'WhatsApp refused the call.' },
  block_list_refused: { stops: 'recipient', words: 'The block list could not be changed for this person.' },
  block_list_busy: { stops: 'number', words: 'The block list was being changed at the same time.' },
  username_refused: { stops: 'number', words: 'WhatsApp refused the username.' },
  onboarding_duplicate: { stops: 'account', words: 'The same onboarding was requested already.' },
  conversion_event_refused: { stops: 'message', words: 'Meta refused the conversion event.' },
  unspecified: { stops: 'message', words: 'WhatsApp refused the message without saying why.' },
  unknown: {
    stops: 'message',
    words: 'WhatsApp refused this for a reason that is not in its documentation.',
  },
} as const satisfies Record<string, Kind>;

export type FailureKind = keyof typeof FAILURE_KINDS;

/** One failure as the product stores and shows it. */
export type Failure = {
  kind: FailureKind;
  retry: Retry;
  stops: FailureScope;
  /** True when the provider may have taken the message all the same: repeating it may send it twice. */
  mayHaveBeenAccepted: boolean;
  /** The provider calls it passing, whatever we know of its code. */
  isTransient?: true;
  /** Seconds to wait at least before the next try, where known. */
  waitSeconds?: number;
  /** For `yes`: how often to try again at most, where that is limited. */
  maxTries?: number;
  /** The provider's number for it; 0 is a code too, absent when the provider gave none. */
  code?: number;
  subcode?: number;
  /** A sentence for people, in English. */
  message: string;
  /** What the provider added, in its own words. */
  detail?: string;
};
