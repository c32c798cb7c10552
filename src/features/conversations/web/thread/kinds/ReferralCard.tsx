// The advertisement or post that brought the customer here, above the message that came with it.
import { IconSpeakerphone } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { AdPicture } from './AdPicture.tsx';
import styles from './kinds.module.css';
import { type Content, part, webLink, word } from './read-content.ts';

export function ReferralCard({ messageId, referral }: { messageId: string; referral: Content }) {
  const t = useTranslations('threadKinds');
  const link = webLink(word(referral, 'sourceUrl'));
  const isPost = word(referral, 'sourceType') === 'post';
  const headline = word(referral, 'headline');
  return (
    <div className={styles.referral}>
      <div className={styles.title}>
        <IconSpeakerphone size={14} aria-hidden />
        {t(isPost ? 'fromPost' : 'fromAd')}
      </div>
      <AdPicture messageId={messageId} picture={part(referral, 'picture')} name={headline} />
      {headline && <strong>{headline}</strong>}
      {word(referral, 'text') && <div className={styles.detail}>{word(referral, 'text')}</div>}
      {word(referral, 'welcomeText') && (
        <div className={styles.detail}>{t('welcome', { text: word(referral, 'welcomeText') })}</div>
      )}
      {link && (
        <a href={link} target="_blank" rel="noreferrer noopener">
          {t(isPost ? 'openPost' : 'openAd')}
        </a>
      )}
    </div>
  );
}
