// What a deal is: every field, saved as soon as it is changed.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import { useTyped } from '#web/ui/record/use-typed.ts';
import { AmountField } from './AmountField.tsx';
import { MissingFieldsDialog } from './MissingFieldsDialog.tsx';
import { useHomeCurrency } from './use-currencies.ts';
import { type DealChanges, useDealChange } from './use-deal-change.ts';
import { useMemberChoices } from './use-deal-choices.ts';
import { readAmount, writeAmount } from './use-deal-money.ts';
import { useDealMove } from './use-deal-move.ts';
import { useLostReasons } from './use-lost-reasons.ts';

const FIELDS = ['title', 'ownerId', 'amount', 'closeDate', 'reference'];
const FIELDS_OF_LOST = ['lostReasonId', 'lostNote'];

export function DealFacts({ deal }: { deal: Deal }) {
  const t = useTranslations('deals.form');
  const record = useTranslations('ui.record');
  const disabled = !usePermission('deals:write');
  const members = useMemberChoices();
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} })).data?.items ?? [];
  const isLost = deal.stage.kind === 'lost';
  const change = useDealChange(deal.id, isLost ? [...FIELDS, ...FIELDS_OF_LOST] : FIELDS);
  const moves = useDealMove(deal);
  const save = change.mutate;
  const fault = (path: string) => fieldError(change.error, path);
  const title = useTyped(deal.title, (text) => save({ title: text }), { isRequired: true });
  const reference = useTyped(deal.reference ?? '', (text) => save({ reference: text === '' ? null : text }));
  const lostNote = useTyped(deal.lostNote ?? '', (text) => save({ lostNote: text === '' ? null : text }));
  // A day is saved when one leaves the input: while it is typed it passes through other years.
  const closeDate = useTyped(deal.closeDate ?? '', (day) => save({ closeDate: day === '' ? null : day }));
  const reasons = useLostReasons(deal.lostReason);
  const { owner, pipeline, stage } = deal;
  // A former member may still be named.
  const owners =
    owner && !members.some(({ value }) => value === owner.userId)
      ? [...members, { value: owner.userId, label: owner.name }]
      : members;
  const stages = pipelines.find(({ id }) => id === pipeline.id)?.stages ?? [];
  const move = (toPipeline: string, toStage: string | undefined) => {
    const target = pipelines.find(({ id }) => id === toPipeline)?.stages.find(({ id }) => id === toStage);
    if (target && target.id !== stage.id) moves.move(toPipeline, target);
  };
  return (
    <RecordSection label={record('details')}>
      <div className={styles.facts}>
        <TextInput label={t('title')} maxLength={256} disabled={disabled} error={fault('title')} {...title} />
        <div className={styles.pair}>
          <Select
            label={t('pipeline')}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline.id}
            allowDeselect={false}
            disabled={disabled || moves.isBusy}
            onChange={(id) => {
              const first = pipelines.find((one) => one.id === id)?.stages[0];
              if (id && id !== pipeline.id) move(id, first?.id);
            }}
          />
          <Select
            label={t('stage')}
            data={stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={stage.id}
            allowDeselect={false}
            disabled={disabled || moves.isBusy}
            onChange={(id) => id && move(pipeline.id, id)}
          />
          <Select
            label={t('owner')}
            data={owners}
            value={owner?.userId ?? null}
            searchable
            allowDeselect={false}
            disabled={disabled}
            error={fault('ownerId')}
            onChange={(ownerId) => ownerId && save({ ownerId })}
          />
          <Amount deal={deal} disabled={disabled} error={fault('amount')} onSave={save} />
          <TextInput
            type="date"
            label={t(stage.kind === 'open' ? 'closeDate' : 'closedOn')}
            disabled={disabled}
            error={fault('closeDate')}
            {...closeDate}
          />
          <TextInput
            label={t('reference')}
            maxLength={256}
            disabled={disabled}
            error={fault('reference')}
            {...reference}
          />
        </div>
        {isLost && reasons.length > 0 && (
          <Select
            label={t('lostReason')}
            data={reasons}
            value={deal.lostReason?.id ?? null}
            clearable
            disabled={disabled}
            error={fault('lostReasonId')}
            onChange={(lostReasonId) => save({ lostReasonId })}
          />
        )}
        {isLost && (
          <TextInput
            label={t('lostNote')}
            maxLength={1024}
            disabled={disabled}
            error={fault('lostNote')}
            {...lostNote}
          />
        )}
        <About deal={deal} />
      </div>
      {moves.asking && (
        <MissingFieldsDialog asking={moves.asking} onGiven={moves.answer} onClose={moves.giveUp} />
      )}
    </RecordSection>
  );
}

function About({ deal }: { deal: Deal }) {
  const t = useTranslations('dealPage');
  const words = useTranslations('deals');
  const { createdAt, createdBy, daysInStage, stage, closedAt } = deal;
  return (
    <p className={styles.about}>
      <span>{t.rich('created', { when: () => <RelativeTime at={createdAt} />, name: createdBy.name })}</span>
      {stage.kind === 'open' && <span>{words('daysLong', { count: daysInStage })}</span>}
      {closedAt && <span>{t.rich('closed', { when: () => <RelativeTime at={closedAt} /> })}</span>}
    </p>
  );
}

type AmountProps = {
  deal: Deal;
  disabled: boolean;
  error: string | undefined;
  onSave: (changes: DealChanges) => void;
};

function Amount({ deal, disabled, error, onSave }: AmountProps) {
  const t = useTranslations('deals.form');
  const locale = useLocale();
  const home = useHomeCurrency() ?? 'EUR';
  const [chosen, setChosen] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was saved last says the currency from then on
  useEffect(() => setChosen(null), [deal.version]);
  const kept = deal.currency ?? home;
  const currency = chosen ?? kept;
  const amount = useTyped(
    writeAmount(deal.amount, kept, locale),
    (text) => {
      const value = readAmount(text, currency) ?? null;
      onSave({ amount: value, ...(value === null ? {} : { currency }) });
    },
    {
      tidy: (text) => {
        const value = readAmount(text, currency);
        return value === undefined ? undefined : writeAmount(value, currency, locale);
      },
    },
  );
  const choose = (code: string) => {
    setChosen(code);
    const value = readAmount(amount.value, code);
    // Another currency may have other decimals: what was typed stays as it reads.
    if (value !== undefined && code !== deal.currency) onSave({ amount: value, currency: code });
  };
  return (
    <AmountField
      typed={amount.value}
      currency={currency}
      disabled={disabled}
      error={readAmount(amount.value, currency) === undefined ? t('amountWrong') : error}
      onType={(typed) => amount.onChange({ currentTarget: { value: typed } })}
      onCurrency={choose}
      onBlur={amount.onBlur}
    />
  );
}
