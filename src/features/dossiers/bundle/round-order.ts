import type { Printed } from '../../../platform/pdf/merge/read-printed';
import type { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import type { RoundData } from '../documents/round-documents';
import { pressOf } from '../printing/press';
import type { SignedPapers } from '../signing/signed-papers';
import type { EvidenceSource } from './evidence-source';
import type { BundleTools } from './nomination-bundle';

/** What an export of a round is made of, and where it goes. */
export interface RoundOrder {
  data: RoundData;
  evidence: EvidenceSource;
  /** Path of the file, in a folder that is there. The file appears whole or not at all, in place of a former one. */
  target: string;
  renderer: PdfRenderer;
  /** Warm ones; absent: some are started for this export alone. */
  processes?: PdfProcesses;
  /** Where prints and merged dossiers are kept for the next export; absent: nothing is kept. */
  cacheDir?: string;
  /** Called after each nomination and each paper of the round, with how many are done. */
  onProgress?: (done: number, total: number) => void;
  /** Ends the export soon: it rejects with the reason of the signal, and nothing is left of the target's draft. */
  signal?: AbortSignal;
  /** Called where a file could not be made, with what was thrown: a finding says so to people, without its depths. */
  onFailure?: (file: string, failure: unknown) => void;
  /** Papers that came back signed go in as they came; absent: there are none. */
  signed?: SignedPapers;
  /** A Word file lies beside each document, except where one came back signed; absent: there are none. */
  word?: boolean;
}

/** Lets the work use the tools of an order, each of which stops with its signal. */
export async function withTools<T>(order: RoundOrder, work: (tools: BundleTools) => Promise<T>): Promise<T> {
  const { data, evidence, renderer, cacheDir, signal, signed, word, onFailure } = order;
  const processes = order.processes ?? new PdfProcesses();
  const run: PdfProcesses['run'] = (task, input, options) =>
    processes.run(task, input, { ...options, signal });
  const reads = new WeakMap<Uint8Array, Promise<Printed>>();
  const read = (print: Uint8Array) => {
    const reading = reads.get(print) ?? run('read', print);
    reads.set(print, reading);
    return reading;
  };
  const press = pressOf(data, renderer, { cacheDir, signal });
  try {
    return await work({
      data,
      evidence,
      cacheDir,
      signal,
      press,
      read,
      signed,
      word,
      onFailure,
      processes: { run },
    });
  } finally {
    if (!order.processes) await processes.close();
  }
}
