// How a status and a priority are shown: a badge, and an arrow with a word.
import {
  IconChevronDown,
  IconChevronsDown,
  IconChevronsUp,
  IconChevronUp,
  IconFlame,
  IconMinus,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { builtInName } from '#features/tickets/default-statuses.contract.ts';
import type { Priority, TicketStatus } from '#features/tickets/tickets.contract.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useAppLocale } from '#web/use-app-locale.ts';
import styles from './Tickets.module.css';

/** A status as this person reads it: its own name, or the built-in one in their language. */
export function useStatusName(): (status: { code: string; name: string; renamed: boolean }) => string {
  const locale = useAppLocale();
  return ({ code, name, renamed }) => {
    const builtIn = renamed ? code : builtInName(code, locale);
    return builtIn === code ? name : builtIn;
  };
}

export function StatusMark({ status }: { status: TicketStatus }) {
  const nameOf = useStatusName();
  return (
    <StatusBadge
      tone={status.macroState === 'closed' ? 'neutral' : 'accent'}
      dot={status.macroState !== 'closed'}
    >
      {nameOf(status)}
    </StatusBadge>
  );
}

const ICONS: Record<Priority, typeof IconFlame> = {
  lowest: IconChevronsDown,
  low: IconChevronDown,
  medium: IconMinus,
  high: IconChevronUp,
  highest: IconChevronsUp,
  urgent: IconFlame,
};

export function PriorityMark({ priority }: { priority: Priority }) {
  const t = useTranslations('tickets.priority');
  const Mark = ICONS[priority];
  return (
    <span className={styles.priority} data-priority={priority}>
      <Mark size={15} stroke={2} aria-hidden />
      {t(priority)}
    </span>
  );
}
