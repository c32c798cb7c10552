// One view among those that are arranged; renaming and the question before deleting take its place.
import { ActionIcon, Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash, IconUser, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#features/views/views.contract.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import type { Views } from './use-views.ts';
import styles from './Views.module.css';

type Move = (() => void) | undefined;
type Props<F> = { kept: Views<F>; view: SavedView<F>; onUp: Move; onDown: Move };

export function ViewRow<F>({ kept, view, onUp, onDown }: Props<F>) {
  const t = useTranslations('views');
  const { of, refresh, mayTeam } = kept;
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const change = useMutation({
    mutationFn: async (work: () => Promise<unknown>) => {
      await work();
      await refresh();
    },
    onSuccess: () => setDoing(null),
  });
  const stop = () => {
    change.reset();
    setDoing(null);
  };
  const { id, name, scope } = view;
  if (doing === 'rename')
    return (
      <Rename
        name={name}
        error={fieldError(change.error, 'name') ?? change.error?.message}
        onCancel={stop}
        onSave={(next) => change.mutate(() => of.update({ id, name: next }))}
      />
    );
  if (doing === 'delete')
    return (
      <li>
        <Text className={styles.rowName} size="sm">
          {t(scope === 'team' ? 'deleteTeam' : 'delete', { name })}
        </Text>
        <Button size="xs" variant="default" onClick={stop} data-autofocus autoFocus>
          {t('cancel')}
        </Button>
        <Button
          size="xs"
          color="red.8"
          loading={change.isPending}
          onClick={() => change.mutate(() => of.delete({ id }), { onError: (error) => toastFailed(error) })}
        >
          {t('deleteIt')}
        </Button>
      </li>
    );
  const other = scope === 'team' ? 'mine' : 'team';
  const OtherIcon = other === 'team' ? IconUsers : IconUser;
  return (
    <li>
      <span className={styles.rowName}>{name}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={!onUp}
        aria-label={t('up', { name })}
        onClick={onUp}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={!onDown}
        aria-label={t('down', { name })}
        onClick={onDown}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <DotsMenu label={t('actions', { name })}>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setDoing('rename')}>
          {t('rename')}
        </Menu.Item>
        {mayTeam && (
          <Menu.Item
            leftSection={<OtherIcon size={16} />}
            onClick={() =>
              change.mutate(() => of.update({ id, scope: other }), {
                onError: (error) => toastFailed(error),
              })
            }
          >
            {t(`give.${other}`)}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setDoing('delete')}>
          {t('deleteIt')}
        </Menu.Item>
      </DotsMenu>
    </li>
  );
}

type RenameProps = {
  name: string;
  error: string | undefined;
  onCancel: () => void;
  onSave: (name: string) => void;
};

function Rename({ name, error, onCancel, onSave }: RenameProps) {
  const t = useTranslations('views');
  const [typed, setTyped] = useState(name);
  return (
    <li>
      <form
        className={styles.rename}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(typed.trim());
        }}
      >
        <TextInput
          autoFocus
          maxLength={60}
          aria-label={t('form.name')}
          value={typed}
          error={error}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button size="xs" type="submit" disabled={typed.trim() === ''}>
            {t('rename')}
          </Button>
        </Group>
      </form>
    </li>
  );
}
