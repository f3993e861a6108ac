import { StreamableFile } from '@nestjs/common';

/** The media type of a Word file. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A made paper as answer: a PDF to be looked at, a Word file to be kept. */
export function paper({ file, bytes }: { file: string; bytes: Uint8Array }): StreamableFile {
  const name = file.split('/').at(-1);
  return file.endsWith('.docx')
    ? new StreamableFile(bytes, { type: WORD, disposition: `attachment; filename="${name}"` })
    : new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
}
