// Settings: the reasons offered when a conversation is closed.
import { Button, Group, Skeleton, Stack, TagsInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';

export function CloseReasonSettings() {
  const t = useTranslations('teamSettings.reasons');
  const kept = useQuery(api.team.getCloseReasons.queryOptions({ input: {} }));
  if (kept.error) return <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />;
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      {kept.data ? <ReasonsForm reasons={kept.data.reasons} /> : <Skeleton height={90} />}
    </SettingsSection>
  );
}

function ReasonsForm({ reasons }: { reasons: string[] }) {
  const t = useTranslations('teamSettings.reasons');
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(reasons);
  const save = useMutation({
    mutationFn: () => client.team.setCloseReasons({ reasons: draft }),
    onSuccess: (saved) => {
      queryClient.setQueryData(api.team.getCloseReasons.queryKey({ input: {} }), saved);
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
        <FormFailure error={save.error} />
        <TagsInput
          label={t('label')}
          placeholder={t('placeholder')}
          maxTags={50}
          maxLength={200}
          splitChars={[]}
          value={draft}
          onChange={setDraft}
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
