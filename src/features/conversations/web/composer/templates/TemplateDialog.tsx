// Chooses an approved template, favourites first, fills it for this customer, and sends it.
import { Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { TemplateFilling } from './TemplateFilling.tsx';
import { TemplateList } from './TemplateList.tsx';
import styles from './templates.module.css';

type Props = { conversation: Conversation; onClose: () => void };

export function TemplateDialog({ conversation, onClose }: Props) {
  const t = useTranslations('answerKinds.templates');
  const ui = useTranslations('ui');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const templates = useQuery(api.templates.list.queryOptions({ input: { status: 'approved', limit: 200 } }));
  const items = templates.data?.items ?? [];
  const template = items.find((one) => one.id === templateId);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      styles={{ title: { fontSize: 16, fontWeight: 600 } }}
      size={880}
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {templates.error ? (
        <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
      ) : (
        <div className={styles.dialog} data-chosen={template ? true : undefined}>
          <TemplateList
            templates={items}
            isPending={templates.isPending}
            chosenId={templateId}
            onChoose={setTemplateId}
          />
          {template ? (
            <TemplateFilling
              key={template.id}
              conversation={conversation}
              template={template}
              onBack={narrow ? () => setTemplateId(null) : undefined}
              onSent={onClose}
            />
          ) : (
            <Text className={styles.hint} size="sm" c="dimmed">
              {t('chooseOne')}
            </Text>
          )}
        </div>
      )}
    </Modal>
  );
}
