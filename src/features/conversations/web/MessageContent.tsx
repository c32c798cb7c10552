// What a message holds, drawn by its kind.
import { Anchor } from '@mantine/core';
import { IconCornerDownRight, IconMapPin } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import styles from './MessageList.module.css';
import { MessageMedia } from './MessageMedia.tsx';
import { usePreview } from './use-preview.ts';

type Content = Record<string, unknown>;

const word = (content: Content, key: string): string =>
  typeof content[key] === 'string' ? content[key] : '';

export function MessageContent({ message }: { message: Message }) {
  const t = useTranslations('conversations');
  const spell = usePreview();
  const { content, kind } = message;
  if (content.withdrawn === true) return <span className={styles.muted}>{t('withdrawn')}</span>;
  switch (kind) {
    case 'text':
      return <FormattedText text={word(content, 'text')} links />;
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return (
        <>
          <MessageMedia message={message} />
          {word(content, 'caption') && <FormattedText text={word(content, 'caption')} links />}
        </>
      );
    case 'template':
      return <TemplateContent content={content} />;
    case 'template_button':
      return <Tapped text={word(content, 'text')} />;
    case 'button_reply':
    case 'list_reply':
      return <Tapped text={word(content, 'title')} />;
    case 'reaction':
      return <span>{word(content, 'emoji') || spell('[reaction]')}</span>;
    case 'location':
      return <Place content={content} />;
    case 'contacts':
      return <Cards content={content} />;
    case 'order':
      return <Order content={content} />;
    default:
      return (
        <span className={styles.muted}>
          {word(content, 'body') || word(content, 'text') || spell(`[${kind}]`)}
        </span>
      );
  }
}

function Tapped({ text }: { text: string }) {
  return (
    <span>
      <IconCornerDownRight size={14} aria-hidden /> {text}
    </span>
  );
}

type Shown = {
  header?: { kind: string; text?: string };
  body?: string;
  footer?: string;
  buttons?: { text: string }[];
};

function TemplateContent({ content }: { content: Content }) {
  const shown = (content.shown ?? {}) as Shown;
  return (
    <>
      {shown.header?.text && <strong className={styles.header}>{shown.header.text}</strong>}
      <FormattedText text={shown.body ?? word(content, 'name')} />
      {shown.footer && <span className={styles.detail}>{shown.footer}</span>}
      {shown.buttons && shown.buttons.length > 0 && (
        <div className={styles.buttons}>
          {shown.buttons.map((button) => (
            <span key={button.text}>{button.text}</span>
          ))}
        </div>
      )}
    </>
  );
}

function Place({ content }: { content: Content }) {
  const t = useTranslations('conversations');
  const { latitude, longitude } = content;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <>
      <span>
        <IconMapPin size={15} aria-hidden /> {word(content, 'name') || t('kind.location')}
      </span>
      {word(content, 'address') && <div className={styles.detail}>{word(content, 'address')}</div>}
      {typeof latitude === 'number' && typeof longitude === 'number' && (
        <div>
          <Anchor href={map} target="_blank" rel="noreferrer noopener" size="sm">
            {t('openMap')}
          </Anchor>
        </div>
      )}
    </>
  );
}

type Card = { name?: { formatted?: string }; phones?: { phone: string }[] };

function Cards({ content }: { content: Content }) {
  const cards = (Array.isArray(content.contacts) ? content.contacts : []) as Card[];
  return (
    <>
      {cards.map((card) => (
        <div key={`${card.name?.formatted} ${card.phones?.[0]?.phone}`}>
          <strong>{card.name?.formatted}</strong>
          {card.phones?.map(({ phone }) => (
            <div key={phone} className={`${styles.detail} figures`}>
              {phone}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}

type Item = { productId: string; quantity: number | null };

function Order({ content }: { content: Content }) {
  const t = useTranslations('conversations');
  const items = (Array.isArray(content.items) ? content.items : []) as Item[];
  return (
    <>
      <strong>{t('kind.order')}</strong>
      {items.map((item) => (
        <div key={item.productId} className={styles.detail}>
          {item.quantity ?? 1} × {item.productId}
        </div>
      ))}
      {word(content, 'text') && <FormattedText text={word(content, 'text')} />}
    </>
  );
}
