// Ids of messages that the browser chooses: UUIDv7, so that they are ordered by time.

let last = 0;

/** Later calls give greater ids, also within one millisecond. */
export function timeOrderedId(): string {
  // Thousandths of a millisecond count the ids of one instant.
  last = Math.max(Date.now() * 4096, last + 1);
  const time = Math.floor(last / 4096)
    .toString(16)
    .padStart(12, '0');
  const turn = (last % 4096).toString(16).padStart(3, '0');
  const random = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  random[0] = (0x80 | (Number.parseInt(random[0]!, 16) & 0x3f)).toString(16);
  const tail = random.join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${turn}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
