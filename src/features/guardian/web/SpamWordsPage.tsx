// Settings: phrases that the business counts as spam, and built-in ones that it may use.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { WordListsPage } from '#web/settings/WordListsPage.tsx';
import { builtInPhrases } from '#whatsapp/wording/spam-phrases.ts';

export function SpamWordsPage() {
  const t = useTranslations('wording.page');
  const queryClient = useQueryClient();
  const builtIn = useMemo(() => [...new Set(builtInPhrases().map(({ phrase }) => phrase))].sort(), []);
  const { queryKey, ...query } = api.watch.words.queryOptions({ input: {} });
  return (
    <WordListsPage
      texts={{
        title: t('title'),
        section: t('section'),
        text: t('text'),
        save: t('save'),
        saved: t('saved'),
      }}
      lists={[
        {
          name: 'added' as const,
          label: t('added'),
          description: t('addedText', { count: builtIn.length }),
          most: 500,
        },
        {
          name: 'allowed' as const,
          label: t('allowed'),
          description: t('allowedText'),
          most: 500,
          known: builtIn,
        },
      ]}
      stored={useQuery({ queryKey, ...query })}
      onSave={async ({ added, allowed }) => {
        queryClient.setQueryData(queryKey, await client.watch.setWords({ added, allowed }));
      }}
    />
  );
}
