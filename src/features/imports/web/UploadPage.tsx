// The first step of an import: a file is dropped, sent and looked into.
import { Anchor, Progress, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Import, MAX_IMPORT_BYTES, UPLOAD_PATH } from '#features/imports/imports.contract.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { requestJson } from '#web/request.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import styles from './Imports.module.css';

const SAMPLE = [
  'phone,first name,last name,email,language,tags,marketing consent',
  '+39 333 1234567,Ada,Rossi,ada@example.com,it,VIP;New,yes',
  '+34 612 345 678,Bruno,García,bruno@example.com,es,New,no',
  '',
].join('\r\n');

export function UploadPage() {
  const t = useTranslations('importPages');
  const tName = useTranslations('imports');
  const navigate = useNavigate();
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const send = async (file: File) => {
    setSending(file.name);
    setProblem(undefined);
    try {
      const path = `${UPLOAD_PATH}?fileName=${encodeURIComponent(file.name)}`;
      const { id } = await requestJson<Import>('POST', path, file);
      await navigate({ to: '/contacts/imports/$id', params: { id } });
    } catch (error) {
      setProblem(toApiFailure(error).message);
      setSending(undefined);
    }
  };
  return (
    <>
      <PageHeader title={t('upload.title')} back={{ to: '/contacts/imports', label: tName('title') }} />
      <div className={styles.narrow}>
        <FileDrop
          label={sending ? t('upload.busy', { name: sending }) : t('upload.drop')}
          hint={t('upload.hint')}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          largest={MAX_IMPORT_BYTES}
          disabled={sending !== undefined}
          error={problem}
          onFile={(file) => void send(file)}
        />
        {sending && (
          <Progress value={100} animated size={4} mt="sm" aria-label={t('upload.busy', { name: sending })} />
        )}
        <Text c="dimmed" size="sm" mt="md">
          {t('upload.help')}{' '}
          <Anchor
            underline="always"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(SAMPLE)}`}
            download="contacts.csv"
          >
            {t('upload.sample')}
          </Anchor>
        </Text>
      </div>
    </>
  );
}
