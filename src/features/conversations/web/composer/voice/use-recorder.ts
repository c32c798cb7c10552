// Records a voice note: asks for the microphone, counts the seconds, and gives a file that WhatsApp plays.
import { useCallback, useEffect, useRef, useState } from 'react';
import { webmToOgg } from './webm-to-ogg.ts';

/** `voiceNote`: it is Opus in Ogg and shows as a voice note; else it goes as an audio file. */
export type Recorded = { file: File; voiceNote: boolean };
export type RecorderState = 'idle' | 'asking' | 'recording' | 'refused' | 'unable';

/** In the order in which they serve: as WhatsApp wants it, to be put into Ogg, and as a plain audio file. */
const FORMATS = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'] as const;

export function mayRecord(): boolean {
  return (
    typeof MediaRecorder !== 'undefined' &&
    Boolean(navigator.mediaDevices?.getUserMedia) &&
    format() !== undefined
  );
}

function format(): (typeof FORMATS)[number] | undefined {
  return FORMATS.find((one) => MediaRecorder.isTypeSupported(one));
}

type Running = { recorder: MediaRecorder; parts: Blob[]; stop: () => void };

export function useRecorder() {
  const [state, setState] = useState<RecorderState>('idle');
  const [seconds, setSeconds] = useState(0);
  const running = useRef<Running | null>(null);
  const end = useCallback(() => {
    running.current?.stop();
    running.current = null;
    setState('idle');
    setSeconds(0);
  }, []);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      end();
    };
  }, [end]);
  useEffect(() => {
    if (state !== 'recording') return;
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => window.clearInterval(timer);
  }, [state]);

  const start = async () => {
    if (running.current || state === 'asking') return;
    setState('asking');
    try {
      const listening = await listen();
      // Somebody may have left while the browser asked.
      if (gone.current) return listening.stop();
      running.current = listening;
      setState('recording');
    } catch (error) {
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'unable');
    }
  };
  /** The recording so far; null when there is none. */
  const finish = async (): Promise<Recorded | null> => {
    const { recorder, parts } = running.current ?? {};
    if (!recorder || !parts) return null;
    await new Promise<void>((stopped) => {
      recorder.addEventListener('stop', () => stopped(), { once: true });
      recorder.stop();
    });
    const whole = new Blob(parts, { type: recorder.mimeType });
    end();
    return whole.size > 0 ? recordedOf(whole) : null;
  };
  return { state, seconds, start, finish, cancel: end };
}

async function listen(): Promise<Running> {
  const microphone = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  });
  // WhatsApp wants one channel, and some microphones have two whatever one asks for.
  const context = new AudioContext();
  const mono = new MediaStreamAudioDestinationNode(context, {
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  context.createMediaStreamSource(microphone).connect(mono);
  const mimeType = format();
  const recorder = new MediaRecorder(mono.stream, {
    ...(mimeType ? { mimeType } : {}),
    audioBitsPerSecond: 32_000,
  });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.start(1_000);
  return {
    recorder,
    parts,
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      for (const track of microphone.getTracks()) track.stop();
      void context.close();
    },
  };
}

async function recordedOf(whole: Blob): Promise<Recorded> {
  if (whole.type.startsWith('audio/mp4'))
    return { file: new File([whole], 'voice.m4a', { type: 'audio/mp4' }), voiceNote: false };
  const ogg = whole.type.startsWith('audio/webm')
    ? new Blob([webmToOgg(new Uint8Array(await whole.arrayBuffer()))])
    : whole;
  return { file: new File([ogg], 'voice.ogg', { type: 'audio/ogg' }), voiceNote: true };
}
