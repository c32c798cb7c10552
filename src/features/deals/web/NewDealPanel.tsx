// The form of a new deal: beside the board or the list, or above a contact that it is for.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Requirable } from '#features/deals/deal-shapes.contract.ts';
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
import { demandsOf, lackingOf } from './new-deal-demands.ts';
import { useHomeCurrency } from './use-currencies.ts';
import { useMemberChoices } from './use-deal-choices.ts';
import { readAmount } from './use-deal-money.ts';
import { useLostReasons } from './use-lost-reasons.ts';

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
  const needs = useTranslations('dealBoard.needs');
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
    lostReasonId: null as string | null,
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
  const reasons = useLostReasons();
  const ofAll = useQuery(api.dealSettings.get.queryOptions({ input: {} })).data?.requiredFields ?? [];
  const demands = demandsOf(ofAll, stage);
  const lacking = lackingOf({ ...draft, title, amount }, demands);
  /** How often saving was tried: from the first time on the form says what is missing. */
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
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
        ...(draft.lostReasonId && stage?.kind === 'lost' ? { lostReasonId: draft.lostReasonId } : {}),
      }),
    onSuccess: async (deal) => {
      toastDone(t('created', { title: deal.title }));
      unsaved.letGo();
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    },
  });
  const isComplete = Object.keys(lacking).length === 0 && draft.ownerId !== null && amount !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) create.mutate();
    else setTries(tries + 1);
  };
  const fault = (path: string) => fieldError(create.error, path);
  /** What a field lacks, once saving was tried. */
  const lack = (field: keyof typeof lacking): string | undefined => {
    const why = tries > 0 ? lacking[field] : undefined;
    if (why === undefined) return undefined;
    if (field === 'contacts' || field === 'title') return needs(field);
    return why === 'stage' ? needs('stage', { stage: stage?.name ?? '' }) : needs('all');
  };
  const demanded = (field: Requirable) => ({
    withAsterisk: demands.has(field),
    'aria-required': demands.has(field),
  });
  const button = (
    <Group justify="flex-end">
      <Button type="submit" form={formId} loading={create.isPending}>
        {t('form.create')}
      </Button>
    </Group>
  );
  const fields = (
    <form id={formId} ref={form} onSubmit={submit} noValidate>
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
            'lostReasonId',
          ]}
        />
        <ContactsField
          value={draft.contacts}
          isDemanded
          error={lack('contacts') ?? fault('contactIds')}
          focus="with-form"
          onChange={(contacts) => set({ contacts })}
        />
        <TextInput
          label={t('form.title')}
          maxLength={256}
          value={title}
          withAsterisk
          aria-required
          error={lack('title') ?? fault('title')}
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
        {stage?.kind === 'lost' && (
          <Select
            label={t('form.lostReason')}
            data={reasons}
            value={draft.lostReasonId}
            clearable
            {...demanded('lostReason')}
            error={lack('lostReason') ?? fault('lostReasonId')}
            onChange={(lostReasonId) => set({ lostReasonId })}
          />
        )}
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
          isDemanded={demands.has('amount')}
          error={amount === undefined ? t('form.amountWrong') : (lack('amount') ?? fault('amount'))}
          onType={(typed) => set({ amount: typed })}
          onCurrency={(code) => set({ currency: code })}
        />
        <Group grow align="start" gap="sm">
          <TextInput
            type="date"
            label={t('form.closeDate')}
            value={draft.closeDate}
            {...demanded('closeDate')}
            error={lack('closeDate') ?? fault('closeDate')}
            onChange={(event) => set({ closeDate: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.reference')}
            maxLength={256}
            value={draft.reference}
            {...demanded('reference')}
            error={lack('reference') ?? fault('reference')}
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
          {fields}
          {button}
        </Stack>
      </Dialog>
    );
  return (
    <SidePanel title={t('new')} onClose={onClose} foot={button}>
      {fields}
    </SidePanel>
  );
}
