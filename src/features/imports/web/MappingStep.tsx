// The second step of an import: where each column goes, and what is done with the contacts.
import { Button, Checkbox, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Delimiter, Encoding } from '#features/imports/import-run.contract.ts';
import type { ColumnTarget, Detected, Import } from '#features/imports/imports.contract.ts';
import { DELIMITERS, ENCODINGS } from '#kit/csv-formats.ts';
import { api, client } from '#web/api.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { type Choices, ImportChoices, useFirstChoices } from './ImportChoices.tsx';
import styles from './Imports.module.css';

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

export function MappingStep({ found }: { found: Import }) {
  const t = useTranslations('importPages');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const workspace = useQuery(api.workspaces.get.queryOptions({ input: undefined }));
  const [read, setRead] = useState<Detected>(found.detected);
  const [columns, setColumns] = useState<ColumnTarget[]>(found.detected.mapping);
  const [choices, setChoices] = useState<Choices>(useFirstChoices());
  const country = choices.country ?? workspace.data?.country ?? 'IT';
  // A column of consent is there to be used.
  const consent = choices.consent === 'none' && columns.includes('consent') ? 'column' : choices.consent;
  const needsSource = consent === 'subscribed' || consent === 'unsubscribed';
  const hasIdentity = columns.includes('phone') || columns.includes('user_id');

  const preview = useMutation({
    mutationFn: (how: { encoding: Encoding; delimiter: Delimiter; hasHeader: boolean }) =>
      client.imports.preview({ id: found.id, ...how }),
    onSuccess: (next, how) => {
      // A person's own matching stays while only the header changed.
      if (how.delimiter !== read.delimiter || next.mapping.length !== columns.length)
        setColumns(next.mapping);
      setRead(next);
    },
    onError: (error) => toastFailed(error),
  });
  const start = useMutation({
    mutationFn: () => {
      const { encoding, delimiter, hasHeader } = read;
      const { source, tags, lists, existing, resubscribe, origin } = choices;
      const chosen =
        consent === 'none'
          ? null
          : {
              value: consent === 'column' ? null : consent,
              source: source.trim() || found.fileName.slice(0, 100),
            };
      return client.imports.start({
        id: found.id,
        options: {
          encoding,
          delimiter,
          hasHeader,
          columns,
          country,
          existing,
          resubscribe,
          tagIds: tags.map((tag) => tag.id),
          listIds: lists.map((list) => list.id),
          consent: chosen,
          origin: origin === 'bought' ? null : origin,
        },
      });
    },
    onSuccess: (started) => {
      queryClient.setQueryData(api.imports.get.queryKey({ input: { id: found.id } }), started);
      void queryClient.invalidateQueries({ queryKey: api.imports.key() });
    },
  });
  const discard = useMutation({
    mutationFn: () => client.imports.delete({ id: found.id }),
    onSuccess: () => navigate({ to: '/contacts/import' }),
    onError: (error) => toastFailed(error),
  });
  const readAs = (change: Partial<Pick<Detected, 'encoding' | 'delimiter' | 'hasHeader'>>) => {
    const { encoding, delimiter, hasHeader } = read;
    preview.mutate({ encoding, delimiter, hasHeader, ...change });
  };

  return (
    <>
      <section className={styles.card}>
        <h2 className={styles.heading}>{t('mapping.title')}</h2>
        <p className={styles.quiet}>{t('mapping.text')}</p>
        <div className={styles.reading}>
          <Select
            size="xs"
            w={160}
            label={t('mapping.encoding')}
            data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            value={read.encoding}
            allowDeselect={false}
            onChange={(encoding) => encoding && readAs({ encoding: encoding as Encoding })}
          />
          <Select
            size="xs"
            w={160}
            label={t('mapping.delimiter')}
            data={DELIMITERS.map((value) => ({ value, label: t(`delimiter.${delimiterNames[value]}`) }))}
            value={read.delimiter}
            allowDeselect={false}
            onChange={(delimiter) => delimiter && readAs({ delimiter: delimiter as Delimiter })}
          />
          <Checkbox
            size="sm"
            mb={6}
            label={t('mapping.header')}
            checked={read.hasHeader}
            onChange={(event) => readAs({ hasHeader: event.currentTarget.checked })}
          />
        </div>
        <ColumnTable read={read} columns={columns} onChange={setColumns} />
        {!hasIdentity && <p className={styles.problem}>{t('mapping.needPhone')}</p>}
      </section>
      <section className={styles.card}>
        <h2 className={styles.heading}>{t('options.title')}</h2>
        <ImportChoices
          choices={{ ...choices, country, consent }}
          hasConsentColumn={columns.includes('consent')}
          onChange={setChoices}
        />
      </section>
      <FormFailure error={start.error} />
      <div className={styles.foot}>
        <Button variant="subtle" color="gray" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('options.cancel')}
        </Button>
        <Button
          loading={start.isPending}
          disabled={!hasIdentity || preview.isPending || (needsSource && choices.source.trim() === '')}
          onClick={() => start.mutate()}
        >
          {t('options.start')}
        </Button>
      </div>
    </>
  );
}
