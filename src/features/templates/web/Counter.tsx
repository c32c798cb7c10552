// How many characters are used of those allowed.
import styles from './TemplateEditor.module.css';

type Props = { used: number; most: number };

export function Counter({ used, most }: Props) {
  return (
    <span className={`${styles.counter} figures`} data-over={used > most || undefined}>
      {used}/{most}
    </span>
  );
}
