// What was exchanged besides words: photos and videos, documents, links, orders.
import { Button, SegmentedControl } from '@mantine/core';
import { IconFile, IconLink, IconPlayerPlayFilled, IconShoppingBag } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ATTACHMENT_KINDS } from '#features/conversations/attachments/attachments.contract.ts';
import type { Attachment } from '#features/conversations/conversations.contract.ts';
import type { SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { mediaAddress } from '#features/conversations/web/thread/kinds/MessageMedia.tsx';
import { useFileSize } from '#features/conversations/web/use-file-size.ts';
import { api } from '#web/api.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './card.module.css';
import { ExportChat } from './ExportChat.tsx';
import { MediaViewer } from './MediaViewer.tsx';

type Kind = (typeof ATTACHMENT_KINDS)[number];
type Props = { conversationId: string; setSearch: SetInboxSearch };

export function Attachments({ conversationId, setSearch }: Props) {
  const t = useTranslations('contactCard.attachments');
  const [of, setOf] = useState<Kind>('media');
  const [shown, setShown] = useState<number | null>(null);
  const pages = useInfiniteQuery(
    api.conversations.attachments.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: conversationId, of, cursor, limit: 12 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const goTo = (messageId: string) =>
    setSearch({ open: conversationId, at: messageId, card: null }, { replace: false });
  return (
    <section className={styles.section} aria-label={t('title')}>
      <div className={styles.headingRow}>
        <h3 className={styles.heading}>{t('title')}</h3>
        <ExportChat conversationId={conversationId} />
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('title')}
        value={of}
        onChange={(next) => setOf(next as Kind)}
        data={ATTACHMENT_KINDS.map((value) => ({ value, label: t(value) }))}
      />
      {pages.isSuccess && items.length === 0 && <p className={styles.none}>{t(`none.${of}`)}</p>}
      {of === 'media' ? (
        <div className={styles.gallery}>
          {items.map((item, index) => (
            <Thumbnail key={item.messageId} item={item} onOpen={() => setShown(index)} />
          ))}
        </div>
      ) : (
        <ul className={styles.rows}>
          {items.map((item) => (
            <Row key={item.messageId} of={of} item={item} goTo={goTo} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button variant="subtle" size="compact-xs" mt={6} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {shown !== null && items[shown] && (
        <MediaViewer
          items={items}
          at={shown}
          onMove={setShown}
          onClose={() => setShown(null)}
          onGoTo={(messageId) => {
            setShown(null);
            goTo(messageId);
          }}
        />
      )}
    </section>
  );
}

function Thumbnail({ item, onOpen }: { item: Attachment; onOpen: () => void }) {
  const t = useTranslations('conversations.kind');
  const kind = item.kind === 'video' ? 'video' : item.kind === 'sticker' ? 'sticker' : 'image';
  return (
    <button
      type="button"
      className={styles.thumbnail}
      aria-label={`${t(kind)}: ${item.name}`}
      onClick={onOpen}
    >
      {kind === 'video' ? (
        <>
          <video src={mediaAddress({ id: item.messageId })} preload="metadata" muted tabIndex={-1} />
          <IconPlayerPlayFilled size={18} aria-hidden />
        </>
      ) : (
        <img src={mediaAddress({ id: item.messageId })} alt="" loading="lazy" />
      )}
    </button>
  );
}

function Row({ of, item, goTo }: { of: Kind; item: Attachment; goTo: (messageId: string) => void }) {
  const t = useTranslations('contactCard.attachments');
  const format = useFormatter();
  const spellSize = useFileSize();
  const { order, size, links, messageId } = item;
  const line = (key: string, icon: ReactNode, title: ReactNode, detail: ReactNode) => (
    <li key={key} className={styles.item}>
      {icon}
      <span className={styles.title}>{title}</span>
      <button type="button" className={styles.jump} onClick={() => goTo(messageId)}>
        <RelativeTime at={item.at} /> · {t('inChat')}
      </button>
      <span className={styles.detail}>{detail}</span>
    </li>
  );
  if (of === 'links')
    return links.map((link) =>
      line(
        link,
        <IconLink size={16} aria-hidden />,
        <a href={link} target="_blank" rel="noreferrer noopener">
          {link.replace(/^https?:\/\/(www\.)?/, '')}
        </a>,
        new URL(link).hostname,
      ),
    );
  if (of === 'orders') {
    const total =
      order?.total != null && order.currency && /^[A-Z]{3}$/.test(order.currency)
        ? format.number(order.total, { style: 'currency', currency: order.currency })
        : '';
    return line(
      messageId,
      <IconShoppingBag size={16} aria-hidden />,
      t('pieces', { count: order?.items ?? 0 }),
      total,
    );
  }
  return line(
    messageId,
    <IconFile size={16} aria-hidden />,
    <a href={`${mediaAddress({ id: messageId })}&download`} download={item.name}>
      {item.name}
    </a>,
    size !== null && spellSize(size),
  );
}
