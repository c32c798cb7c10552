// Something to hear: play, go to any moment, faster; one at a time.
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconMicrophone, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { remember, useRemembered } from '#web/remembered.ts';
import styles from './media.module.css';

const SPEEDS = [1, 1.5, 2] as const;
let playing: HTMLAudioElement | null = null;

export function AudioPlayer({ source, isVoice }: { source: string; isVoice: boolean }) {
  const t = useTranslations('threadMedia');
  const format = useFormatter();
  const sound = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [remembered] = useRemembered('audioSpeed');
  const speed = SPEEDS.find((one) => String(one) === remembered) ?? 1;
  useEffect(() => {
    if (sound.current) sound.current.playbackRate = speed;
  }, [speed]);
  const toggle = () => {
    const element = sound.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    if (playing && playing !== element) playing.pause();
    playing = element;
    element.playbackRate = speed;
    // What cannot be played says so by its own event.
    void element.play().catch(() => setPlaying(false));
  };
  const noteLength = () => {
    const { duration } = sound.current ?? { duration: 0 };
    setLength(Number.isFinite(duration) ? duration : 0);
  };
  const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]!;
  return (
    <div className={styles.audio}>
      {/* biome-ignore lint/a11y/useMediaCaption: customers send no captions */}
      <audio
        ref={sound}
        src={source}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={noteLength}
      />
      {isVoice && <IconMicrophone className={styles.voice} size={15} aria-label={t('voice')} />}
      <ActionIcon
        variant="light"
        radius="xl"
        size={34}
        aria-label={t(isPlaying ? 'pause' : 'play')}
        onClick={toggle}
      >
        {isPlaying ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </ActionIcon>
      <input
        className={styles.seek}
        type="range"
        min={0}
        max={length || 1}
        step={0.1}
        value={Math.min(at, length || 1)}
        disabled={length === 0}
        aria-label={t('seek')}
        aria-valuetext={t('moment', { at: clock(at), length: clock(length) })}
        onChange={(event) => {
          const to = Number(event.currentTarget.value);
          setAt(to);
          if (sound.current) sound.current.currentTime = to;
        }}
      />
      <span className={`${styles.detail} figures`}>{clock(isPlaying || at > 0 ? at : length)}</span>
      <UnstyledButton
        className={styles.speed}
        aria-label={t('speed', { speed: format.number(speed) })}
        onClick={() => remember('audioSpeed', String(next))}
      >
        {format.number(speed)}×
      </UnstyledButton>
    </div>
  );
}

/** Seconds as `1:05`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
