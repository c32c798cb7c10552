// What a person is to the colleagues, as a dot: a full one, a half one, one with a bar, an empty one.
import type { PresenceState } from '#features/team/presence.contract.ts';
import styles from './Presence.module.css';

export function PresenceDot({ state }: { state: PresenceState }) {
  return <span className={styles.dot} data-state={state} aria-hidden />;
}
