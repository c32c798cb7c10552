// What a message holds: what brought it, and the thing itself, drawn by its kind.
import { IconArrowForwardUp, IconBan, IconShoppingBag } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import { ContactCards } from './kinds/ContactCards.tsx';
import { FormAnswers } from './kinds/FormAnswers.tsx';
import { InteractiveMessage, isInteractive } from './kinds/InteractiveMessage.tsx';
import styles from './kinds/kinds.module.css';
import { MessageMedia, mediaAddress } from './kinds/MessageMedia.tsx';
import { OrderCard } from './kinds/OrderCard.tsx';
import { PlaceCard } from './kinds/PlaceCard.tsx';
import { ReferralCard } from './kinds/ReferralCard.tsx';
import { part, word } from './kinds/read-content.ts';
import { TappedAnswer } from './kinds/TappedAnswer.tsx';
import { TemplateMessage } from './kinds/TemplateMessage.tsx';

export function MessageContent({ message }: { message: Message }) {
  const t = useTranslations('threadKinds');
  const { content } = message;
  if (content.withdrawn === true)
    return (
      <span className={styles.muted}>
        <IconBan size={14} aria-hidden /> {t(message.direction === 'in' ? 'withdrawn' : 'withdrawnByUs')}
      </span>
    );
  const referral = part(content, 'referral');
  const product = part(content, 'product');
  return (
    <>
      {content.forwarded === true && (
        <span className={styles.mark}>
          <IconArrowForwardUp size={14} aria-hidden />
          {t(content.forwardedManyTimes === true ? 'forwardedManyTimes' : 'forwarded')}
        </span>
      )}
      {Object.keys(referral).length > 0 && <ReferralCard messageId={message.id} referral={referral} />}
      {word(product, 'productId') && (
        <span className={styles.mark}>
          <IconShoppingBag size={14} aria-hidden />
          {t('asksAbout', { product: word(product, 'productId') })}
        </span>
      )}
      <ByKind message={message} />
    </>
  );
}

function ByKind({ message }: { message: Message }) {
  const t = useTranslations('threadKinds');
  const spell = usePreview();
  const { content, kind } = message;
  const source = message.media?.state === 'ready' ? mediaAddress(message) : undefined;
  if (isInteractive(kind)) return <InteractiveMessage content={content} kind={kind} source={source} />;
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
      return <TemplateMessage content={content} source={source} />;
    case 'template_button':
      return <TappedAnswer text={word(content, 'text')} from="button" />;
    case 'button_reply':
      return <TappedAnswer text={word(content, 'title')} from="button" />;
    case 'list_reply':
      return (
        <TappedAnswer text={word(content, 'title')} description={word(content, 'description')} from="list" />
      );
    case 'flow_reply':
      return <FormAnswers content={content} />;
    case 'reaction':
      return word(content, 'emoji') ? (
        <span className={styles.lonelyReaction}>{t('reacted', { emoji: word(content, 'emoji') })}</span>
      ) : (
        <span className={styles.muted}>{t('reactionTaken')}</span>
      );
    case 'location':
      return <PlaceCard content={content} />;
    case 'contacts':
      return <ContactCards content={content} />;
    case 'order':
      return <OrderCard content={content} />;
    case 'call_permission_reply':
      return <span>{t(content.accepted === true ? 'callsAllowed' : 'callsRefused')}</span>;
    case 'unsupported':
    case 'unknown':
      return <Unsupported what={word(content, 'what') || word(content, 'providerType')} />;
    default:
      return (
        <span className={styles.muted}>
          {word(content, 'body') || word(content, 'text') || spell(`[${kind}]`)}
        </span>
      );
  }
}

/** What WhatsApp does not hand to business apps: says so, and where to read it. */
function Unsupported({ what }: { what: string }) {
  const t = useTranslations('threadKinds');
  const named = ['poll', 'edit', 'event', 'view_once', 'video_note', 'group_invite'].includes(what);
  return (
    <span className={styles.muted}>
      <IconBan size={14} aria-hidden />{' '}
      {named ? t('unsupportedNamed', { what: t(`whats.${what}` as never) }) : t('unsupported')}
    </span>
  );
}
