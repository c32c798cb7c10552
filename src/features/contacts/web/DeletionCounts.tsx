// What goes with contacts that are deleted, counted.
import { Skeleton } from '@mantine/core';
import { useTranslations } from 'use-intl';

const KINDS = [
  'conversations',
  'messages',
  'files',
  'notes',
  'tickets',
  'deals',
  'campaigns',
  'consentChanges',
] as const;

/** Undefined: they are being counted. */
export function DeletionCounts({ counts }: { counts: Record<string, number> | undefined }) {
  const t = useTranslations('contactDeletion.count');
  if (!counts) return <Skeleton height={60} my="sm" />;
  return (
    <ul>
      {KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map((kind) => (
        <li key={kind} className="figures">
          {t(kind, { count: counts[kind] ?? 0 })}
        </li>
      ))}
    </ul>
  );
}
