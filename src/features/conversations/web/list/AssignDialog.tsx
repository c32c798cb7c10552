// Who is to look after conversations: everybody of the workspace, to tick, and what they should know.
import { Button, Checkbox, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PresenceState } from '#features/team/presence.contract.ts';
import { PresenceDot } from '#features/team/web/PresenceDot.tsx';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';

type Props = {
  /** Who does already. */
  chosen: readonly string[];
  onClose: () => void;
  onApply: (userIds: string[], note: string | undefined) => Promise<boolean>;
};

export function AssignDialog({ chosen, onClose, onApply }: Props) {
  const t = useTranslations('inboxList.assign');
  const tNote = useTranslations('teamMoves.assign');
  const [note, setNote] = useState('');
  const [userIds, setUserIds] = useState<string[]>([...chosen]);
  const [busy, setBusy] = useState(false);
  const members = useQuery(api.members.list.queryOptions({ input: { limit: 200 } }));
  const presence = useQuery(api.team.presence.queryOptions({ input: {} }));
  const states = new Map(presence.data?.people.map(({ userId, state }) => [userId, state]));
  const apply = async () => {
    setBusy(true);
    if (await onApply(userIds, note.trim() || undefined)) onClose();
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
                label={<Named name={member.name} state={states.get(member.userId) ?? 'offline'} />}
                data-autofocus={index === 0 || undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {userIds.length > 0 && (
          <Textarea
            mt="md"
            label={tNote('note')}
            description={tNote('noteText')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" mt="md">
          <Button type="submit" loading={busy}>
            {userIds.length === 0 ? t('nobody') : t('apply')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function Named({ name, state }: { name: string; state: PresenceState }) {
  const t = useTranslations('presence');
  return (
    <Group gap={8} component="span">
      <PresenceDot state={state} />
      {name}
      <Text component="span" size="xs" c="dimmed">
        {t(state)}
      </Text>
    </Group>
  );
}
