// How a message looks on a customer's phone, from plain values; updated while one types.
import {
  IconArrowBackUp,
  IconCheck,
  IconChecks,
  IconCopy,
  IconExternalLink,
  IconFile,
  IconList,
  IconMapPin,
  IconPhone,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './PhonePreview.module.css';

export type PreviewHeader =
  | { kind: 'text'; text: string }
  | { kind: 'image' | 'video'; url?: string | undefined }
  | { kind: 'document'; name?: string | undefined }
  | { kind: 'location'; name?: string | undefined };

export type PreviewButton = { kind: 'reply' | 'url' | 'phone' | 'copy' | 'list'; text: string };

export type PreviewMessage = {
  header?: PreviewHeader | undefined;
  /** Text, or text already formatted. */
  body: ReactNode;
  footer?: string | undefined;
  buttons?: readonly PreviewButton[];
  /** "10:24" */
  time?: string;
  /** Written by the customer: stands on the other side. */
  fromCustomer?: boolean;
  tick?: 'sent' | 'delivered' | 'read';
};

type Props = {
  /** Name of the business, above the chat. */
  sender: string;
  messages: readonly PreviewMessage[];
};

export function PhonePreview({ sender, messages }: Props) {
  const t = useTranslations('ui.phone');
  return (
    <section className={styles.phone} aria-label={t('label')}>
      <header className={styles.bar}>
        <PersonAvatar name={sender} size={30} />
        <span className={styles.sender}>{sender}</span>
      </header>
      <div className={styles.chat}>
        {messages.map((message, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the messages of a preview have no identity
          <Bubble key={at} message={message} />
        ))}
      </div>
    </section>
  );
}

const buttonIcons = {
  reply: IconArrowBackUp,
  url: IconExternalLink,
  phone: IconPhone,
  copy: IconCopy,
  list: IconList,
};

function Bubble({ message }: { message: PreviewMessage }) {
  const { header, body, footer, buttons = [], time = '10:24', fromCustomer = false, tick } = message;
  return (
    <div className={styles.message} data-customer={fromCustomer || undefined}>
      <div className={styles.bubble}>
        {header && <Header header={header} />}
        <div className={styles.body}>{body}</div>
        <div className={styles.foot}>
          <span className={styles.footer}>{footer}</span>
          <span className={styles.time}>
            {time}
            {tick && (
              <span className={styles.tick} data-tick={tick} aria-hidden>
                {tick === 'sent' ? <IconCheck size={14} /> : <IconChecks size={14} />}
              </span>
            )}
          </span>
        </div>
        {buttons.map((button, at) => {
          const Icon = buttonIcons[button.kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may read alike while one types
            <div key={at} className={styles.button}>
              <Icon size={16} aria-hidden />
              <span>{button.text || '…'}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Header({ header }: { header: PreviewHeader }) {
  const t = useTranslations('ui.phone');
  if (header.kind === 'text') return header.text ? <div className={styles.title}>{header.text}</div> : null;
  if (header.kind === 'document') {
    return (
      <div className={styles.document}>
        <IconFile size={22} stroke={1.5} aria-hidden />
        <span>{header.name || t('document')}</span>
      </div>
    );
  }
  if (header.kind === 'location') {
    return (
      <div className={styles.media}>
        <IconMapPin size={30} stroke={1.4} aria-hidden />
        {header.name && <span className={styles.place}>{header.name}</span>}
      </div>
    );
  }
  if (header.kind === 'image' && header.url) {
    return <img className={styles.picture} src={header.url} alt={t('image')} />;
  }
  if (header.kind === 'video' && header.url) {
    return (
      <video className={styles.picture} src={header.url} muted preload="metadata" aria-label={t('video')} />
    );
  }
  const Icon = header.kind === 'image' ? IconPhoto : IconVideo;
  return (
    <div className={styles.media}>
      <Icon size={30} stroke={1.4} aria-hidden />
    </div>
  );
}
