// Every sentence of the server that is known in the other languages; the first that fits is taken.
import { FAILURE_KINDS, type FailureKind } from '#whatsapp/failure-kinds.ts';
import { FAILURE_WORDS } from '#whatsapp/failure-words.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { ANSWER_REFUSALS } from './answer-refusals.ts';
import { DEAL_REFUSALS } from './deal-refusals.ts';
import { DEAL_ROW_REFUSALS } from './deal-row-refusals.ts';
import { FIELD_SENTENCES, ZOD_SENTENCES } from './field-sentences.ts';
import { PROVIDER_REFUSALS } from './provider-refusals.ts';
import { RECORD_REFUSALS } from './record-refusals.ts';
import type { Sentence } from './refusal.ts';
import { REFUSALS_OF_PLACES } from './refusal-places.ts';
import { REFUSALS } from './refusal-sentences.ts';
import { TEMPLATE_REFUSALS } from './template-refusals.ts';

/** As the server's own code has them. */
export const OWN_SENTENCES: readonly Sentence[] = [
  ...REFUSALS,
  ...REFUSALS_OF_PLACES,
  ...ANSWER_REFUSALS,
  ...TEMPLATE_REFUSALS,
  ...DEAL_REFUSALS,
  ...DEAL_ROW_REFUSALS,
  ...RECORD_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...PROVIDER_REFUSALS,
  ...FIELD_SENTENCES,
  // Fits nearly everything.
  ['{label}: {rest}', '{label}: {rest}', '{label}: {rest}'],
];

const OF_WHATSAPP = (Object.keys(FAILURE_KINDS) as FailureKind[]).map(
  (kind): Sentence => [FAILURE_WORDS.en[kind], FAILURE_WORDS.it[kind], FAILURE_WORDS.es[kind]],
);

export const KNOWN_SENTENCES: readonly Sentence[] = [...OF_WHATSAPP, ...ZOD_SENTENCES, ...OWN_SENTENCES];
