// The statuses of tickets: their order, names, meaning, and which one new tickets begin with.
import { Menu, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconFlag, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DEFAULT_STATUSES } from '#features/tickets/default-statuses.contract.ts';
import type { StatusSetting } from '#features/tickets/ticket-settings.contract.ts';
import type { MacroState } from '#features/tickets/tickets.contract.ts';
import { api, client } from '#web/api.ts';
import { AddButton } from '#web/settings/AddButton.tsx';
import styles from '#web/settings/SettingsRows.module.css';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { SortableRow } from '#web/settings/SortableRow.tsx';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { moved } from '#web/ui/moved.ts';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { StatusMark, useStatusName } from './TicketMarks.tsx';
import { useSettingsChange } from './use-settings-change.ts';

type Doing =
  | { what: 'name'; status: StatusSetting | null }
  | { what: 'remove'; status: StatusSetting }
  | null;

export function StatusSettings() {
  const t = useTranslations('ticketSettings');
  const nameOf = useStatusName();
  const statuses = useQuery(api.ticketStatuses.list.queryOptions({ input: {} }));
  const [doing, setDoing] = useState<Doing>(null);
  const items = statuses.data?.items ?? [];
  const order = useSettingsChange((codes: string[]) => client.ticketStatuses.reorder({ codes }), {
    onError: (error) => toastFailed(error),
  });
  const move = (from: number, to: number) =>
    order.mutate(
      moved(
        items.map(({ code }) => code),
        from,
        to,
      ),
    );
  return (
    <SettingsSection
      wide
      title={t('statuses.title')}
      text={t('statuses.text')}
      action={
        <AddButton label={t('statuses.new')} onClick={() => setDoing({ what: 'name', status: null })} />
      }
    >
      {statuses.error && <ErrorState error={statuses.error} onRetry={() => void statuses.refetch()} />}
      <ul className={styles.rows}>
        {items.map((status, at) => (
          <SortableRow
            key={status.code}
            group="ticket-statuses"
            id={status.code}
            name={nameOf(status)}
            at={at}
            count={items.length}
            busy={order.isPending}
            onMove={move}
          >
            <span className={styles.name}>
              <StatusMark status={status} />
              {status.isDefault && <small>{t('statuses.default')}</small>}
            </span>
            <span className={styles.detail}>
              {t(`statuses.${status.macroState}`)}
              {' · '}
              <span className="figures">{t('count', { count: status.ticketCount })}</span>
            </span>
            <StatusMenu status={status} onDo={setDoing} />
          </SortableRow>
        ))}
      </ul>
      {doing?.what === 'name' && <Naming status={doing.status} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && (
        <Removing
          status={doing.status}
          others={items.filter(({ code }) => code !== doing.status.code)}
          onClose={() => setDoing(null)}
        />
      )}
    </SettingsSection>
  );
}

function StatusMenu({ status, onDo }: { status: StatusSetting; onDo: (doing: Doing) => void }) {
  const t = useTranslations('ticketSettings');
  const nameOf = useStatusName();
  const change = useSettingsChange(
    (set: { name?: null; isDefault?: true }) => client.ticketStatuses.update({ code: status.code, ...set }),
    { said: 'saved', onError: (error) => toastFailed(error) },
  );
  const hasBuiltIn = status.renamed && DEFAULT_STATUSES.some(({ code }) => code === status.code);
  return (
    <DotsMenu label={t('actions', { name: nameOf(status) })}>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onDo({ what: 'name', status })}>
        {t('rename')}
      </Menu.Item>
      {hasBuiltIn && (
        <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => change.mutate({ name: null })}>
          {t('statuses.builtIn')}
        </Menu.Item>
      )}
      {!status.isDefault && status.macroState === 'in_progress' && (
        <Menu.Item leftSection={<IconFlag size={16} />} onClick={() => change.mutate({ isDefault: true })}>
          {t('statuses.makeDefault')}
        </Menu.Item>
      )}
      {!status.isDefault && (
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} />}
          onClick={() => onDo({ what: 'remove', status })}
        >
          {t('delete')}
        </Menu.Item>
      )}
    </DotsMenu>
  );
}

function Naming({ status, onClose }: { status: StatusSetting | null; onClose: () => void }) {
  const t = useTranslations('ticketSettings');
  const nameOf = useStatusName();
  const [macroState, setMacroState] = useState<MacroState>(status?.macroState ?? 'in_progress');
  const save = useSettingsChange(
    (name: string) =>
      status
        ? client.ticketStatuses.update({ code: status.code, name, macroState })
        : client.ticketStatuses.create({ name, macroState }),
    { said: 'saved', onDone: onClose },
  );
  return (
    <NameDialog
      title={status ? t('rename') : t('statuses.new')}
      labels={{ name: t('name'), save: t(status ? 'save' : 'create') }}
      name={status ? nameOf(status) : ''}
      error={save.error}
      busy={save.isPending}
      onSave={(name) => save.mutate(name)}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('statuses.meaning')}
        disabled={status !== null && (status.ticketCount > 0 || status.isDefault)}
        value={macroState}
        onChange={(value) => setMacroState(value as MacroState)}
        data={(['in_progress', 'closed'] as const).map((value) => ({ value, label: t(`statuses.${value}`) }))}
      />
    </NameDialog>
  );
}

type RemovingProps = { status: StatusSetting; others: StatusSetting[]; onClose: () => void };

function Removing({ status, others, onClose }: RemovingProps) {
  const t = useTranslations('ticketSettings');
  const nameOf = useStatusName();
  const remove = useSettingsChange(
    (moveTo: string | undefined) =>
      client.ticketStatuses.delete({ code: status.code, ...(moveTo ? { moveTo } : {}) }),
    { said: 'deleted', onDone: onClose },
  );
  return (
    <RemoveDialog
      title={t('statuses.deleteTitle', { name: nameOf(status) })}
      text={t('statuses.deleteText', { count: status.ticketCount })}
      targets={
        status.ticketCount === 0 ? null : others.map((other) => ({ value: other.code, label: nameOf(other) }))
      }
      required
      error={remove.error}
      busy={remove.isPending}
      onRemove={(moveTo) => remove.mutate(moveTo)}
      onClose={onClose}
    />
  );
}
