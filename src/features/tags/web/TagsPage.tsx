// Settings: the tags of the workspace, how many carry each, and their upkeep.
import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowMerge, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Tag } from '#features/tags/tags.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './Labels.module.css';
import { MergeTagDialog, TagNameDialog } from './TagDialogs.tsx';

type Doing = { what: 'name'; tag: Tag | null } | { what: 'merge'; tag: Tag } | null;

export function TagsPage() {
  const t = useTranslations('labels.tags');
  const mayWrite = usePermission('contacts:write');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [doing, setDoing] = useState<Doing>(null);
  const tags = useInfiniteQuery({
    ...api.tags.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, ...(search ? { search } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const items = tags.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          mayWrite && (
            <Button
              leftSection={<IconPlus size={16} />}
              onClick={() => setDoing({ what: 'name', tag: null })}
            >
              {t('new')}
            </Button>
          )
        }
      />
      <SettingsSection wide text={t('text')}>
        <TextInput
          m="sm"
          maw={280}
          size="xs"
          leftSection={<IconSearch size={15} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {tags.error !== null && <ErrorState error={tags.error} onRetry={() => void tags.refetch()} />}
        <ul className={styles.rows}>
          {items.map((tag) => (
            <li key={tag.id}>
              <span className={styles.name}>{tag.name}</span>
              <span className={`${styles.detail} figures`}>{t('count', { count: tag.contactCount })}</span>
              {mayWrite && <TagMenu tag={tag} onDo={setDoing} />}
            </li>
          ))}
        </ul>
        {tags.data && items.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
        {tags.hasNextPage && (
          <div className={styles.more}>
            <Button
              variant="subtle"
              loading={tags.isFetchingNextPage}
              onClick={() => void tags.fetchNextPage()}
            >
              {t('more')}
            </Button>
          </div>
        )}
      </SettingsSection>
      {doing?.what === 'name' && <TagNameDialog tag={doing.tag} onClose={() => setDoing(null)} />}
      {doing?.what === 'merge' && <MergeTagDialog tag={doing.tag} onClose={() => setDoing(null)} />}
    </>
  );
}

function TagMenu({ tag, onDo }: { tag: Tag; onDo: (doing: Doing) => void }) {
  const t = useTranslations('labels.tags');
  const queryClient = useQueryClient();
  const remove = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { name: tag.name }),
      text: t('deleteText', { count: tag.contactCount }),
      confirm: t('delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await client.tags.delete({ id: tag.id });
      toastDone(t('deleted'));
      await queryClient.invalidateQueries({ queryKey: api.tags.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <DotsMenu label={t('actions', { name: tag.name })}>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onDo({ what: 'name', tag })}>
        {t('rename')}
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => onDo({ what: 'merge', tag })}>
        {t('merge')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('delete')}
      </Menu.Item>
    </DotsMenu>
  );
}
