// Settings: the words by which customers unsubscribe and subscribe.
import { Button, Group, Skeleton, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConsentWords } from '#features/conversations/conversations.contract.ts';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone } from '#web/ui/toast.tsx';

export function ConsentWordsPage() {
  const t = useTranslations('consentWords');
  const words = useQuery(api.conversations.getConsentWords.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={t('title')} />
      {words.error ? (
        <ErrorState error={words.error} onRetry={() => void words.refetch()} />
      ) : (
        <SettingsSection text={t('text')} title={t('section')}>
          {words.data ? <WordsForm words={words.data} /> : <Skeleton height={160} />}
        </SettingsSection>
      )}
    </>
  );
}

function WordsForm({ words }: { words: ConsentWords }) {
  const t = useTranslations('consentWords');
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(words);
  const save = useMutation({
    mutationFn: () => client.conversations.setConsentWords(draft),
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.conversations.getConsentWords.queryKey({ input: {} }), saved);
      toastDone(t('saved'));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <FormFailure error={save.error} shownAtFields={['stop', 'start']} />
        {(['stop', 'start'] as const).map((kind) => (
          <TagsInput
            key={kind}
            label={t(kind)}
            description={t(`${kind}Text`)}
            maxTags={100}
            error={fieldError(save.error, kind)}
            value={draft[kind]}
            onChange={(value) => setDraft({ ...draft, [kind]: value })}
          />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
