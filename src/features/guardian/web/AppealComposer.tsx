// Writes the appeal after a ban: the fields that a ticket asks for, put together in English, to be copied.
import { Button, CopyButton, Group, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import { api } from '#web/api.ts';
import cards from '#web/ui/CardPage.module.css';
import { appealText } from './appeal-text.ts';
import styles from './HealthPage.module.css';

export function AppealComposer({ number }: { number: WatchedNumber }) {
  const t = useTranslations('healthGuide.appeal');
  const words = useQuery(api.watch.words.queryOptions({ input: {} }));
  const [typed, setTyped] = useState<{ business?: string; website: string; what: string; why: string }>({
    website: '',
    what: '',
    why: '',
  });
  const business = typed.business ?? words.data?.businessNames[0] ?? number.displayName;
  const text = appealText({ ...typed, business, phone: number.phone });
  return (
    <div className={styles.appeal}>
      <Title order={3} size="h5">
        {t('title')}
      </Title>
      <p className={cards.note}>{t('text')}</p>
      <TextInput
        label={t('business')}
        value={business}
        onChange={(event) => setTyped({ ...typed, business: event.currentTarget.value })}
      />
      <TextInput
        label={t('website')}
        type="url"
        value={typed.website}
        onChange={(event) => setTyped({ ...typed, website: event.currentTarget.value })}
      />
      <Textarea
        label={t('what')}
        autosize
        minRows={2}
        value={typed.what}
        onChange={(event) => setTyped({ ...typed, what: event.currentTarget.value })}
      />
      <Textarea
        label={t('why')}
        autosize
        minRows={2}
        value={typed.why}
        onChange={(event) => setTyped({ ...typed, why: event.currentTarget.value })}
      />
      <Textarea label={t('result')} readOnly autosize minRows={8} value={text} />
      <Group justify="flex-end">
        <CopyButton value={text}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
        </CopyButton>
      </Group>
    </div>
  );
}
