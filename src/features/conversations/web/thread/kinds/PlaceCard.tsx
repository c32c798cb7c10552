// A place: drawn without a map of anybody else's, with its name, and a link to one.
import { IconMapPinFilled } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './kinds.module.css';
import { type Content, webLink, word } from './read-content.ts';

export function PlaceCard({ content }: { content: Content }) {
  const t = useTranslations('threadKinds');
  const { latitude, longitude } = content;
  const known = typeof latitude === 'number' && typeof longitude === 'number';
  const coordinates = known ? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}` : '';
  const site = webLink(word(content, 'url'));
  return (
    <div className={styles.place}>
      {known && (
        <a
          className={styles.map}
          href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={t('openMap', { place: word(content, 'name') || coordinates })}
        >
          <Ground />
          <IconMapPinFilled className={styles.pin} size={30} aria-hidden />
        </a>
      )}
      <strong>{word(content, 'name') || t('location')}</strong>
      {word(content, 'address') && <div className={styles.detail}>{word(content, 'address')}</div>}
      {coordinates && <div className={`${styles.detail} figures`}>{coordinates}</div>}
      {site && (
        <a className={styles.detail} href={site} target="_blank" rel="noreferrer noopener">
          {site}
        </a>
      )}
    </div>
  );
}

/** Streets of nowhere. */
function Ground() {
  return (
    <svg viewBox="0 0 280 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <path className={styles.park} d="M0 0h84v48L0 66z M196 70l84-16v56H210z" />
      <path className={styles.street} d="M-4 70 96 46l190-38M92-4l34 120M196-4l22 120M-4 100l130-26 160-32" />
    </svg>
  );
}
