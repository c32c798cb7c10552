// What a merge moves, and what the rules of consent, blocking and numbers make of the two.
import { IconInfoCircle } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { Notice } from '#web/ui/Notice.tsx';
import styles from './Merge.module.css';
import { newFor } from './merge-rows.ts';

const KINDS = [
  'conversations',
  'messages',
  'tickets',
  'campaigns',
  'tags',
  'lists',
  'consentChanges',
] as const;

type Props = {
  /** The one that stays first. */
  pair: readonly [Contact, Contact];
  moves: Readonly<Record<string, number>>;
  prefer: Readonly<Record<string, string>>;
};

export function MergeRules({ pair, moves, prefer }: Props) {
  const t = useTranslations('contactMerge');
  const format = useFormatter();
  const [stays, goes] = pair;
  const counts: Record<string, number> = {
    ...moves,
    tags: newFor(stays.tags, goes.tags),
    lists: newFor(stays.lists, goes.lists),
  };
  const moving = KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map((kind) =>
    t(`move.${kind}`, { count: counts[kind] ?? 0 }),
  );
  const rules = rulesFor(pair, prefer);
  return (
    <>
      <h3 className={styles.heading}>{t('moves')}</h3>
      <p className={`${styles.moves} figures`}>
        {moving.length > 0 ? format.list(moving) : t('nothingMoves')}
      </p>
      {rules.map(({ rule, ...words }) => (
        <div key={rule} className={styles.rule}>
          <Notice tone={rule === 'subscribed' ? 'neutral' : 'attention'} icon={IconInfoCircle}>
            {t(`rules.${rule}`, { name: '', phone: '', ...words })}
          </Notice>
        </div>
      ))}
    </>
  );
}

type Rule = {
  rule: 'unsubscribed' | 'subscribed' | 'blocked' | 'phone';
  name?: string;
  phone?: string;
};

/** Only where the two differ. */
function rulesFor(pair: Props['pair'], prefer: Props['prefer']): Rule[] {
  const [stays, goes] = pair;
  const rules: Rule[] = [];
  const differ = stays.consent !== goes.consent;
  for (const consent of ['unsubscribed', 'subscribed'] as const) {
    const who = pair.find((contact) => contact.consent === consent);
    if (who && differ && rules.length === 0) rules.push({ rule: consent, name: who.displayName });
  }
  const blocked = pair.find((contact) => contact.blockedAt !== null);
  if (blocked && pair.some((contact) => contact.blockedAt === null))
    rules.push({ rule: 'blocked', name: blocked.displayName });
  if (stays.phone && goes.phone) {
    const left = prefer.phone === goes.id ? stays : goes;
    rules.push({ rule: 'phone', phone: left.phone ?? '' });
  }
  return rules;
}
