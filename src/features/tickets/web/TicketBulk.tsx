// What is done to the tickets that were ticked: status, priority, owner.
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { type Choice, useTicketChoices } from './use-ticket-choices.ts';

/** The server takes this many at once. */
const BATCH = 200;

type Changes = Omit<Parameters<typeof client.tickets.changeMany>[0], 'ids'>;

export function TicketBulk({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('tickets.bulk');
  const words = useTranslations('tickets.filter');
  const queryClient = useQueryClient();
  const choices = useTicketChoices();
  const change = useMutation({
    mutationFn: async (changes: Changes) => {
      let count = 0;
      for (let at = 0; at < ids.length; at += BATCH)
        count += (await client.tickets.changeMany({ ids: ids.slice(at, at + BATCH), ...changes })).affected;
      return count;
    },
    onSuccess: async (count) => {
      toastDone(t('changed', { count }));
      onDone();
      await queryClient.invalidateQueries({ queryKey: api.tickets.key() });
    },
    onError: (error) => toastFailed(error),
  });
  const busy = change.isPending;
  return (
    <>
      <Choices
        label={t('status')}
        busy={busy}
        items={choices.statuses}
        onChoose={(status) => change.mutate({ status })}
      />
      <Choices
        label={t('priority')}
        busy={busy}
        items={choices.priorities}
        onChoose={(priority) => change.mutate({ priority })}
      />
      <Choices
        label={t('owner')}
        busy={busy}
        items={[...choices.members, { value: 'none', label: words('nobody') }]}
        onChoose={(owner) => change.mutate({ ownerId: owner === 'none' ? null : owner })}
      />
    </>
  );
}

type Props<V extends string> = {
  label: string;
  busy: boolean;
  items: readonly Choice<V>[];
  onChoose: (value: V) => void;
};

function Choices<V extends string>({ label, busy, items, onChoose }: Props<V>) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="xs" variant="default" disabled={busy} rightSection={<IconChevronDown size={14} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {items.map(({ value, label: name }) => (
          <Menu.Item key={value} onClick={() => onChoose(value)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
