// What every section of the template editor shares: the draft, a way to change it, and its problems.
import { createContext, useContext, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { checkTemplate, type Finding } from '#whatsapp/template-rules.ts';
import { withSamples } from '#whatsapp/template-slots.ts';
import type { EditorDraft, FieldSamples } from './editor-draft.ts';
import { templateFindingsMessages } from './template-findings.messages.ts';

export type EditorField = { code: string; label: string };

export type Editor = {
  draft: EditorDraft;
  change: (step: (draft: EditorDraft) => EditorDraft) => void;
  /** The problem at a place of the draft (`content.body.text`), in words. */
  problem: (path: string) => string | undefined;
  fields: EditorField[];
  samples: FieldSamples;
  /** Connected WhatsApp Business accounts to choose from, for a new template. */
  accounts: { value: string; label: string }[];
  /** Handed in before: name and language are fixed. */
  isSubmitted: boolean;
  isApproved: boolean;
};

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('A section of the editor stands outside of it.');
  return editor;
}

/** Everything that Meta would object to in the draft. */
export function useFindings(draft: EditorDraft): Finding[] {
  return useMemo(() => {
    const { name, language, category, variableFormat, content, media, timeToLiveSeconds } = draft;
    return checkTemplate({
      name,
      language,
      category,
      variables: variableFormat,
      content: withSamples(content, Object.fromEntries(Object.keys(media).map((key) => [key, 'stored']))),
      ...(timeToLiveSeconds === null ? {} : { timeToLiveSeconds }),
    });
  }, [draft]);
}

type Known = keyof (typeof templateFindingsMessages)['en'];

/** What is empty is no fault while one still types: it is told once the person wants to submit. */
const QUIET = /_missing$/;

/** Words for the problem at a place; `strict` tells also what is still empty. */
export function useProblem(findings: Finding[], strict: boolean): (path: string) => string | undefined {
  const t = useTranslations('templateFindings');
  return useMemo(() => {
    const words = new Map<string, string>();
    for (const { path, code, message } of findings) {
      if (words.has(path) || (!strict && QUIET.test(code))) continue;
      words.set(path, isKnown(code) ? t(`${code}`) : message);
    }
    return (path) => words.get(path);
  }, [findings, strict, t]);
}

function isKnown(code: string): code is Known {
  return code in templateFindingsMessages.en;
}
