// Puts Opus sound from the WebM that browsers record into the Ogg that WhatsApp wants; the sound itself stays as it is.
import { writeOgg } from './ogg.ts';
import { samplesOf } from './opus-packet.ts';

export class NotOpus extends Error {}

const ID = { codecPrivate: 0x63a2, simpleBlock: 0xa3, block: 0xa1 } as const;
/** Segment, Tracks, TrackEntry, Cluster, BlockGroup: looked into, whatever length they claim. */
const OPENED = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);

/** Throws `NotOpus` when it holds anything but one track of Opus. */
export function webmToOgg(webm: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { head, packets } = readWebm(webm);
  if (!head || packets.length === 0) throw new NotOpus('There is no sound of the kind Opus in it');
  return writeOgg(
    head,
    packets.map((bytes) => ({ bytes, samples: samplesOf(bytes) })),
  );
}

function readWebm(webm: Uint8Array): { head: Uint8Array | null; packets: Uint8Array[] } {
  const packets: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  let at = 0;
  while (at < webm.length) {
    const id = readNumber(webm, at, true);
    const size = id && readNumber(webm, at + id.length, false);
    // The end of a recording that was cut off.
    if (!id || !size) break;
    const start = at + id.length + size.length;
    if (OPENED.has(id.value)) {
      at = start;
      continue;
    }
    const end = Math.min(webm.length, start + size.value);
    const content = webm.subarray(start, end);
    if (id.value === ID.codecPrivate && isOpusHead(content)) head ??= content;
    if (id.value === ID.simpleBlock || id.value === ID.block) packets.push(packetOf(content));
    at = end;
  }
  return { head, packets };
}

function isOpusHead(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 8)) === 'OpusHead';
}

/** A block: track, two bytes of time, flags, then the packet. */
function packetOf(block: Uint8Array): Uint8Array {
  const track = readNumber(block, 0, false);
  if (!track) throw new NotOpus('A block has no track');
  const flags = block[track.length + 2] ?? 0;
  if ((flags & 0x06) !== 0) throw new NotOpus('Packets that share a block are not read');
  return block.subarray(track.length + 3);
}

/** A number of EBML: the first bit that is set tells its length; names keep that bit, sizes do not. */
function readNumber(
  bytes: Uint8Array,
  at: number,
  keepMark: boolean,
): { value: number; length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = keepMark ? first : first & (0xff >> length);
  for (let next = 1; next < length; next++) value = value * 256 + bytes[at + next]!;
  return { value, length };
}
