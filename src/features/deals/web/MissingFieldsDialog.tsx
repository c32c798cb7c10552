// Asks for what a stage demands before a deal may stand in it, and why a deal was lost; stays until it is moved.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { AmountField } from './AmountField.tsx';
import type { Asking } from './use-asked-moves.ts';
import type { MoveValues } from './use-board.ts';
import { useHomeCurrency } from './use-currencies.ts';
import { readAmount } from './use-deal-money.ts';
import { useLostReasons } from './use-lost-reasons.ts';

type Props = { asking: Asking; onGiven: (set: MoveValues) => void; onClose: () => void };

export function MissingFieldsDialog({ asking, onGiven, onClose }: Props) {
  const t = useTranslations('deals');
  const words = useTranslations('dealBoard.missing');
  const home = useHomeCurrency() ?? 'EUR';
  const { deal, stage, fields, given, error, isBusy } = asking;
  const [draft, setDraft] = useState({
    amount: '',
    currency: deal.currency,
    closeDate: given.closeDate ?? '',
    reference: given.reference ?? '',
    lostReasonId: given.lostReasonId ?? null,
  });
  const reasons = useLostReasons();
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const asks = (path: string) => fields.some((field) => field.path === path);
  const fault = (path: string) => fieldError(error, path);
  const currency = draft.currency ?? home;
  const amount = readAmount(draft.amount, currency);
  const mayGiveReason = stage.kind === 'lost' && (reasons.length > 0 || asks('lostReasonId'));
  const isComplete =
    (!asks('amount') || typeof amount === 'number') &&
    (!asks('lostReasonId') || draft.lostReasonId !== null) &&
    (!asks('closeDate') || draft.closeDate !== '') &&
    (!asks('reference') || draft.reference.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || isBusy) return;
    onGiven({
      ...given,
      ...(asks('amount') && typeof amount === 'number' ? { amount, currency } : {}),
      ...(asks('closeDate') ? { closeDate: draft.closeDate } : {}),
      ...(mayGiveReason && draft.lostReasonId ? { lostReasonId: draft.lostReasonId } : {}),
      ...(asks('reference') ? { reference: draft.reference.trim() } : {}),
    });
  };
  return (
    <Dialog opened onClose={onClose} title={words('title', { stage: stage.name })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{words(fields.length > 0 ? 'text' : 'why', { title: deal.title })}</Text>
          <FormFailure error={error} shownAtFields={fields.map(({ path }) => path)} />
          {asks('amount') && (
            <AmountField
              typed={draft.amount}
              currency={currency}
              error={amount === undefined ? t('form.amountWrong') : fault('amount')}
              onType={(typed) => set({ amount: typed })}
              onCurrency={(code) => set({ currency: code })}
            />
          )}
          {mayGiveReason && (
            <Select
              label={t('form.lostReason')}
              data={reasons}
              value={draft.lostReasonId}
              clearable={!asks('lostReasonId')}
              allowDeselect={false}
              error={fault('lostReasonId')}
              description={reasons.length === 0 ? words('noReasons') : undefined}
              onChange={(lostReasonId) => set({ lostReasonId })}
            />
          )}
          {asks('closeDate') && (
            <TextInput
              type="date"
              label={t('form.closeDate')}
              value={draft.closeDate}
              error={fault('closeDate')}
              onChange={(event) => set({ closeDate: event.currentTarget.value })}
            />
          )}
          {asks('reference') && (
            <TextInput
              label={t('form.reference')}
              maxLength={256}
              value={draft.reference}
              error={fault('reference')}
              onChange={(event) => set({ reference: event.currentTarget.value })}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy} disabled={!isComplete}>
              {words('move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
