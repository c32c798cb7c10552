// The HTTP method of an operation, as a small word.
import styles from './ApiDocs.module.css';

export function MethodBadge({ method }: { method: string }) {
  return (
    <span className={styles.method} data-method={method}>
      {method}
    </span>
  );
}
