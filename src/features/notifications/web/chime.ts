// The chime: two short notes, made by the browser itself. One tab of the browser plays it, whichever may.
import { remember, remembered } from '#web/remembered.ts';

const LAST = 'chimed';
const OFF = 'sound';
/** Frequency in Hz and start in seconds. */
const NOTES = [
  [659.3, 0],
  [987.8, 0.12],
] as const;
const NOTE_S = 0.35;
const LOUDNESS = 0.12;

let audio: AudioContext | undefined;

/** Plays it at once; answers whether the browser let it: it does only after the person touched the page. */
export async function playChime(): Promise<boolean> {
  try {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') await audio.resume();
  } catch {
    return false;
  }
  if (audio.state !== 'running') return false;
  for (const [frequency, start] of NOTES) {
    const at = audio.currentTime + start;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + NOTE_S);
  }
  return true;
}

/** What is there when the page opens does not chime. */
export function noteChimed(at: string): void {
  if (at > (remembered(LAST) ?? '')) remember(LAST, at);
}

/** Plays it for something that came at `at` (ISO 8601), unless another tab already did or this browser is muted. */
export async function chimeOnce(at: string): Promise<void> {
  if (remembered(OFF) === 'off' || !mayPlay()) return;
  const claim = async () => {
    if (at <= (remembered(LAST) ?? '')) return;
    noteChimed(at);
    await playChime();
  };
  // Locks are not there on plain http; two tabs may then chime at once.
  if (navigator.locks) await navigator.locks.request('rondine-chime', claim);
  else await claim();
}

/** A tab that nobody touched since it was loaded stays silent: it leaves the chime to another. */
function mayPlay(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** Key of the remembered choice: `off` mutes this browser. */
export const SOUND_CHOICE = OFF;
