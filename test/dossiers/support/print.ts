import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RoundData, roundDocuments } from '../../../src/features/dossiers/documents/round-documents';
import type { Issue } from '../../../src/features/dossiers/papers/paper';
import type { RoundDecision } from '../../../src/features/dossiers/documents/decided-round';
import { type PrintDocument, toHtml } from '../../../src/features/dossiers/printing/print-document';
import { PdfRenderer } from '../../../src/platform/pdf/pdf-renderer';
import { type Pdf, readPdf, readPdfs } from './pdf';
import { evaluated, scratchFolder } from './round';

export interface TestPrinter {
  /** The documents of a round whose file matches, read from their PDFs. */
  print: (data: RoundData, file: RegExp) => Promise<Pdf[]>;
  printAll: (documents: readonly PrintDocument[]) => Promise<Pdf[]>;
  printOne: (document: PrintDocument) => Promise<Pdf>;
  close: () => Promise<void>;
}

export async function testPrinter(): Promise<TestPrinter> {
  const folder = await scratchFolder();
  const renderer = await PdfRenderer.open();
  let printed = 0;
  const write = async (document: PrintDocument) => {
    const path = join(folder.path, `${(printed += 1)}.pdf`);
    await writeFile(path, await renderer.print(toHtml(document)));
    return path;
  };
  const printAll = async (documents: readonly PrintDocument[]) =>
    readPdfs(await Promise.all(documents.map(write)));
  return {
    print: (data, file) => printAll(documentsOf(data, file)),
    printAll,
    printOne: async (document) => readPdf(await write(document)),
    close: async () => {
      await renderer.close();
      await folder.remove();
    },
  };
}

export function documentsOf(data: RoundData, file: RegExp): PrintDocument[] {
  return roundDocuments(data)
    .map((pending) => pending())
    .filter((document) => file.test(document.file));
}

/** So many collectives and so many individuals, all good enough for the award that the organizer gives itself. */
export function crowdOf(
  { campaign, round }: RoundData,
  size: number,
  name: (kind: string, number: number) => string = (kind, number) => `${kind} thứ ${number}`,
): RoundData {
  const kinds = { 'TT-01': 'Tập thể', 'CN-01': 'Người' };
  const nominations = Object.entries(kinds).flatMap(([code, kind]) => {
    const model = round.nominations.find((one) => one.code === code);
    if (!model) throw new Error(`no ${code}`);
    return Array.from({ length: size }, (_, at) => ({
      ...model,
      code: `${code}-${String(at + 1).padStart(3, '0')}`,
      name: name(kind, at + 1),
    }));
  });
  const awards = campaign.awards.map((award) => ({
    ...award,
    quota: award.quota.map((line) => ({ ...line, min: 0, max: award.authority === 'own' ? size : 0 })),
  }));
  return evaluated({ ...campaign, awards }, { ...round, nominations });
}

/** The round with all its papers numbered, dated and signed. */
export function issued(data: RoundData, issue: Issue): RoundData {
  return { ...data, papers: { ...data.papers, issueOf: () => issue } };
}

/** A decision that is in force, on an award that the organizer gives itself. */
export function decision(change: Partial<RoundDecision> & { nomination: string }): RoundDecision {
  return {
    award: 'GK',
    status: 'confirmed',
    wasConfirmed: true,
    number: '07/QĐ-SKHCN',
    date: '2025-12-05',
    endedOn: null,
    endDocument: null,
    endReason: null,
    auditHead: 'a1'.repeat(32),
    auditOrdinal: 1,
    ...change,
  };
}
