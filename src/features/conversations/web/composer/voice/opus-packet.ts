// How long a packet of Opus sounds (RFC 6716, section 3.1).

/** Samples of one frame at 48 kHz, by the configuration in the packet's first byte. */
const SILK = [480, 960, 1920, 2880];
const HYBRID = [480, 960];
const CELT = [120, 240, 480, 960];

/** Samples at 48 kHz. */
export function samplesOf(packet: Uint8Array): number {
  const first = packet[0];
  if (first === undefined) return 0;
  const configuration = first >> 3;
  const frame =
    configuration < 12
      ? SILK[configuration & 3]!
      : configuration < 16
        ? HYBRID[configuration & 1]!
        : CELT[configuration & 3]!;
  return frame * framesOf(first & 3, packet[1] ?? 0);
}

function framesOf(code: number, second: number): number {
  if (code === 0) return 1;
  return code === 3 ? second & 0x3f : 2;
}
