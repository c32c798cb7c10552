// Makes a list or a tag of the people of a figure.
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RecipientFilter } from '#features/campaigns/campaigns.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

type Props = { campaignId: string; filter: RecipientFilter | undefined };

export function KeepRecipients({ campaignId, filter }: Props) {
  const t = useTranslations('campaignKeep');
  const ts = useTranslations('campaignRecipients.recipientState');
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [as, setAs] = useState<'list' | 'tag'>('list');
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: () =>
      client.campaigns.keepRecipients({
        id: campaignId,
        as,
        name: name.trim(),
        ...(filter ? { filter } : {}),
      }),
    onSuccess: async (kept) => {
      await queryClient.invalidateQueries({ queryKey: as === 'list' ? api.lists.key() : api.tags.key() });
      toastDone(t(kept.more ? 'goesOn' : 'done', { count: kept.kept, name: kept.name }));
      setOpened(false);
      setName('');
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        h={32}
        leftSection={<IconListDetails size={15} />}
        onClick={() => setOpened(true)}
      >
        {t('open')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('open')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <Stack>
            <FormFailure error={keep.error} shownAtFields={['name']} />
            <div>{filter ? t('who', { state: ts(filter) }) : t('everybody')}</div>
            <SegmentedControl
              aria-label={t('as')}
              data={[
                { value: 'list', label: t('list') },
                { value: 'tag', label: t('tag') },
              ]}
              value={as}
              onChange={(value) => setAs(value as 'list' | 'tag')}
            />
            <TextInput
              label={t('name')}
              description={t('nameHelp')}
              data-autofocus
              maxLength={60}
              value={name}
              error={fieldError(keep.error, 'name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" disabled={name.trim() === ''} loading={keep.isPending}>
                {t('keep')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
