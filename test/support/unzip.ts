// Reads a zip by its own directory, so that what is written is read by somebody else's understanding of the format.
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Files by path. Throws when the archive is cut off. */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('The zip has no end: it was cut off.');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('The directory of the zip is broken.');
    const [method, size, full] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
    ];
    const [name, extra, comment] = [at + 28, at + 30, at + 32].map((place) => zip.readUInt16LE(place));
    const path = zip.toString('utf8', at + 46, at + 46 + name!);
    const head = zip.readUInt32LE(at + 42);
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const packed = zip.subarray(from, from + size);
    const bytes = method === 0 ? packed : inflateRawSync(packed);
    if (bytes.length !== full) throw new Error(`${path} has not the size that the directory says.`);
    files.set(path, bytes);
    at += 46 + name! + extra! + comment!;
  }
  return files;
}
