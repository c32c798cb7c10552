// Puts a verdict into the words of a language, with its figures.
import { createTranslator } from 'use-intl/core';
import type { RuleId, Verdict } from './rule.ts';
import { ruleWords } from './rule-words.en.ts';

export type WordsOfRules = {
  [I in RuleId]: { [K in 'title' | 'asks']: string } & {
    [K in 'says' | 'todo' | 'parameters']: { [N in keyof (typeof ruleWords)[I][K]]: string };
  };
};

export type Spoken = {
  title: string;
  /** What is found, with figures. */
  text: string;
  /** What to do; null where nothing is to be done. */
  todo: string | null;
};

/** Throws where a sentence lacks a figure that it names. */
export function speak(
  { rule, says, numbers, outcome }: Verdict,
  words: WordsOfRules = ruleWords,
  locale: 'en' | 'it' | 'es' = 'en',
): Spoken {
  const own = words[rule] as { title: string; says: Record<string, string>; todo: Record<string, string> };
  const say = (sentence: string) =>
    createTranslator({
      locale,
      messages: { sentence } as Record<string, string>,
      onError: (error) => {
        throw error;
      },
    })('sentence', numbers);
  const todo = outcome === 'pass' ? undefined : own.todo[says];
  return { title: own.title, text: say(own.says[says]!), todo: todo === undefined ? null : say(todo) };
}
