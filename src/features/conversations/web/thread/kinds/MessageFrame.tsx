// What templates and messages with buttons have in common: a header above the text, a footer below it, and what can be tapped.
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconCopy,
  IconExternalLink,
  IconFile,
  IconForms,
  IconList,
  IconMapPin,
  IconPhone,
  IconPhoto,
  IconShoppingBag,
  IconVideo,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import styles from './kinds.module.css';
import { webLink } from './read-content.ts';

export type FrameHeader = {
  kind: string;
  text?: string | undefined;
  fileName?: string | undefined;
  /** Where its file can be read. */
  source?: string | undefined;
};

const buttonIcons = {
  reply: IconArrowBackUp,
  quick_reply: IconArrowBackUp,
  url: IconExternalLink,
  phone: IconPhone,
  copy_code: IconCopy,
  list: IconList,
  flow: IconForms,
  location: IconMapPin,
  contact: IconCalendarEvent,
  call: IconPhone,
  catalog: IconShoppingBag,
} as const;

export type FrameButton = { kind: string; text: string; target?: string | undefined };

type Props = {
  header?: FrameHeader | undefined;
  body: string;
  footer?: string | undefined;
  /** Below the text, above the buttons. */
  children?: ReactNode;
  buttons?: readonly FrameButton[];
};

export function MessageFrame({ header, body, footer, children, buttons = [] }: Props) {
  return (
    <>
      {header && <Header header={header} />}
      {body && <FormattedText text={body} links />}
      {footer && <div className={styles.footer}>{footer}</div>}
      {children}
      {buttons.length > 0 && <Buttons buttons={buttons} />}
    </>
  );
}

/** Drawn as the customer sees them; ours to look at, not to tap, but for links. */
function Buttons({ buttons }: { buttons: readonly FrameButton[] }) {
  const t = useTranslations('threadKinds');
  return (
    <ul className={styles.buttons} aria-label={t('buttons')}>
      {buttons.map((button, at) => {
        const Icon = buttonIcons[button.kind as keyof typeof buttonIcons] ?? IconArrowBackUp;
        const link = button.target ? webLink(button.target) : null;
        const words = (
          <>
            <Icon size={14} aria-hidden />
            <span>{button.text || t(button.kind === 'copy_code' ? 'copyCode' : 'button')}</span>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the buttons of a message never change their order
          <li key={at} title={button.target}>
            {link ? (
              <a href={link} target="_blank" rel="noreferrer noopener">
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}

const headerIcons = { image: IconPhoto, video: IconVideo, document: IconFile, location: IconMapPin } as const;

function Header({ header }: { header: FrameHeader }) {
  const t = useTranslations('threadKinds');
  if (header.kind === 'text')
    return header.text ? <strong className={styles.header}>{header.text}</strong> : null;
  if (header.source && header.kind === 'image')
    return <img className={styles.headerFile} src={header.source} alt={t('headerImage')} loading="lazy" />;
  if (header.source && header.kind === 'video')
    return (
      // biome-ignore lint/a11y/useMediaCaption: the product has none
      <video className={styles.headerFile} src={header.source} controls preload="metadata" />
    );
  const Icon = headerIcons[header.kind as keyof typeof headerIcons] ?? IconFile;
  const link = header.source ? `${header.source}&download` : null;
  const words =
    header.fileName || t(`headers.${header.kind in headerIcons ? header.kind : 'document'}` as never);
  return (
    <div className={styles.headerStandIn} data-kind={header.kind}>
      <Icon size={22} stroke={1.5} aria-hidden />
      {link ? <a href={link}>{words}</a> : <span>{words}</span>}
    </div>
  );
}
