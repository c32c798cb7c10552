// What holds for the whole API, and every operation by feature.
import { Anchor, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import styles from './ApiDocs.module.css';
import { useDocument } from './document-context.ts';
import { MethodBadge } from './MethodBadge.tsx';
import { groupTitle, type OperationGroup } from './openapi.ts';
import { SchemaTable } from './SchemaTable.tsx';

type Props = { groups: readonly OperationGroup[]; onOpen: (id: string) => void };

export function ApiOverview({ groups, onOpen }: Props) {
  const t = useTranslations('docs');
  const document = useDocument();
  const server = document.servers?.[0]?.url ?? '';
  const error = document.components?.schemas?.Error;
  return (
    <article className={styles.article}>
      <Title order={1}>{t('title')}</Title>
      <Part title={t('server')}>
        <CodeBlock code={server} label={t('server')} />
      </Part>
      <Part title={t('authentication')} text={t('authenticationText')}>
        <CodeBlock
          code={`curl '${server}/templates' \\\n  --header "Authorization: Bearer $RONDINE_KEY"`}
          label={t('authentication')}
        />
      </Part>
      <Part title={t('paging')} text={t('pagingText')} />
      <Part title={t('repeating')} text={t('repeatingText')} />
      <Part title={t('errors')} text={t('errorsText')}>
        {error && <SchemaTable schema={error} />}
      </Part>
      <Part title={t('operations')}>
        {groups.map((group) => (
          <section key={group.name} className={styles.overviewGroup}>
            <Title order={3}>{groupTitle(group.name)}</Title>
            <ul className={styles.operations}>
              {group.operations.map((operation) => (
                <li key={operation.id}>
                  <MethodBadge method={operation.method} />
                  <code>{operation.path}</code>
                  <Anchor
                    fz="sm"
                    href={`?operation=${operation.id}`}
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                      event.preventDefault();
                      onOpen(operation.id);
                    }}
                  >
                    {operation.summary}
                  </Anchor>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Part>
    </article>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <section className={styles.part}>
      <Title order={2}>{title}</Title>
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}
