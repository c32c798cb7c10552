// A message with its menu: on a touch screen it is pulled to the side to be answered, as on the phone.
import { IconArrowBackUp } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import styles from './bubble.module.css';

/** Pixels that a finger may stray before it pulls. */
const SLACK = 10;
/** Pixels after which letting go answers. */
const FAR = 56;

type Props = {
  /** Undefined: the message cannot be answered. */
  onAnswer: (() => void) | undefined;
  children: ReactNode;
};

export function PullToAnswer({ onAnswer, children }: Props) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const [pull, setPull] = useState<'none' | 'short' | 'far'>('none');
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (!onAnswer || event.pointerType !== 'touch' || !event.isPrimary) return;
    // What is itself moved across, such as the place in a recording, is not the message.
    if ((event.target as Element).closest('input, audio, video, [role="slider"]')) return;
    from.current = { x: event.clientX, y: event.clientY };
  };
  const follow = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    const [across, along] = [clientX - from.current.x - SLACK, Math.abs(clientY - from.current.y)];
    if (pull === 'none' && across < along) return;
    const far = Math.max(0, Math.min(across, FAR * 1.25));
    currentTarget.style.setProperty('--pull', `${far}px`);
    setPull(far >= FAR ? 'far' : 'short');
  };
  const end = (answer: boolean) => (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    from.current = null;
    event.currentTarget.style.removeProperty('--pull');
    setPull('none');
    if (answer && pull === 'far') onAnswer?.();
  };
  return (
    <article
      className={styles.line}
      data-pull={pull === 'none' ? undefined : pull}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={end(true)}
      onPointerCancel={end(false)}
    >
      {pull !== 'none' && (
        <span className={styles.pullMark} aria-hidden>
          <IconArrowBackUp size={16} />
        </span>
      )}
      {children}
    </article>
  );
}
