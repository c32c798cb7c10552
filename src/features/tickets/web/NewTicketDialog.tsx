// Opens a ticket: from the list for any contact, from a chat or contact for that one.
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Priority } from '#features/tickets/tickets.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { CategoryChoice } from './CategoryChoice.tsx';
import { type ChosenContact, ContactChoice } from './ContactChoice.tsx';
import { useTicketChoices } from './use-ticket-choices.ts';

type Props = {
  onClose: () => void;
  onMade?: (id: string) => void;
  /** The contact that it is for; chosen in the form when left out. */
  contactId?: string;
  /** The chat that it is about. */
  conversationId?: string;
};

const empty = {
  title: '',
  contact: null as ChosenContact | null,
  description: '',
  priority: 'medium' as Priority,
  status: null as string | null,
  categoryId: null as string | null,
  ownerId: null as string | null,
  reference: '',
};

export function NewTicketDialog({ onClose, onMade, contactId, conversationId }: Props) {
  const t = useTranslations('tickets');
  const queryClient = useQueryClient();
  const choices = useTicketChoices();
  const [draft, setDraft] = useState(empty);
  const set = (changes: Partial<typeof empty>) => setDraft({ ...draft, ...changes });
  const status = draft.status ?? choices.defaultStatus ?? null;
  const whose = contactId === undefined ? draft.contact : { contactId };
  const create = useMutation({
    mutationFn: () =>
      client.tickets.create({
        title: draft.title,
        description: draft.description,
        priority: draft.priority,
        categoryId: draft.categoryId,
        ...whose,
        conversationId,
        ...(status ? { status } : {}),
        ...(draft.ownerId ? { ownerId: draft.ownerId } : {}),
        ...(draft.reference.trim() ? { reference: draft.reference } : {}),
      }),
    onSuccess: async (ticket) => {
      toastDone(t('form.created', { reference: ticket.reference }));
      onClose();
      onMade?.(ticket.id);
      await queryClient.invalidateQueries({ queryKey: api.tickets.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const fault = (path: string) => fieldError(create.error, path);
  const isComplete = draft.title.trim() !== '' && (whose !== null || conversationId !== undefined);

  return (
    <Dialog opened onClose={onClose} title={t('new')} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure
            error={create.error}
            shownAtFields={[
              'title',
              'contactId',
              'contactPhone',
              'description',
              'reference',
              'status',
              'ownerId',
              'categoryId',
            ]}
          />
          <TextInput
            label={t('form.title')}
            data-autofocus
            maxLength={256}
            value={draft.title}
            error={fault('title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          {contactId === undefined && conversationId === undefined && (
            <ContactChoice
              error={fault('contactId') ?? fault('contactPhone')}
              onChange={(contact) => set({ contact })}
            />
          )}
          <Group grow align="start" gap="sm">
            <Select
              label={t('form.priority')}
              data={choices.priorities}
              value={draft.priority}
              allowDeselect={false}
              onChange={(priority) => priority && set({ priority })}
            />
            <Select
              label={t('form.status')}
              data={choices.statuses}
              value={status}
              allowDeselect={false}
              error={fault('status')}
              onChange={(value) => set({ status: value })}
            />
          </Group>
          <Group grow align="start" gap="sm">
            <CategoryChoice
              value={draft.categoryId}
              error={fault('categoryId')}
              onChange={(categoryId) => set({ categoryId })}
            />
            <Select
              label={t('form.owner')}
              placeholder={t('form.noOwner')}
              data={choices.members}
              value={draft.ownerId}
              searchable
              clearable
              error={fault('ownerId')}
              onChange={(ownerId) => set({ ownerId })}
            />
          </Group>
          <Textarea
            label={t('form.description')}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={1024}
            value={draft.description}
            error={fault('description')}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <TextInput
            label={t('form.reference')}
            description={t('form.referenceHelp')}
            maxLength={256}
            value={draft.reference}
            error={fault('reference')}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={!isComplete}>
              {t('form.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
