// Writes packets of Opus as an Ogg file (RFC 3533 and RFC 7845).

export type OpusPacket = {
  bytes: Uint8Array;
  /** At 48 kHz. */
  samples: number;
};

const FIRST = 0x02;
const LAST = 0x04;
const MOST_SEGMENTS = 255;
/** Any number will do: the file has one stream. */
const STREAM = 0x526f6e64;

/** `head` is the `OpusHead` packet. At least one packet. */
export function writeOgg(head: Uint8Array, packets: readonly OpusPacket[]): Uint8Array<ArrayBuffer> {
  const pages = [page(0, FIRST, 0, [head]), page(1, 0, 0, [tags()])];
  let samples = 0;
  let waiting: Uint8Array[] = [];
  let segments = 0;
  packets.forEach((packet, at) => {
    const needs = Math.floor(packet.bytes.length / 255) + 1;
    if (segments + needs > MOST_SEGMENTS) {
      pages.push(page(pages.length, 0, samples, waiting));
      waiting = [];
      segments = 0;
    }
    waiting.push(packet.bytes);
    segments += needs;
    samples += packet.samples;
    if (at === packets.length - 1) pages.push(page(pages.length, LAST, samples, waiting));
  });
  const whole = new Uint8Array(pages.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of pages) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

function tags(): Uint8Array {
  const vendor = new TextEncoder().encode('rondine');
  const bytes = new Uint8Array(16 + vendor.length);
  bytes.set(new TextEncoder().encode('OpusTags'));
  new DataView(bytes.buffer).setUint32(8, vendor.length, true);
  bytes.set(vendor, 12);
  return bytes;
}

/** `position` counts the samples up to the end of the page. */
function page(number: number, flags: number, position: number, packets: readonly Uint8Array[]): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const header = 27 + lacing.length;
  const bytes = new Uint8Array(header + packets.reduce((sum, one) => sum + one.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('OggS'));
  bytes[5] = flags;
  view.setBigUint64(6, BigInt(position), true);
  view.setUint32(14, STREAM, true);
  view.setUint32(18, number, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  let at = header;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

/** CRC-32 as Ogg wants it: not mirrored, nothing added. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ TABLE[((sum >>> 24) ^ byte) & 0xff]!) >>> 0;
  return sum;
}
