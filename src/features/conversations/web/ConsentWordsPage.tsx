// Settings: the words by which customers unsubscribe and subscribe.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { WordListsPage } from '#web/settings/WordListsPage.tsx';

export function ConsentWordsPage() {
  const t = useTranslations('consentWordsPage');
  const tTitle = useTranslations('consentWords');
  const queryClient = useQueryClient();
  const { queryKey, ...query } = api.conversations.getConsentWords.queryOptions({ input: {} });
  return (
    <WordListsPage
      texts={{
        title: tTitle('title'),
        section: t('section'),
        text: t('text'),
        save: t('save'),
        saved: t('saved'),
      }}
      lists={(['stop', 'start'] as const).map((name) => ({
        name,
        label: t(name),
        description: t(`${name}Text`),
        most: 100,
      }))}
      stored={useQuery({ queryKey, ...query })}
      onSave={async (words) => {
        queryClient.setQueryData(queryKey, await client.conversations.setConsentWords(words));
      }}
    />
  );
}
