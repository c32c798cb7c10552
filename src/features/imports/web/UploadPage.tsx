// The first step of an import: a file is dropped, sent and looked into.
import { Anchor, Progress, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ImportRun, MAX_IMPORT_BYTES } from '#features/imports/import-run.contract.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { requestJson } from '#web/request.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import styles from './Imports.module.css';
import { IMPORT_OF, type ImportOf } from './import-of.ts';

const SAMPLES = {
  contacts: [
    'phone,first name,last name,email,language,tags,marketing consent',
    '+39 333 1234567,Ada,Rossi,ada@example.com,it,VIP;New,yes',
    '+34 612 345 678,Bruno,García,bruno@example.com,es,New,no',
    '',
  ].join('\r\n'),
  deals: [
    'Title,Contacts,Pipeline,Stage,Owner,Amount,Currency,Close date,Reference',
    'Two dozen umbrellas,+39 333 1234567,,,,1250.50,EUR,2027-03-31,ORDER-1',
    '',
  ].join('\r\n'),
};

export function UploadPage() {
  return <Upload of="contacts" />;
}

export function UploadDealsPage() {
  return <Upload of="deals" />;
}

function Upload({ of }: { of: ImportOf }) {
  const t = useTranslations('importPages');
  const tOf = useTranslations('importOf');
  const tName = useTranslations('imports');
  const { paths, files } = IMPORT_OF[of];
  const navigate = useNavigate();
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const send = async (file: File) => {
    setSending(file.name);
    setProblem(undefined);
    try {
      const path = `${files}?fileName=${encodeURIComponent(file.name)}`;
      const { id } = await requestJson<ImportRun>('POST', path, file);
      await navigate({ to: paths.one, params: { id } });
    } catch (error) {
      const { fields, message } = toApiFailure(error);
      setProblem(fields[0]?.message ?? message);
      setSending(undefined);
    }
  };
  return (
    <>
      <PageHeader title={tOf(`${of}.upload`)} back={{ to: paths.list, label: tName('title') }} />
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
          {tOf(`${of}.help`)}{' '}
          <Anchor
            underline="always"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(SAMPLES[of])}`}
            download={`${of}.csv`}
          >
            {t('upload.sample')}
          </Anchor>
        </Text>
      </div>
    </>
  );
}
