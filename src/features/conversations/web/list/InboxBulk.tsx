// What is done to the conversations that were ticked, or to all that match: rises from below the list.
import { ActionIcon, Button, Stack, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconArrowBackUp,
  IconClockPause,
  IconListCheck,
  IconMail,
  IconMailOpened,
  IconTag,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NamePicker } from '#features/contacts/web/NamePicker.tsx';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import type { InboxFilter } from '#features/conversations/inbox-filter.contract.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import { client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { BulkBar } from '#web/ui/table/BulkBar.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { useInboxActions } from './use-inbox-actions.ts';

type Props = {
  rows: readonly Conversation[];
  selected: ReadonlySet<string>;
  filter: InboxFilter;
  onClear: () => void;
};
type Asking = 'assign' | 'snooze' | 'tag' | 'close' | null;

export function InboxBulk({ rows, selected, filter, onClear }: Props) {
  const t = useTranslations('inboxList.bulk');
  const actions = useInboxActions();
  const [asking, setAsking] = useState<Asking>(null);
  const [all, setAll] = useState<string[] | null>(null);
  const may = {
    assign: usePermission('chats:assign'),
    tag: usePermission('contacts:write'),
  };
  const ids = all ?? [...selected];
  const after = async (work: Promise<boolean>) => {
    if (!(await work)) return false;
    onClear();
    return true;
  };
  const takeAll = async () => {
    try {
      setAll((await client.conversations.matching(filter)).ids);
    } catch (error) {
      toastFailed(error);
    }
  };
  const isClosed = filter.show === 'closed';
  const contactIds = rows.filter((row) => selected.has(row.id)).map((row) => row.contact.id);
  return (
    <>
      <BulkBar count={ids.length} onClear={onClear}>
        {all === null && <Act label={t('all')} Icon={IconListCheck} onClick={() => void takeAll()} />}
        {may.assign && <Act label={t('assign')} Icon={IconUserPlus} onClick={() => setAsking('assign')} />}
        {may.tag && all === null && <Act label={t('tag')} Icon={IconTag} onClick={() => setAsking('tag')} />}
        <Act label={t('snooze')} Icon={IconClockPause} onClick={() => setAsking('snooze')} />
        <Act label={t('read')} Icon={IconMailOpened} onClick={() => void after(actions.markRead(ids))} />
        <Act label={t('unread')} Icon={IconMail} onClick={() => void after(actions.markUnread(ids))} />
        {isClosed ? (
          <Act label={t('reopen')} Icon={IconArrowBackUp} onClick={() => void after(actions.reopen(ids))} />
        ) : (
          <Act label={t('close')} Icon={IconArchive} onClick={() => setAsking('close')} />
        )}
      </BulkBar>
      {asking === 'assign' && (
        <AssignDialog
          chosen={[]}
          onClose={() => setAsking(null)}
          onApply={(userIds, note) => after(actions.assign(ids, userIds, note))}
        />
      )}
      {asking === 'close' && (
        <CloseDialog
          onClose={() => setAsking(null)}
          onApply={(reason) => after(actions.close(ids, reason))}
        />
      )}
      {asking === 'snooze' && (
        <SnoozeDialog
          onClose={() => setAsking(null)}
          onApply={(until) => after(actions.snooze(ids, until))}
        />
      )}
      {asking === 'tag' && (
        <TagDialog
          onClose={() => setAsking(null)}
          onApply={(tagIds) => after(actions.tag(contactIds, tagIds))}
        />
      )}
    </>
  );
}

type ActProps = { label: string; Icon: typeof IconTag; onClick: () => void };

function Act({ label, Icon, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} onClick={onClick}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}

type TagProps = { onClose: () => void; onApply: (tagIds: string[]) => Promise<boolean> };

function TagDialog({ onClose, onApply }: TagProps) {
  const t = useTranslations('inboxList.bulk');
  const [tags, setTags] = useState<Named[]>([]);
  const apply = async () => {
    if (await onApply(tags.map((tag) => tag.id))) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('tag')} size="sm">
      <Stack>
        <NamePicker kind="tags" label={t('tags')} value={tags} onChange={setTags} />
        <Button ml="auto" disabled={tags.length === 0} onClick={() => void apply()}>
          {t('tag')}
        </Button>
      </Stack>
    </Dialog>
  );
}
