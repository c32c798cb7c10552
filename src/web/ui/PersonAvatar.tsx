// A person or contact as initials on a quiet ground; always the same shade for the same name.
import styles from './PersonAvatar.module.css';

const shades = 6;

function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase() || '?';
}

function shadeOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % shades;
}

type Props = { name: string /** Diameter in pixels. */; size?: number };

export function PersonAvatar({ name, size = 24 }: Props) {
  return (
    <span
      className={styles.avatar}
      data-shade={shadeOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      aria-hidden
    >
      {initials(name)}
    </span>
  );
}
