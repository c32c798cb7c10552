// One template beside the list: preview, state with its reason, and what can be done.
import { ActionIcon, Button, Group, Menu, Stack, Tooltip } from '@mantine/core';
import {
  IconCopy,
  IconPencil,
  IconPlayerPlay,
  IconStar,
  IconStarFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { sampleTexts } from '#whatsapp/template-slots.ts';
import { useLanguageName } from './language-names.ts';
import styles from './TemplatePanel.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';
import { QualityBadge, StatusNotice, TemplateBadge } from './TemplateStatus.tsx';
import { useTemplateActions } from './template-actions.ts';

type Props = { id: string; onClose: () => void };

export function TemplatePanel({ id, onClose }: Props) {
  const { data: template, error, refetch } = useQuery(api.templates.get.queryOptions({ input: { id } }));
  return (
    <SidePanel
      title={template?.name ?? ' '}
      badge={template && <TemplateBadge status={template.status} />}
      actions={template && <PanelActions template={template} onGone={onClose} />}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {template && <PanelContent template={template} />}
    </SidePanel>
  );
}

function PanelContent({ template }: { template: Template }) {
  const t = useTranslations('templates');
  const nameOf = useLanguageName();
  const { content, variableFormat, media, reviewedAt, submittedAt } = template;
  return (
    <Stack gap="md">
      <StatusNotice template={template} />
      <dl className={styles.facts}>
        <dt>{t('column.language')}</dt>
        <dd>{nameOf(template.language)}</dd>
        <dt>{t('column.category')}</dt>
        <dd>{t(`category.${template.category}`)}</dd>
        <dt>{t('column.quality')}</dt>
        <dd>
          <QualityBadge quality={template.quality} />
        </dd>
        {submittedAt && (
          <>
            <dt>{t('submitted')}</dt>
            <dd>
              <RelativeTime at={submittedAt} />
            </dd>
          </>
        )}
        {reviewedAt && (
          <>
            <dt>{t('reviewed')}</dt>
            <dd>
              <RelativeTime at={reviewedAt} />
            </dd>
          </>
        )}
      </dl>
      {template.editsLeft !== null && (
        <p className={styles.note}>{t('editsLeft', { count: template.editsLeft })}</p>
      )}
      {template.pendingEdit && <p className={styles.note}>{t('pendingEdit')}</p>}
      <div className={styles.preview}>
        <TemplatePreview content={content} texts={sampleTexts(content, variableFormat)} media={media} />
      </div>
    </Stack>
  );
}

function PanelActions({ template, onGone }: { template: Template; onGone: () => void }) {
  const t = useTranslations('templates');
  const actions = useTemplateActions();
  const mayWrite = usePermission('templates:write');
  if (!mayWrite) return null;
  const star = t(template.favourite ? 'unfavourite' : 'favourite');
  const editable = ['draft', 'approved', 'rejected', 'paused'].includes(template.status);
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={star}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          visibleFrom="sm"
          aria-label={star}
          aria-pressed={template.favourite}
          onClick={() => actions.toggleFavourite(template)}
        >
          {template.favourite ? <IconStarFilled size={17} className={styles.star} /> : <IconStar size={17} />}
        </ActionIcon>
      </Tooltip>
      {editable && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={15} />}
          renderRoot={(props) => <Link to="/templates/$id" params={{ id: template.id }} {...props} />}
        >
          {t('edit')}
        </Button>
      )}
      <DotsMenu size="lg" label={t('more')}>
        <Menu.Item
          hiddenFrom="sm"
          leftSection={<IconStar size={16} />}
          onClick={() => actions.toggleFavourite(template)}
        >
          {star}
        </Menu.Item>
        {template.status === 'paused' && (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => actions.unpause(template)}>
            {t('unpause')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => actions.clone(template)}>
          {t('clone')}
        </Menu.Item>
        {template.status !== 'deleted' && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={async () => {
              if (await actions.remove(template)) onGone();
            }}
          >
            {t('delete')}
          </Menu.Item>
        )}
      </DotsMenu>
    </Group>
  );
}
