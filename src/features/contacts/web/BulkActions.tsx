// What is done to the contacts that were ticked, or to all that the filter finds.

import { Button, Menu, Stack } from '@mantine/core';
import { IconArrowsJoin2, IconBan, IconChevronDown, IconRestore, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactFilter, ContactSelection } from '#features/contacts/contact-filter.contract.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import { usePermission } from '#web/session.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { useContactActions } from './contact-actions.ts';
import { DeleteManyDialog } from './DeleteManyDialog.tsx';
import { MergeDialog } from './merge/MergeDialog.tsx';
import { NamePicker } from './NamePicker.tsx';

type Props = {
  ids: string[];
  total: number;
  filter: ContactFilter;
  onDone: () => void;
  /** Called with the id of what two contacts became. */
  onMerged: (id: string) => void;
};
type Labelling = 'addTags' | 'removeTags' | 'addToLists' | 'removeFromLists';

export function BulkActions({ ids, total, filter, onDone, onMerged }: Props) {
  const t = useTranslations('contacts.bulk');
  const merge = useTranslations('contactMerge');
  const actions = useContactActions();
  const mayDelete = usePermission('contacts:delete');
  const [all, setAll] = useState(false);
  const [labelling, setLabelling] = useState<Labelling | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const [merging, setMerging] = useState(false);
  const selection: ContactSelection = all ? { filter, exceptIds: [] } : { ids };
  const count = all ? total : ids.length;
  const after = async (work: Promise<boolean>) => {
    if (await work) onDone();
  };
  return (
    <>
      {total > ids.length && (
        <Button size="xs" variant={all ? 'light' : 'subtle'} aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t('allSelected', { count: total }) : t('all', { count: total })}
        </Button>
      )}
      <Group label={t('tag')}>
        <Menu.Item onClick={() => setLabelling('addTags')}>{t('addTags')}</Menu.Item>
        <Menu.Item onClick={() => setLabelling('removeTags')}>{t('removeTags')}</Menu.Item>
      </Group>
      <Group label={t('list')}>
        <Menu.Item onClick={() => setLabelling('addToLists')}>{t('addToLists')}</Menu.Item>
        <Menu.Item onClick={() => setLabelling('removeFromLists')}>{t('removeFromLists')}</Menu.Item>
      </Group>
      {filter.blocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRestore size={15} />}
          onClick={() => void after(actions.unblock(selection))}
        >
          {t('unblock')}
        </Button>
      )}
      <Group label={t('more')}>
        {ids.length === 2 && !all && (
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={() => setMerging(true)}>
            {merge('two')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => setConsenting(true)}>{t('consent')}</Menu.Item>
        <Menu.Item
          leftSection={<IconBan size={16} />}
          onClick={() => void after(actions.block(selection, count))}
        >
          {t('block')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRestore size={16} />}
          onClick={() => void after(actions.unblock(selection))}
        >
          {t('unblock')}
        </Menu.Item>
        {mayDelete && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
            {t('delete')}
          </Menu.Item>
        )}
      </Group>
      {labelling && (
        <LabelDialog
          what={labelling}
          count={count}
          onClose={() => setLabelling(null)}
          onApply={(chosen) => after(actions[labelling](selection, chosen))}
        />
      )}
      {merging && ids[0] && ids[1] && (
        <MergeDialog
          id={ids[0]}
          otherId={ids[1]}
          onClose={() => setMerging(false)}
          onMerged={(id) => {
            onDone();
            onMerged(id);
          }}
        />
      )}
      {deleting && (
        <DeleteManyDialog selection={selection} onClose={() => setDeleting(false)} onGone={onDone} />
      )}
      {consenting && (
        <ConsentDialog opened selection={selection} onClose={() => setConsenting(false)} onDone={onDone} />
      )}
    </>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

type DialogProps = {
  what: Labelling;
  count: number;
  onClose: () => void;
  onApply: (ids: string[]) => Promise<void>;
};

function LabelDialog({ what, count, onClose, onApply }: DialogProps) {
  const t = useTranslations('contacts.bulk');
  const [chosen, setChosen] = useState<Named[]>([]);
  const [busy, setBusy] = useState(false);
  const kind = what === 'addTags' || what === 'removeTags' ? 'tags' : 'lists';
  const apply = async () => {
    setBusy(true);
    await onApply(chosen.map((each) => each.id));
    setBusy(false);
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t(what)}>
      <Stack>
        <NamePicker
          kind={kind}
          label={t(kind === 'tags' ? 'tag' : 'list')}
          value={chosen}
          onChange={setChosen}
          existing={what.startsWith('remove')}
        />
        <Button ml="auto" loading={busy} disabled={chosen.length === 0} onClick={() => void apply()}>
          {t('apply', { count })}
        </Button>
      </Stack>
    </Dialog>
  );
}
