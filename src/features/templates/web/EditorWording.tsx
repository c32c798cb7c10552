// Below the text, while one types: what may make people take the message for spam, quoted, with what to do instead.

import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { checkWording, type WordingFinding } from '#whatsapp/wording/check-wording.ts';
import { EditorSection } from './EditorSection.tsx';
import styles from './EditorWording.module.css';
import { useEditor } from './editor-context.ts';

/** `templateId`: of a stored one, whose age and volume count too. */
export function EditorWording({ templateId }: { templateId: string | undefined }) {
  const t = useTranslations('wording');
  const { draft } = useEditor();
  const words = useQuery(api.watch.words.queryOptions({ input: {} })).data;
  const typed = useDeferredValue(draft);
  const findings = useMemo(
    () =>
      words &&
      checkWording(typed.content, {
        category: typed.category,
        businessNames: words.businessNames,
        phrases: words,
        fields: Object.fromEntries(
          Object.entries(typed.variables).map(([key, source]) => [
            key,
            'field' in source ? source.field : '',
          ]),
        ),
      }),
    [typed, words],
  );
  if (!findings || typed.category === 'authentication' || typed.content.body.text.trim() === '') return null;
  return (
    <EditorSection title={t('title')} help={t('help')}>
      <ul className={styles.findings} aria-live="polite">
        {findings.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity but their place
          <li key={index} className={styles.finding}>
            <IconAlertTriangle size={16} aria-hidden />
            <Advice finding={finding} name={words?.businessNames[0] ?? ''} />
          </li>
        ))}
        {templateId && <Ageing templateId={templateId} />}
        {findings.length === 0 && (
          <li className={styles.finding} data-good>
            <IconCircleCheck size={16} aria-hidden />
            <span>{t('good')}</span>
          </li>
        )}
      </ul>
    </EditorSection>
  );
}

/** Nothing while the template is fresh. */
function Ageing({ templateId }: { templateId: string }) {
  const t = useTranslations('guardianRules') as unknown as Speak;
  const ageing = useQuery(api.watch.ageing.queryOptions({ input: { id: templateId } })).data;
  if (!ageing || ageing.outcome === 'pass') return null;
  const { says, numbers } = ageing;
  return (
    <li className={styles.finding}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {t(`R13.says.${says}`, numbers)} {t(`R13.todo.${says}`, numbers)}
      </span>
    </li>
  );
}

type Speak = (key: string, values: Record<string, string | number>) => string;

function Advice({ finding, name }: { finding: WordingFinding; name: string }) {
  const t = useTranslations('wording');
  const { kind, quote = '', count = 0, most = 0, group } = finding;
  return (
    <span>
      {t(kind, { quote, count, most })}
      {kind === 'sender_missing' && name !== '' && ` ${t('sender_todo', { name })}`}
      {group && ` ${t(`group.${group}`)}`}
    </span>
  );
}
