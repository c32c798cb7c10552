// The guardian's verdicts in the reader's language: what stands in the way first, a field for the reason where one may go on.
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PreflightVerdict } from '#features/guardian/preflight.contract.ts';
import { usePermission } from '#web/session.ts';
import type { Tone } from '#web/theme.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './Guardian.module.css';

const TONES: Record<PreflightVerdict['outcome'], Tone> = {
  block: 'bad',
  warn: 'attention',
  inform: 'neutral',
  pass: 'good',
};

type Props = {
  verdicts: readonly PreflightVerdict[];
  reasons: Readonly<Record<string, string>>;
  onReason(rule: string, reason: string): void;
  /** What a verdict offers besides a reason. */
  extra?(verdict: PreflightVerdict): ReactNode;
};

export function VerdictList({ verdicts, reasons, onReason, extra }: Props) {
  const t = useTranslations('guardian');
  const [all, setAll] = useState(false);
  const passed = verdicts.filter((verdict) => verdict.outcome === 'pass').length;
  const shown = all ? verdicts : verdicts.filter((verdict) => verdict.outcome !== 'pass');
  return (
    <>
      <ul className={styles.list}>
        {shown.map((verdict) => (
          <VerdictRow
            key={verdict.rule}
            verdict={verdict}
            reason={reasons[verdict.rule] ?? ''}
            onReason={(reason) => onReason(verdict.rule, reason)}
          >
            {extra?.(verdict)}
          </VerdictRow>
        ))}
      </ul>
      {passed > 0 && !all && (
        <p className={styles.quiet}>
          {t('good', { count: passed })}{' '}
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            {t('showGood')}
          </Button>
        </p>
      )}
    </>
  );
}

type RowProps = {
  verdict: PreflightVerdict;
  reason: string;
  onReason(reason: string): void;
  children: ReactNode;
};

function VerdictRow({ verdict, reason, onReason, children }: RowProps) {
  const t = useTranslations('guardian');
  const tr = useTranslations('guardianRules') as unknown as Speak;
  const isOwner = usePermission('owners:write');
  const { rule, outcome, says, numbers, endedBy, answer, variants } = verdict;
  const mayAnswer = endedBy === 'administrator' || (endedBy === 'owner' && isOwner);
  return (
    <li className={styles.verdict}>
      <div className={styles.head}>
        <strong>{tr(`${rule}.title`)}</strong>
        <StatusBadge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>
        {outcome !== 'pass' && variants.length > 0 && (
          <StatusBadge tone="neutral">
            {t('variants', { names: variants.map(letterOf).join(', ') })}
          </StatusBadge>
        )}
      </div>
      <p className={styles.text}>{tr(`${rule}.says.${says}`, numbers)}</p>
      {outcome !== 'pass' && <p className={styles.quiet}>{tr(`${rule}.todo.${says}`, numbers)}</p>}
      {children}
      {answer && <p className={styles.quiet}>{t('given', { reason: answer.reason, by: answer.by })}</p>}
      {!answer && endedBy === 'owner' && !isOwner && <p className={styles.quiet}>{t('ownerOnly')}</p>}
      {!answer && mayAnswer && (
        <Textarea
          className={styles.answer}
          label={t(outcome === 'inform' ? 'reasonFree' : 'reason')}
          description={t('reasonHelp')}
          autosize
          minRows={1}
          maxLength={500}
          value={reason}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
    </li>
  );
}

const letterOf = (position: number) => String.fromCharCode(64 + position);

type Speak = (key: string, values?: Record<string, string | number>) => string;
