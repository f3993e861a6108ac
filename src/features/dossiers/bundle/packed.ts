const LENGTH = 4;

/** Bytes with a few words about them in front, as one entry of the cache. */
export function packed(head: object, bytes: Uint8Array): Uint8Array {
  const words = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(words.length);
  return Buffer.concat([length, words, bytes]);
}

export function unpacked(entry: Uint8Array): { head: unknown; bytes: Uint8Array } {
  const buffer = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  const end = LENGTH + buffer.readUInt32BE();
  return { head: JSON.parse(buffer.toString('utf8', LENGTH, end)) as unknown, bytes: buffer.subarray(end) };
}
