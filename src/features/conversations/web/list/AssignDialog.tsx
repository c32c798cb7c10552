// Who is to look after conversations: everybody of the workspace, to tick.
import { Button, Checkbox, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';

type Props = {
  /** Who does already. */
  chosen: readonly string[];
  onClose: () => void;
  onApply: (userIds: string[]) => Promise<boolean>;
};

export function AssignDialog({ chosen, onClose, onApply }: Props) {
  const t = useTranslations('inboxList.assign');
  const [userIds, setUserIds] = useState<string[]>([...chosen]);
  const [busy, setBusy] = useState(false);
  const members = useQuery(api.members.list.queryOptions({ input: { limit: 200 } }));
  const apply = async () => {
    setBusy(true);
    if (await onApply(userIds)) onClose();
    setBusy(false);
  };
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <Checkbox.Group value={userIds} onChange={setUserIds} aria-label={t('title')}>
          <Stack gap={10} mah={320} style={{ overflow: 'auto' }} p={2}>
            {members.isPending && <Skeleton height={20} />}
            {members.data?.items.map((member, index) => (
              <Checkbox
                key={member.userId}
                value={member.userId}
                label={member.name}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={busy}>
            {userIds.length === 0 ? t('nobody') : t('apply')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
