// A place to drop a file, or to choose one by mouse or keyboard.
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './FileDrop.module.css';

type Props = {
  /** "Drop a CSV here, or choose one" */
  label: string;
  /** What is accepted, in words. */
  hint?: ReactNode;
  /** As the `accept` of an input: `.csv,text/csv`. */
  accept: string;
  /** Bytes; larger files are refused here. */
  largest?: number;
  onFile: (file: File) => void;
  /** What was wrong with the file. */
  error?: string | undefined;
  disabled?: boolean;
};

function accepts(accept: string, file: File): boolean {
  return accept.split(',').some((rule) => {
    const wanted = rule.trim().toLowerCase();
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    if (wanted.endsWith('/*')) return file.type.startsWith(wanted.slice(0, -1));
    return file.type === wanted;
  });
}

export function FileDrop({ label, hint, accept, largest, onFile, error, disabled = false }: Props) {
  const t = useTranslations('ui.file');
  const format = useFormatter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();

  const take = (file: File | undefined) => {
    if (file === undefined || disabled) return;
    if (!accepts(accept, file)) return setRefused(t('wrongKind', { name: file.name }));
    if (largest !== undefined && file.size > largest) {
      const size = format.number(Math.floor(largest / 1_048_576), { style: 'unit', unit: 'megabyte' });
      return setRefused(t('tooLarge', { name: file.name, size }));
    }
    setRefused(undefined);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const problem = error ?? refused;
  return (
    <div>
      <button
        type="button"
        className={styles.area}
        data-over={over || undefined}
        data-wrong={problem !== undefined || undefined}
        disabled={disabled}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={26} stroke={1.5} aria-hidden />
        <span className={styles.label}>{label}</span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-hidden
        className="only-for-screen-readers"
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file, mended, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
