// Asks for what a stage demands before a deal may stand in it.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AmountField } from './AmountField.tsx';
import type { MoveValues } from './use-board.ts';
import type { Asking } from './use-card-moves.ts';
import { useHomeCurrency } from './use-currencies.ts';
import { readAmount } from './use-deal-money.ts';
import { useLostReasons } from './use-lost-reasons.ts';

type Props = { asking: Asking; onGiven: (set: MoveValues) => void; onClose: () => void };

export function MissingFieldsDialog({ asking, onGiven, onClose }: Props) {
  const t = useTranslations('deals');
  const words = useTranslations('dealBoard.missing');
  const home = useHomeCurrency() ?? 'EUR';
  const given = asking.move.set ?? {};
  const [draft, setDraft] = useState({
    amount: '',
    currency: asking.deal.currency,
    closeDate: given.closeDate ?? '',
    reference: given.reference ?? '',
    lostReasonId: given.lostReasonId ?? null,
  });
  const reasons = useLostReasons();
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const asks = (path: string) => asking.fields.find((field) => field.path === path)?.message;
  const currency = draft.currency ?? home;
  const amount = readAmount(draft.amount, currency);
  const isComplete =
    (!asks('amount') || typeof amount === 'number') &&
    (!asks('lostReasonId') || draft.lostReasonId !== null) &&
    (!asks('closeDate') || draft.closeDate !== '') &&
    (!asks('reference') || draft.reference.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    onGiven({
      ...given,
      ...(asks('amount') && typeof amount === 'number' ? { amount, currency } : {}),
      ...(asks('closeDate') ? { closeDate: draft.closeDate } : {}),
      ...(asks('lostReasonId') ? { lostReasonId: draft.lostReasonId } : {}),
      ...(asks('reference') ? { reference: draft.reference.trim() } : {}),
    });
  };
  return (
    <Dialog opened onClose={onClose} title={words('title', { stage: asking.stage })}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{words('text', { title: asking.deal.title })}</Text>
          {asks('amount') && (
            <AmountField
              typed={draft.amount}
              currency={currency}
              error={amount === undefined ? t('form.amountWrong') : undefined}
              onType={(typed) => set({ amount: typed })}
              onCurrency={(code) => set({ currency: code })}
            />
          )}
          {asks('lostReasonId') && (
            <Select
              label={t('form.lostReason')}
              data={reasons}
              value={draft.lostReasonId}
              allowDeselect={false}
              description={reasons.length === 0 ? words('noReasons') : undefined}
              onChange={(lostReasonId) => set({ lostReasonId })}
            />
          )}
          {asks('closeDate') && (
            <TextInput
              type="date"
              label={t('form.closeDate')}
              value={draft.closeDate}
              onChange={(event) => set({ closeDate: event.currentTarget.value })}
            />
          )}
          {asks('reference') && (
            <TextInput
              label={t('form.reference')}
              maxLength={256}
              value={draft.reference}
              onChange={(event) => set({ reference: event.currentTarget.value })}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={!isComplete}>
              {words('move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
