// Chooses an approved template, shows it as this customer will read it, and sends it.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import { TemplatePreview } from '#features/templates/web/TemplatePreview.tsx';
import { api, client } from '#web/api.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { templateSlots } from '#whatsapp/template-slots.ts';

type Props = { conversation: Conversation; onClose: () => void };

export function TemplateDialog({ conversation, onClose }: Props) {
  const t = useTranslations('composer');
  const ui = useTranslations('ui');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const afterSending = useAfterSending();
  const templates = useQuery(api.templates.list.queryOptions({ input: { status: 'approved', limit: 200 } }));
  const template = templates.data?.items.find((one) => one.id === templateId);
  const preview = useQuery({
    ...api.templates.preview.queryOptions({
      input: { id: templateId ?? '', contactId: conversation.contact.id },
    }),
    enabled: templateId !== null,
  });
  const missing = useMemo(() => preview.data?.missing.map((one) => one.key) ?? [], [preview.data]);
  const send = useMutation({
    mutationFn: () =>
      client.conversations.sendTemplate({ id: conversation.id, templateId: templateId ?? '', texts }),
    onSuccess: async () => {
      await afterSending();
      onClose();
    },
  });
  const slots = template ? templateSlots(template.content, template.variableFormat) : [];
  const asked = slots.filter((slot) => missing.includes(slot.key));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sendTemplate')}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack>
        <Select
          label={t('template')}
          placeholder={t('templatePlaceholder')}
          searchable
          data-autofocus
          nothingFoundMessage={t('noTemplate')}
          data={templates.data?.items.map((one) => ({
            value: one.id,
            label: `${one.name} · ${one.language}`,
          }))}
          value={templateId}
          onChange={(value) => {
            setTemplateId(value);
            setTexts({});
            send.reset();
          }}
        />
        {template && (
          <Group align="flex-start" gap="lg" grow preventGrowOverflow={false} wrap="wrap">
            <Stack miw={220}>
              {asked.length > 0 && (
                <Text size="sm" c="dimmed">
                  {t('missing')}
                </Text>
              )}
              {asked.map((slot) => (
                <TextInput
                  key={slot.key}
                  label={slot.key}
                  value={texts[slot.key] ?? ''}
                  error={fieldError(send.error, `texts.${slot.key}`)}
                  onChange={(event) => setTexts({ ...texts, [slot.key]: event.currentTarget.value })}
                />
              ))}
              {asked.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('filled', { name: conversation.contact.name })}
                </Text>
              )}
              <FormFailure error={send.error} shownAtFields={asked.map((slot) => `texts.${slot.key}`)} />
            </Stack>
            <TemplatePreview content={template.content} texts={texts} media={template.media} />
          </Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!template} loading={send.isPending} onClick={() => send.mutate()}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
