// The shape of a message template in our own words: what an editor edits, the provider reviews and a message fills in.

export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

/** `positional` texts say `{{1}}`, `named` ones `{{first_name}}`. One template uses one of the two. */
export type VariableFormat = 'positional' | 'named';

/** Sample values by variable, without braces: `{ '1': 'Ana' }` or `{ first_name: 'Ana' }`. Reviewers read them. */
export type VariableExamples = Record<string, string>;

export type TemplateMediaKind = 'image' | 'video' | 'document';

export type TemplateHeader =
  | { kind: 'none' }
  | { kind: 'text'; text: string; examples?: VariableExamples }
  /** `sample` is the handle that an upload of an example file gave. */
  | { kind: TemplateMediaKind; sample?: string }
  | { kind: 'location' };

export type TemplateBody = { text: string; examples?: VariableExamples };

export type TemplateButton =
  | { kind: 'quick_reply'; text: string }
  /** At most one variable, at the end of `url`; `example` is then a value for it. */
  | { kind: 'url'; text: string; url: string; example?: string }
  | { kind: 'phone'; text: string; phone: string }
  /** The label is fixed by WhatsApp; `example` is the code that reviewers see. */
  | { kind: 'copy_code'; example: string }
  | {
      kind: 'flow';
      text: string;
      flowId?: string;
      flowName?: string;
      action?: 'navigate' | 'data_exchange';
      screen?: string;
    }
  /** A kind that we show and keep, but do not edit; `raw` is the provider's own form. */
  | { kind: 'other'; providerKind: string; text?: string; raw: Readonly<Record<string, unknown>> };

export type TemplateCard = {
  header: { kind: 'image' | 'video'; sample?: string };
  body?: TemplateBody;
  buttons: TemplateButton[];
};

/** A one-time password: WhatsApp writes the text itself, we choose the button and what surrounds it. */
export type OneTimePassword = {
  button: 'copy_code' | 'one_tap' | 'zero_tap';
  text?: string;
  autofillText?: string;
  apps?: { packageName: string; signatureHash: string }[];
  zeroTapTermsAccepted?: boolean;
  securityRecommendation?: boolean;
  /** 1 to 90. */
  expiresInMinutes?: number;
};

export type TemplateContent = {
  header: TemplateHeader;
  body: TemplateBody;
  footer?: string;
  buttons: TemplateButton[];
  cards?: TemplateCard[];
  limitedTimeOffer?: { text: string; hasExpiration: boolean };
  /** Only in authentication templates, where header, body, footer and buttons are not ours to write. */
  oneTimePassword?: OneTimePassword;
  /** Components that this version does not know, in the provider's own form. */
  otherParts?: Readonly<Record<string, unknown>>[];
};

/** What is handed in for review. `language` is a code such as `en` or `en_US`. */
export type TemplateDraft = {
  name: string;
  language: string;
  category: TemplateCategory;
  variables: VariableFormat;
  content: TemplateContent;
  /** How long an undelivered message is tried; -1 is 30 days; absent leaves the provider's choice. */
  timeToLiveSeconds?: number;
  /** Whether the provider may file it under another category instead of refusing it. */
  allowCategoryChange?: boolean;
};

export const TEMPLATE_STATUSES = [
  'approved',
  'pending',
  'rejected',
  'paused',
  'disabled',
  'in_appeal',
  'pending_deletion',
  'deleted',
  'limit_exceeded',
  'flagged',
  'reinstated',
  'locked',
  'archived',
  'unarchived',
  'unknown',
] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

/** How recipients take it: `unknown` until enough of them have. */
export type TemplateQuality = 'green' | 'yellow' | 'red' | 'unknown';

/** A template as the provider has it. */
export type RemoteTemplate = Omit<TemplateDraft, 'category' | 'allowCategoryChange'> & {
  id: string;
  status: TemplateStatus;
  /** `other` is a category that this version does not know; the provider's word is in `raw`. */
  category: TemplateCategory | 'other';
  previousCategory?: string;
  quality: TemplateQuality;
  rejectedReason?: string;
  raw: Readonly<Record<string, unknown>>;
};
