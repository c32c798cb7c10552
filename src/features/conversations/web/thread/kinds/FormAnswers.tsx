// A form (WhatsApp Flow) that the customer filled in: each question with its answer.
import { IconForms } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './kinds.module.css';
import { type Content, part, word } from './read-content.ts';

export function FormAnswers({ content }: { content: Content }) {
  const t = useTranslations('threadKinds');
  const given = Object.entries(answersOf(content)).filter(([key]) => key !== 'flow_token');
  return (
    <div>
      <div className={styles.title}>
        <IconForms size={16} aria-hidden />
        {t(word(content, 'name') === 'address_message' ? 'address' : 'form')}
      </div>
      {given.length > 0 ? (
        <dl className={styles.answers}>
          {given.map(([key, value]) => (
            <div key={key}>
              <dt>{questionOf(key)}</dt>
              <dd>{answerOf(value)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <span className={styles.detail}>{word(content, 'answersText') || word(content, 'text')}</span>
      )}
    </div>
  );
}

/** From the answer's own text, which has them in the order of the form; the database keeps keys in another. */
function answersOf(content: Content): object {
  try {
    const told: unknown = JSON.parse(word(content, 'answersText'));
    if (typeof told === 'object' && told !== null) return told;
  } catch {
    // Then what was read of it when it came.
  }
  return part(content, 'answers');
}

/** Forms name their fields like `screen_0_Full_name_1`: without the numbers of screen and field they can be read. */
function questionOf(key: string): string {
  const name = key.replace(/^screen_\d+_/, '').replace(/_\d+$/, '');
  const words = name.replaceAll('_', ' ').trim() || key;
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function answerOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(answerOf).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(answerOf).join(', ');
  const text = value === null || value === undefined ? '–' : String(value);
  // Answers of a choice come as `0_First_choice`; anything else is the person's own words.
  return /^\d+_\D/.test(text) ? text.replace(/^\d+_/, '').replaceAll('_', ' ') : text;
}
