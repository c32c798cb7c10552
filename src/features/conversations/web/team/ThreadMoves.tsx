// In the head of the open conversation: who looks after it, putting it off, closing it and opening it again.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconClockPause, IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { useInboxActions } from '#features/conversations/web/list/use-inbox-actions.ts';
import { usePermission } from '#web/session.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './ThreadMoves.module.css';

const AssignDialog = lazy(() =>
  import('#features/conversations/web/list/AssignDialog.tsx').then((file) => ({
    default: file.AssignDialog,
  })),
);
const SnoozeDialog = lazy(() =>
  import('#features/conversations/web/list/SnoozeDialog.tsx').then((file) => ({
    default: file.SnoozeDialog,
  })),
);
const CloseDialog = lazy(() =>
  import('#features/conversations/web/list/CloseDialog.tsx').then((file) => ({ default: file.CloseDialog })),
);

export type Asking = 'assign' | 'snooze' | 'close' | null;

type Props = { conversation: Conversation };
type MovesProps = Props & { asking: Asking; onAsk: (asking: Asking) => void };

/** The keys for the same are those of the list, which act on what is open. */
export function ThreadMoves({ conversation, asking, onAsk }: MovesProps) {
  const { id, state, snoozedUntil } = conversation;
  const t = useTranslations('teamMoves');
  const actions = useInboxActions();
  const mayWrite = usePermission('chats:write');
  const stop = () => onAsk(null);
  const isAway = state === 'closed' || snoozedUntil !== null;
  return (
    <>
      <Assignees conversation={conversation} onAssign={() => onAsk('assign')} />
      {mayWrite && isAway && (
        <Move label={t('reopen')} Icon={IconArrowBackUp} onClick={() => void actions.reopen([id])} />
      )}
      {mayWrite && state === 'open' && (
        <>
          {!isAway && (
            <Move label={t('snooze')} Icon={IconClockPause} isWideOnly onClick={() => onAsk('snooze')} />
          )}
          <Move label={t('close.button')} Icon={IconArchive} onClick={() => onAsk('close')} />
        </>
      )}
      <Suspense>
        {asking === 'assign' && (
          <AssignDialog
            chosen={conversation.assignees.map((one) => one.userId)}
            onClose={stop}
            onApply={(userIds, note) => actions.assign([id], userIds, note)}
          />
        )}
        {asking === 'snooze' && (
          <SnoozeDialog onClose={stop} onApply={(until) => actions.snooze([id], until)} />
        )}
        {asking === 'close' && (
          <CloseDialog onClose={stop} onApply={(reason) => actions.close([id], reason)} />
        )}
      </Suspense>
    </>
  );
}

function Assignees({ conversation: { assignees }, onAssign }: Props & { onAssign: () => void }) {
  const t = useTranslations('teamMoves');
  const may = usePermission('chats:assign');
  const names = assignees.map((assignee) => assignee.name).join(', ');
  const faces = assignees.slice(0, 3).map((one) => <PersonAvatar key={one.userId} name={one.name} />);
  if (!may) return faces.length > 0 ? <span title={names}>{faces}</span> : null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      leftSection={faces.length > 0 ? faces : <IconUserPlus size={16} />}
      aria-haspopup="dialog"
      aria-label={assignees.length > 0 ? t('assignedTo', { names }) : undefined}
      title={names || undefined}
      onClick={onAssign}
    >
      <span className={styles.assigned}>
        {assignees.length === 1 ? names : assignees.length > 1 ? assignees.length : t('assign.button')}
      </span>
    </Button>
  );
}

type MoveProps = {
  label: string;
  Icon: typeof IconArchive;
  /** On a phone it is in the menu. */
  isWideOnly?: boolean;
  onClick: () => void;
};

function Move({ label, Icon, isWideOnly = false, onClick }: MoveProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        {...(isWideOnly ? { visibleFrom: 'sm' } : {})}
        onClick={onClick}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
