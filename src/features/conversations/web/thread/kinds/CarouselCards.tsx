// The cards of a carousel side by side, to be scrolled through.
import { useTranslations } from 'use-intl';
import styles from './kinds.module.css';
import { type FrameButton, type FrameHeader, MessageFrame } from './MessageFrame.tsx';

export type CarouselCard = {
  header?: FrameHeader | undefined;
  body: string;
  buttons: readonly FrameButton[];
};

export function CarouselCards({ cards }: { cards: readonly CarouselCard[] }) {
  const t = useTranslations('threadKinds');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled with the keyboard
    <section className={styles.carousel} aria-label={t('cards', { count: cards.length })} tabIndex={0}>
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a message never change their order
        <div key={at} className={styles.carouselCard}>
          <MessageFrame {...card} />
        </div>
      ))}
    </section>
  );
}
