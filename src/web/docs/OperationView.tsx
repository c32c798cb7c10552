// One operation: how it is called, what it takes, what it answers, and an example to copy.
import { ActionIcon, CopyButton, Tabs, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import styles from './ApiDocs.module.css';
import { useDocument } from './document-context.ts';
import { curlExample, typescriptExample } from './example.ts';
import { MethodBadge } from './MethodBadge.tsx';
import type { ApiOperation, Parameter, Schema } from './openapi.ts';
import { FieldRow, SchemaTable } from './SchemaTable.tsx';
import { Words } from './Words.tsx';

export function OperationView({ operation }: { operation: ApiOperation }) {
  const t = useTranslations('docs');
  const document = useDocument();
  const { parameters, body, file, answer, permission } = operation;
  return (
    <article className={styles.article}>
      <div className={styles.operationHead}>
        <Title order={1}>{operation.summary}</Title>
        <LinkButton id={operation.id} />
      </div>
      <p className={styles.path}>
        <MethodBadge method={operation.method} />
        <code>{operation.path}</code>
      </p>
      {operation.description && (
        <p>
          <Words text={operation.description} />
        </p>
      )}
      <p className={styles.permission}>
        {permission === 'anyone' ? (
          t('anyone')
        ) : permission === 'signed_in' ? (
          t('signedIn')
        ) : (
          <>
            {t('permission')} <code>{permission}</code>
          </>
        )}
      </p>
      <Example operation={operation} />
      {parameters.length > 0 && (
        <Part title={t('parameters')}>
          <dl className={styles.fields}>
            {parameters.map((parameter) => (
              <ParameterRow key={`${parameter.in} ${parameter.name}`} parameter={parameter} />
            ))}
          </dl>
        </Part>
      )}
      {body && <SchemaPart title={t('body')} schema={body} />}
      {file && (
        <Part title={t('body')}>
          <p>{t('file', { type: file })}</p>
        </Part>
      )}
      {answer.schema ? (
        <SchemaPart title={t('answer', { status: answer.status })} schema={answer.schema} />
      ) : (
        <Part title={t('answer', { status: answer.status })}>
          <p>{answer.file ? t('file', { type: answer.file }) : t('noBody')}</p>
        </Part>
      )}
      <Part title={t('refusals')}>
        <p>{t('refusalsText')}</p>
        <SchemaTable schema={document.components?.schemas?.Error ?? {}} />
      </Part>
    </article>
  );
}

function Example({ operation }: { operation: ApiOperation }) {
  const t = useTranslations('docs');
  const document = useDocument();
  const server = document.servers?.[0]?.url ?? '';
  const [curl, typescript] = useMemo(
    () => [curlExample(operation, server, document), typescriptExample(operation, server, document)],
    [operation, server, document],
  );
  return (
    <Part title={t('example')}>
      <Tabs defaultValue="curl">
        <Tabs.List>
          <Tabs.Tab value="curl">curl</Tabs.Tab>
          <Tabs.Tab value="typescript">TypeScript</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="curl" pt="xs">
          <CodeBlock code={curl} label="curl" />
        </Tabs.Panel>
        <Tabs.Panel value="typescript" pt="xs">
          <CodeBlock code={typescript} label="TypeScript" />
        </Tabs.Panel>
      </Tabs>
    </Part>
  );
}

function ParameterRow({ parameter }: { parameter: Parameter }) {
  const t = useTranslations('docs');
  const { name, required = false, schema = {}, description } = parameter;
  return (
    <FieldRow
      name={name}
      schema={{ ...schema, description: description ?? schema.description }}
      required={required || parameter.in === 'path'}
      mark={t(`in.${parameter.in}`)}
    />
  );
}

function SchemaPart({ title, schema }: { title: string; schema: Schema }) {
  return (
    <Part title={title}>
      <SchemaTable schema={schema} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Title order={2}>{title}</Title>
      {children}
    </section>
  );
}

function LinkButton({ id }: { id: string }) {
  const t = useTranslations('docs');
  const address = `${window.location.origin}/docs/api?operation=${id}`;
  return (
    <CopyButton value={address}>
      {({ copied, copy }) => (
        <Tooltip label={t('link')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('link')} onClick={copy}>
            {copied ? <IconCheck size={17} /> : <IconLink size={17} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
