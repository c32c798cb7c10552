// The form of a new deal: beside the board or the list, or above a contact that it is for.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { useSession } from '#web/session.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { useUnsaved } from '#web/ui/use-unsaved.ts';
import { AmountField } from './AmountField.tsx';
import { type ChosenContact, ContactsField } from './ContactsField.tsx';
import { Duplicates } from './Duplicates.tsx';
import { useHomeCurrency } from './use-currencies.ts';
import { useMemberChoices } from './use-deal-choices.ts';
import { readAmount } from './use-deal-money.ts';

type Props = {
  /** The first one when left out. */
  pipelineId?: string;
  /** The first one when left out. */
  stageId?: string | undefined;
  /** Whom it is for; more can be added. The form is then a dialog above what shows the contact. */
  contact?: ChosenContact;
  onClose: () => void;
};

export function NewDealPanel({ pipelineId, stageId, contact, onClose }: Props) {
  const t = useTranslations('deals');
  const formId = useId();
  const queryClient = useQueryClient();
  const me = useSession().user.id;
  const members = useMemberChoices();
  const home = useHomeCurrency() ?? 'EUR';
  const pipelines = useQuery(api.pipelines.list.queryOptions({ input: {} })).data?.items ?? [];
  const [draft, setDraft] = useState({
    contacts: contact ? [contact] : ([] as ChosenContact[]),
    /** Null: the name of the first contact. */
    title: null as string | null,
    pipelineId: pipelineId ?? (null as string | null),
    stageId: stageId ?? null,
    ownerId: me as string | null,
    amount: '',
    currency: null as string | null,
    closeDate: '',
    reference: '',
  });
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const [initial] = useState(draft);
  const unsaved = useUnsaved(JSON.stringify(draft) !== JSON.stringify(initial), onClose, {
    // The filters beside the panel change while it stays.
    stays: (next) => contact === undefined && 'new' in next.search,
  });
  const pipeline = pipelines.find(({ id }) => id === draft.pipelineId) ?? pipelines[0];
  const stages = pipeline?.stages ?? [];
  const stage = stages.find(({ id }) => id === draft.stageId) ?? stages[0];
  const title = draft.title ?? draft.contacts[0]?.name ?? '';
  const currency = draft.currency ?? home;
  const amount = readAmount(draft.amount, currency);
  const create = useMutation({
    mutationFn: () =>
      client.deals.create({
        contactIds: draft.contacts.map(({ id }) => id),
        ...(pipeline ? { pipelineId: pipeline.id } : {}),
        ...(draft.title?.trim() ? { title: draft.title } : {}),
        ...(stage ? { stageId: stage.id } : {}),
        ...(draft.ownerId ? { ownerId: draft.ownerId } : {}),
        ...(typeof amount === 'number' ? { amount } : {}),
        ...(typeof amount === 'number' || draft.currency ? { currency } : {}),
        ...(draft.closeDate ? { closeDate: draft.closeDate } : {}),
        ...(draft.reference.trim() ? { reference: draft.reference } : {}),
      }),
    onSuccess: async (deal) => {
      toastDone(t('created', { title: deal.title }));
      unsaved.letGo();
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    },
  });
  const fault = (path: string) => fieldError(create.error, path);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) create.mutate();
  };
  const isComplete =
    draft.contacts.length > 0 && title.trim() !== '' && draft.ownerId !== null && amount !== undefined;
  const button = (
    <Group justify="flex-end">
      <Button type="submit" form={formId} loading={create.isPending} disabled={!isComplete}>
        {t('form.create')}
      </Button>
    </Group>
  );
  const form = (
    <form id={formId} onSubmit={submit}>
      <Stack gap="sm">
        <FormFailure
          error={create.error}
          shownAtFields={[
            'title',
            'contactIds',
            'pipelineId',
            'stageId',
            'ownerId',
            'amount',
            'closeDate',
            'reference',
          ]}
        />
        <ContactsField
          value={draft.contacts}
          error={fault('contactIds')}
          focus="with-form"
          onChange={(contacts) => set({ contacts })}
        />
        <TextInput
          label={t('form.title')}
          maxLength={256}
          value={title}
          error={fault('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
          onBlur={() => draft.title?.trim() === '' && set({ title: null })}
        />
        <Duplicates
          contactIds={draft.contacts.map(({ id }) => id)}
          pipelineId={pipeline?.id}
          reference={draft.reference.trim()}
        />
        <Group grow align="start" gap="sm">
          <Select
            label={t('form.pipeline')}
            data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            value={pipeline?.id ?? null}
            allowDeselect={false}
            error={fault('pipelineId')}
            onChange={(id) => id && set({ pipelineId: id, stageId: null })}
          />
          <Select
            label={t('form.stage')}
            data={stages.map(({ id, name }) => ({ value: id, label: name }))}
            value={stage?.id ?? null}
            allowDeselect={false}
            error={fault('stageId')}
            onChange={(id) => set({ stageId: id })}
          />
        </Group>
        <Select
          label={t('form.owner')}
          data={members}
          value={draft.ownerId}
          searchable
          allowDeselect={false}
          error={fault('ownerId')}
          onChange={(ownerId) => set({ ownerId })}
        />
        <AmountField
          typed={draft.amount}
          currency={currency}
          error={amount === undefined ? t('form.amountWrong') : fault('amount')}
          onType={(typed) => set({ amount: typed })}
          onCurrency={(code) => set({ currency: code })}
        />
        <Group grow align="start" gap="sm">
          <TextInput
            type="date"
            label={t('form.closeDate')}
            value={draft.closeDate}
            error={fault('closeDate')}
            onChange={(event) => set({ closeDate: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.reference')}
            maxLength={256}
            value={draft.reference}
            error={fault('reference')}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
        </Group>
      </Stack>
    </form>
  );
  if (contact)
    return (
      <Dialog opened onClose={() => void unsaved.close()} title={t('new')} size="lg">
        <Stack>
          {form}
          {button}
        </Stack>
      </Dialog>
    );
  return (
    <SidePanel title={t('new')} onClose={onClose} foot={button}>
      {form}
    </SidePanel>
  );
}
