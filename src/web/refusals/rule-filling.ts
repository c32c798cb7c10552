// What a refusal of the guardian names, in the words that its rules have in the person's language.
import { createTranslator } from 'use-intl/core';
import type { PreflightVerdict } from '#features/guardian/preflight.contract.ts';
import type { WordsOfRules } from '#features/guardian/rules/speak.ts';
import type { Filling, RefusalLanguage } from './refusal.ts';

type Found = Pick<PreflightVerdict, 'rule' | 'says' | 'numbers' | 'outcome'>;
type Say = (key: string, numbers?: Record<string, string | number>) => string;

/**
 * `rest`: what each rule that stops it found and what to do, from the refusal's `verdicts`; `title`: of its `rule`.
 * Nothing where the words of rules are not loaded: no page that speaks of them was shown. Pure.
 */
export function ruleFilling(
  details: Record<string, unknown>,
  words: WordsOfRules | undefined,
  locale: RefusalLanguage,
): Filling {
  if (words === undefined) return {};
  const { verdicts, rule } = details as { verdicts?: Found[]; rule?: keyof WordsOfRules };
  if (rule !== undefined && rule in words) return { title: words[rule].title };
  if (!Array.isArray(verdicts) || verdicts.length === 0) return {};
  const say = createTranslator({ locale, messages: words as unknown as Record<string, string> }) as Say;
  const blocks = verdicts.filter(({ outcome }) => outcome === 'block');
  const told = (blocks.length > 0 ? blocks : verdicts).flatMap(({ rule, says, numbers }) =>
    (['says', 'todo'] as const)
      .filter((part) => says in words[rule][part])
      .map((part) => say(`${rule}.${part}.${says}`, numbers)),
  );
  return { rest: told.join(' ') };
}
