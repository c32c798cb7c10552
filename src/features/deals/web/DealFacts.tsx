// What a deal is: every field, saved as soon as it is changed.
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import { useTyped } from '#web/ui/record/use-typed.ts';
import { AmountField } from './AmountField.tsx';
import { useHomeCurrency } from './use-currencies.ts';
import { useDealChange } from './use-deal-change.ts';
import { useMemberChoices } from './use-deal-choices.ts';
import { readAmount, writeAmount } from './use-deal-money.ts';
import { useLostReasons } from './use-lost-reasons.ts';

export function DealFacts({ deal }: { deal: Deal }) {
  const t = useTranslations('deals.form');
  const words = useTranslations('dealPage');
  const record = useTranslations('ui.record');
  const disabled = !usePermission('deals:write');
  const members = useMemberChoices();
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} })).data?.items ?? [];
  const change = useDealChange(deal.id);
  const save = change.mutate;
  const fault = (path: string) => fieldError(change.error, path);
  const title = useTyped(deal.title, (text) => save({ title: text }), true);
  const reference = useTyped(deal.reference ?? '', (text) => save({ reference: text === '' ? null : text }));
  const lostNote = useTyped(deal.lostNote ?? '', (text) => save({ lostNote: text === '' ? null : text }));
  const reasons = useLostReasons(deal.lostReason);
  const { owner } = deal;
  // A former member may still be named.
  const owners =
    owner && !members.some(({ value }) => value === owner.userId)
      ? [...members, { value: owner.userId, label: owner.name }]
      : members;
  const stages = pipelines.find(({ id }) => id === deal.pipeline.id)?.stages ?? [];
  return (
    <RecordSection label={record('details')}>
      <div className={styles.facts}>
        <TextInput label={t('title')} maxLength={256} disabled={disabled} error={fault('title')} {...title} />
        <div className={styles.pair}>
          <Select
            label={t('pipeline')}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={deal.pipeline.id}
            allowDeselect={false}
            disabled={disabled}
            error={fault('pipelineId')}
            onChange={(id) => id && id !== deal.pipeline.id && save({ pipelineId: id })}
          />
          <Select
            label={t('stage')}
            data={stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={deal.stage.id}
            allowDeselect={false}
            disabled={disabled}
            error={fault('stageId')}
            onChange={(id) => id && id !== deal.stage.id && save({ stageId: id })}
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
          <Amount
            key={`${deal.amount} ${deal.currency}`}
            deal={deal}
            disabled={disabled}
            error={fault('amount')}
            onSave={save}
          />
          <CloseDate
            key={deal.closeDate}
            deal={deal}
            disabled={disabled}
            error={fault('closeDate')}
            onSave={save}
          />
          <TextInput
            label={t('reference')}
            maxLength={256}
            disabled={disabled}
            error={fault('reference')}
            {...reference}
          />
        </div>
        {deal.stage.kind === 'lost' && reasons.length > 0 && (
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
        {deal.stage.kind === 'lost' && (
          <TextInput
            label={t('lostNote')}
            maxLength={1024}
            disabled={disabled}
            error={fault('lostNote')}
            {...lostNote}
          />
        )}
        <p className={styles.about}>
          <span>
            {words.rich('created', {
              when: () => <RelativeTime at={deal.createdAt} />,
              name: deal.createdBy.name,
            })}
          </span>
          <span>{words.rich('inStage', { when: () => <RelativeTime at={deal.stageSince} /> })}</span>
          {deal.closedAt && (
            <span>{words.rich('closed', { when: () => <RelativeTime at={deal.closedAt!} /> })}</span>
          )}
        </p>
      </div>
    </RecordSection>
  );
}

type Save = ReturnType<typeof useDealChange>['mutate'];
type FieldProps = { deal: Deal; disabled: boolean; error: string | undefined; onSave: Save };

/** Begins anew whenever the saved amount is another. */
function Amount({ deal, disabled, error, onSave }: FieldProps) {
  const t = useTranslations('deals.form');
  const home = useHomeCurrency() ?? 'EUR';
  const [currency, setCurrency] = useState(deal.currency);
  const code = currency ?? home;
  const [typed, setTyped] = useState(writeAmount(deal.amount, deal.currency ?? home));
  const amount = readAmount(typed, code);
  const keep = (next: string) => {
    const value = readAmount(typed, next);
    if (value === undefined || (value === deal.amount && (value === null || next === deal.currency))) return;
    onSave({ amount: value, ...(value === null ? {} : { currency: next }) });
  };
  return (
    <AmountField
      typed={typed}
      currency={code}
      disabled={disabled}
      error={amount === undefined ? t('amountWrong') : error}
      onType={setTyped}
      onCurrency={(next) => {
        setCurrency(next);
        keep(next);
      }}
      onBlur={() => keep(code)}
    />
  );
}

/** A day is saved when one leaves the input: while it is typed it passes through other years. */
function CloseDate({ deal, disabled, error, onSave }: FieldProps) {
  const t = useTranslations('deals.form');
  const [day, setDay] = useState(deal.closeDate ?? '');
  return (
    <TextInput
      type="date"
      label={t('closeDate')}
      value={day}
      disabled={disabled}
      error={error}
      onChange={(event) => setDay(event.currentTarget.value)}
      onBlur={() => day !== (deal.closeDate ?? '') && onSave({ closeDate: day === '' ? null : day })}
    />
  );
}
