// Sound from WebM to Ogg: every packet comes through, in order, in pages whose sums are right.
import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { samplesOf } from './opus-packet.ts';
import { NotOpus, webmToOgg } from './webm-to-ogg.ts';

const text = (words: string) => [...new TextEncoder().encode(words)];
const HEAD = [...text('OpusHead'), 1, 1, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0];
const UNKNOWN = [0x01, 255, 255, 255, 255, 255, 255, 255];

function element(id: number[], content: number[], size: number[] = sizeOf(content.length)): number[] {
  return [...id, ...size, ...content];
}

function sizeOf(length: number): number[] {
  return [0x10 | (length >>> 24), (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
}

/** As MediaRecorder writes it: a segment and clusters without length, one packet in each block. */
function webm(packets: number[][], { grouped = false, head = HEAD } = {}): Uint8Array<ArrayBuffer> {
  const blocks = packets.map((packet) => {
    const block = [0x81, 0, 0, 0x80, ...packet];
    return grouped ? element([0xa0], element([0xa1], block)) : element([0xa3], block);
  });
  return Uint8Array.from([
    ...element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x86, 0x81, 1]),
    ...element([0x18, 0x53, 0x80, 0x67], [], UNKNOWN),
    ...element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x63, 0xa2], head))),
    ...element([0x1f, 0x43, 0xb6, 0x75], [], UNKNOWN),
    ...element([0xe7], [0]),
    ...blocks.flat(),
  ]);
}

type Page = { flags: number; position: bigint; packets: number[][]; sum: number };

/** An independent reading of Ogg. */
function pagesOf(ogg: Uint8Array): Page[] {
  const pages: Page[] = [];
  const view = new DataView(ogg.buffer);
  for (let at = 0; at < ogg.length; ) {
    expect(new TextDecoder().decode(ogg.subarray(at, at + 4))).toBe('OggS');
    const lacing = [...ogg.subarray(at + 27, at + 27 + ogg[at + 26]!)];
    const packets: number[][] = [[]];
    let from = at + 27 + lacing.length;
    for (const length of lacing) {
      packets.at(-1)!.push(...ogg.subarray(from, from + length));
      from += length;
      if (length < 255) packets.push([]);
    }
    packets.pop();
    const bytes = ogg.slice(at, from);
    bytes.fill(0, 22, 26);
    expect(view.getUint32(at + 22, true)).toBe(slowSum(bytes));
    pages.push({ flags: ogg[at + 5]!, position: view.getBigUint64(at + 6, true), packets, sum: 0 });
    at = from;
  }
  return pages;
}

function slowSum(bytes: Uint8Array): number {
  let sum = 0n;
  for (const byte of bytes) {
    sum ^= BigInt(byte) << 24n;
    for (let bit = 0; bit < 8; bit++)
      sum = sum & 0x80000000n ? ((sum << 1n) ^ 0x104c11db7n) & 0xffffffffn : sum << 1n;
  }
  return Number(sum);
}

const packet = fc.array(fc.nat(255), { minLength: 1, maxLength: 700 });

describe('WebM to Ogg', () => {
  it('keeps every packet, whatever its length', () =>
    fc.assert(
      fc.property(fc.array(packet, { minLength: 1, maxLength: 40 }), fc.boolean(), (packets, grouped) => {
        const [first, second, ...sound] = pagesOf(webmToOgg(webm(packets, { grouped })));
        expect(first).toMatchObject({ flags: 2, packets: [HEAD] });
        expect(second!.packets[0]!.slice(0, 8)).toEqual(text('OpusTags'));
        expect(sound.flatMap((page) => page.packets)).toEqual(packets);
        expect(sound.at(-1)).toMatchObject({
          flags: 4,
          position: BigInt(packets.reduce((sum, one) => sum + samplesOf(Uint8Array.from(one)), 0)),
        });
      }),
      { numRuns: 60 },
    ));

  it('is known as Opus in Ogg by its bytes', async () => {
    const ogg = webmToOgg(webm([[0x08, 1, 2, 3]]));
    expect((await fileTypeFromBuffer(ogg))?.mime).toMatch(/^audio\/(ogg|opus)/);
  });

  it('refuses what holds no Opus', () => {
    expect(() => webmToOgg(webm([[1]], { head: text('vorbis..') }))).toThrow(NotOpus);
    expect(() => webmToOgg(webm([]))).toThrow(NotOpus);
    expect(() => webmToOgg(new Uint8Array([1, 2, 3]))).toThrow(NotOpus);
  });
});

it('tells how long packets sound', () => {
  // 20 ms of SILK, 2.5 ms of CELT, two frames, three frames counted in the second byte.
  expect([[0x08], [0x80], [0x09], [0x0b, 0x03]].map((bytes) => samplesOf(Uint8Array.from(bytes)))).toEqual([
    960, 120, 1920, 2880,
  ]);
});
