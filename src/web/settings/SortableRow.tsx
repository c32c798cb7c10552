// A row that is put elsewhere among its like: dragged, or moved by two buttons.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './SettingsRows.module.css';

type Props = {
  /** Only rows of the same group change places. */
  group: string;
  id: string;
  name: string;
  at: number;
  count: number;
  busy: boolean;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

export function SortableRow({ group, id, name, at, count, busy, onMove, children }: Props) {
  const t = useTranslations('settings.order');
  const row = useRef<HTMLLIElement>(null);
  const [isHeld, setHeld] = useState(false);
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const move = useRef(onMove);
  move.current = onMove;
  useEffect(() => {
    const element = row.current;
    if (!element || count < 2) return;
    type Held = { source: { data: Record<string, unknown> } };
    const show = ({ source }: Held) => {
      const from = Number(source.data.at);
      setEdge(from === at ? null : from < at ? 'bottom' : 'top');
    };
    return combine(
      draggable({
        element,
        getInitialData: () => ({ group, at }),
        onDragStart: () => setHeld(true),
        onDrop: () => setHeld(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.group === group,
        onDragEnter: show,
        onDragLeave: () => setEdge(null),
        onDrop: ({ source }) => {
          setEdge(null);
          const from = Number(source.data.at);
          if (from !== at) move.current(from, at);
        },
      }),
    );
  }, [group, at, count]);
  return (
    <li ref={row} data-held={isHeld || undefined} data-edge={edge ?? undefined} data-id={id}>
      <IconGripVertical size={16} className={styles.handle} aria-hidden />
      <span className={styles.order}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={at === 0 || busy}
          aria-label={t('up', { name })}
          onClick={() => onMove(at, at - 1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={at === count - 1 || busy}
          aria-label={t('down', { name })}
          onClick={() => onMove(at, at + 1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
      </span>
      {children}
    </li>
  );
}
