/** A workbook is a zip archive: told by its first bytes, whatever the file is called. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50;
}
