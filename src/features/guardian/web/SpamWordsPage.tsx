// Settings: phrases that the business counts as spam, and built-in ones that it may use.
import { Button, Group, Skeleton, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Words } from '#features/guardian/watch.contract.ts';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { builtInPhrases } from '#whatsapp/wording/spam-phrases.ts';

export function SpamWordsPage() {
  const t = useTranslations('wording.page');
  const words = useQuery(api.watch.words.queryOptions({ input: {} }));
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

function WordsForm({ words }: { words: Words }) {
  const t = useTranslations('wording.page');
  const queryClient = useQueryClient();
  const [{ added, allowed }, setDraft] = useState(words);
  const builtIn = useMemo(() => [...new Set(builtInPhrases().map(({ phrase }) => phrase))].sort(), []);
  const save = useMutation({
    mutationFn: () => client.watch.setWords({ added, allowed }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.watch.words.queryKey({ input: {} }), saved);
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
        <FormFailure error={save.error} shownAtFields={['added', 'allowed']} />
        <TagsInput
          label={t('added')}
          description={t('addedText', { count: builtIn.length })}
          maxTags={500}
          error={fieldError(save.error, 'added')}
          value={added}
          onChange={(value) => setDraft({ ...words, added: value, allowed })}
        />
        <TagsInput
          label={t('allowed')}
          description={t('allowedText')}
          data={builtIn}
          limit={30}
          maxTags={500}
          error={fieldError(save.error, 'allowed')}
          value={allowed}
          onChange={(value) => setDraft({ ...words, added, allowed: value })}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
