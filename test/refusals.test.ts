// What the server refuses has words in every language: each sentence in its code, and each rule of the guardian.
import { describe, expect, it } from 'vitest';
import { EXAMPLE_FACTS } from '#features/guardian/rules/example-facts.ts';
import { rules } from '#features/guardian/rules/registry.ts';
import { ruleWords as en } from '#features/guardian/rules/rule-words.en.ts';
import { ruleWords as es } from '#features/guardian/rules/rule-words.es.ts';
import { ruleWords as it_ } from '#features/guardian/rules/rule-words.it.ts';
import { KNOWN_SENTENCES } from '#web/refusals/known-sentences.ts';
import { translator } from '#web/refusals/refusal.ts';
import { NOUNS } from '#web/refusals/refusal-nouns.ts';
import { ruleFilling } from '#web/refusals/rule-filling.ts';
import { refusalsSaid } from './support/refusals-said.ts';

/** What is said there only programs meet, or pages have words of their own for its code. */
const FOR_PROGRAMS = [
  /^operations\//,
  /^kit\/(csv-reader|query-switch|s3-|file-store)/,
  /^whatsapp\/cloud-api\/client/,
  /^features\/(campaigns|contacts|deals|imports|sms|webhooks)\/[\w-]+\.routes/,
  /^features\/(media|quick-replies)\/(upload-file|quick-replies\.routes)/,
  /^features\/imports\/take-upload/,
  /^features\/[\w-]+\/jobs\//,
  /^features\/notifications\/push\/device-address/,
  /^features\/people\/(identify|auth\/(csrf|auth\.routes))/,
  /^features\/sending\/(engine|limits)\//,
  /^features\/webhooks\//,
];
/** Pages keep no places of lists that a person could spoil. */
const SAID_TO_PROGRAMS = new Set([
  'Not a cursor of this list',
  'Give one of older, newer, aroundAt and aroundId.',
]);
/** Not refusals: what is told when all went well, a name, a search. */
const NO_REFUSALS = new Set(['The provider took the SMS.', 'Test of {}', 'You won', '{} {} {}', '{}: {}']);

const said = refusalsSaid(['features', 'whatsapp', 'operations', 'kit']).filter(
  ({ file, text }) =>
    !FOR_PROGRAMS.some((door) => door.test(file)) && !SAID_TO_PROGRAMS.has(text) && !NO_REFUSALS.has(text),
);

describe.each(['it', 'es'] as const)('in %s', (language) => {
  const translate = translator(KNOWN_SENTENCES, NOUNS, language);

  it('every refusal has words', () => {
    const sentences = said.filter(({ isNoun }) => !isNoun);
    expect(sentences.length).toBeGreaterThan(400);
    const unknown = sentences.filter(({ text }) => {
      const message = text.replaceAll('{}', 'X1');
      return translate(message) === message;
    });
    expect(unknown).toEqual([]);
  });

  it('every thing that is not there has a name', () => {
    const nouns = said.filter(({ isNoun, text }) => isNoun && !text.includes('{}'));
    expect(nouns.filter(({ text }) => !(text in NOUNS))).toEqual([]);
  });

  it('what the guardian stops is said by its rules', () => {
    const words = language === 'it' ? it_ : es;
    for (const rule of rules) {
      const verdict = rule.check({ ...EXAMPLE_FACTS, ...rule.examples.fails });
      const { title } = en[rule.id];
      const message = `The guardian stops this. ${title} in English`;
      const told = translate(message, ruleFilling({ verdicts: [verdict] }, words, language));
      expect(told).not.toContain(title);
      expect(told).not.toMatch(/\{\w|The guardian/);
      expect(told.length).toBeGreaterThan(60);
      expect(
        translate(
          `Only the owner may go on in spite of “${title}”.`,
          ruleFilling({ rule: rule.id }, words, language),
        ),
      ).toContain(words[rule.id].title);
    }
  });
});
