// Where one answers the customer, or writes a note that only the team sees; with the time left for free messages.
import { Button, Group, Tabs, Text } from '@mantine/core';
import { IconLock, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import { useKeys } from '#web/keys/keys.ts';
import styles from './Composer.module.css';
import { NoteBox } from './NoteBox.tsx';
import { useMessageOffers } from './quote/use-message-offers.ts';
import { useQuoteKey } from './quote/use-quote-key.ts';
import { ReplyBox } from './ReplyBox.tsx';
import { findTemplates } from './templates/find-templates.ts';
import { OpenSentence } from './templates/OpenSentence.tsx';
import { TemplateDialog } from './templates/TemplateDialog.tsx';
import { useWindowLeft, WindowBar } from './WindowBar.tsx';

type Side = 'reply' | 'note';

export function Composer({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('composer');
  const left = useWindowLeft(conversation.windowClosesAt);
  const [side, setSide] = useState<Side>('reply');
  const [noteOpened, setNoteOpened] = useState(false);
  if (side === 'note' && !noteOpened) setNoteOpened(true);
  const [choosing, setChoosing] = useState(false);
  const { blocked } = conversation.contact;
  const choose = () => setChoosing(true);
  const answerable = left > 0 && !blocked;
  useMessageOffers(conversation.id, answerable, () => setSide('reply'));
  const quoteLatest = useQuoteKey(conversation.id, () => setSide('reply'));
  useKeys(t('keys.title'), [
    { key: 'alt+r', label: t('keys.reply'), run: () => setSide('reply'), whileTyping: true },
    { key: 'alt+n', label: t('keys.note'), run: () => setSide('note'), whileTyping: true },
    ...(answerable ? [quoteLatest] : []),
    { key: '/', label: t('keys.quickReply') },
    ...(blocked ? [] : [{ key: 'alt+t', label: t('keys.template'), run: choose, whileTyping: true }]),
  ]);
  return (
    <div className={styles.composer} data-side={side}>
      <WindowBar left={left} />
      <Tabs
        value={side}
        onChange={(value) => setSide(value as Side)}
        keepMounted={false}
        keepMountedMode="display-none"
        activateTabWithKeyboard={false}
        classNames={{ list: styles.sides, tab: styles.side }}
      >
        <Tabs.List aria-label={t('as')}>
          <Tabs.Tab value="reply">{t('reply')}</Tabs.Tab>
          <Tabs.Tab value="note" leftSection={<IconLock size={13} aria-hidden />}>
            {t('note')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reply" keepMounted>
          {blocked ? (
            <Text className={styles.closed} size="sm" c="dimmed">
              {t('blocked')}
            </Text>
          ) : left > 0 ? (
            <ReplyBox
              conversation={conversation}
              active={side === 'reply'}
              onShow={() => setSide('reply')}
              onTemplate={choose}
            />
          ) : (
            <TemplatesOnly conversation={conversation} onTemplate={choose} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="note" keepMounted={noteOpened}>
          <NoteBox conversationId={conversation.id} active={side === 'note'} />
        </Tabs.Panel>
      </Tabs>
      {choosing && <TemplateDialog conversation={conversation} onClose={() => setChoosing(false)} />}
    </div>
  );
}

type TemplatesOnlyProps = { conversation: Conversation; onTemplate: () => void };

function TemplatesOnly({ conversation, onTemplate }: TemplatesOnlyProps) {
  const t = useTranslations('composer');
  const templates = useQuery(api.templates.list.queryOptions({ input: { status: 'approved', limit: 200 } }));
  const open = findTemplates(templates.data?.items ?? [], '', null).filter((one) => one.openSlot !== null);
  if (open.length > 0)
    return <OpenSentence conversation={conversation} templates={open} onTemplate={onTemplate} />;
  return (
    <Group className={styles.closed} justify="space-between">
      <Text size="sm" c="dimmed" flex={1} miw={200}>
        {conversation.windowClosesAt !== null ? t('closed') : t('notYet')}
      </Text>
      <Button leftSection={<IconTemplate size={16} />} onClick={onTemplate}>
        {t('sendTemplate')}
      </Button>
    </Group>
  );
}
