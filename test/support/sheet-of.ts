import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent';

/** The one sheet of the workbook at an address, as somebody gets it. */
export async function sheetAt(agent: TestAgent, path: string): Promise<Worksheet> {
  const answer = await agent.get(path).buffer(true).parse(asBytes).expect(200);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[a-zA-Z0-9-]+\.xlsx"$/);
  const workbook = new Workbook();
  await workbook.xlsx.load(answer.body as Buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The rows of the list as text, by the names of its columns. */
export function rowsOf(sheet: Worksheet): Record<string, string>[] {
  const names = Array.from({ length: sheet.columnCount }, (_, at) => textOf(sheet, 2, at + 1));
  return Array.from({ length: sheet.rowCount - 2 }, (_, at) =>
    Object.fromEntries(names.map((name, column) => [name, textOf(sheet, at + 3, column + 1)])),
  );
}

function textOf(sheet: Worksheet, row: number, column: number): string {
  const { value } = sheet.getCell(row, column);
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** For `parse`: the answer as it came. */
export function asBytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(Buffer.from(part)));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
