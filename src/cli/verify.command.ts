import { open as openFile, stat } from 'node:fs/promises';
import { type BundleReader, openBundle } from '../features/dossiers/bundle/bundle-reader';
import { type Verified, verifyBundle } from '../features/dossiers/bundle/verify-bundle';
import { message } from '../platform/messages/message';
import { oneLine } from '../platform/text/printable';
import { UnsafeZip } from '../platform/zip/unsafe-zip';
import { Refusal, refuse } from './failure';
import { replayed } from './replayed';
import { print } from './terminal';
import { verifySignature } from './verify-signature.command';

const PDF = Buffer.from('%PDF-');

/**
 * `thidua verify BUNDLE`: holds a bundle, packed or unpacked, against its manifest, and its result against its frozen
 * inputs. Offline; says everything that differs at once. Of a PDF it says what `verify-signature` says.
 */
export async function verify(path: string, limits?: Parameters<typeof replayed>[1]): Promise<void> {
  if (await isPdf(path)) return verifySignature(path, {});
  const bundle = await open(path);
  try {
    const verified = await verifyBundle(bundle);
    const lines = changes(verified);
    const again = await replay(verified, limits);
    if (again) lines.push(...again);
    if (lines.length > 0) lines.push(message('verify.not-whole', { count: lines.length }));
    if (!again) lines.push(message('verify.replay-too-heavy'));
    if (lines.length > 0) throw new Refusal(lines);
    print(told(verified));
  } finally {
    bundle.close();
  }
}

/** By what the file begins with, whatever its name. */
async function isPdf(path: string): Promise<boolean> {
  if (!(await stat(path)).isFile()) return false;
  const file = await openFile(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(PDF.length), 0, PDF.length, 0);
    return buffer.equals(PDF);
  } finally {
    await file.close();
  }
}

async function open(path: string): Promise<BundleReader> {
  try {
    return await openBundle(path);
  } catch (error) {
    if (error instanceof UnsafeZip)
      return refuse(`verify.${error.code}`, { ...plain(error.params), bundle: path });
    throw error;
  }
}

function changes({ differences }: Verified): string[] {
  return differences.map(({ code, params }) => message(`verify.${code}`, plain(params)));
}

/** Undefined where the result is too heavy to be worked out again. */
async function replay(
  { kept, manifest }: Verified,
  limits?: Parameters<typeof replayed>[1],
): Promise<string[] | undefined> {
  if (!manifest) return [];
  if (kept === 'omitted') return [];
  if (!kept) return [message('verify.not-replayed')];
  return kept === 'too-long' ? undefined : replayed(kept, limits);
}

function told({ manifest, sha256, signed }: Verified): string {
  const { files = [], campaign = '', phase = '', auditHead = '', part } = manifest ?? {};
  return [
    message(part ? 'verify.whole-part' : 'verify.whole', plain({ campaign, phase, files: files.length })),
    ...(part
      ? [
          message(
            'verify.part',
            plain({ count: part.count, all: part.all, folders: part.folders.join(', ') }),
          ),
        ]
      : []),
    message('verify.manifest', { sha256 }),
    message('verify.audit', plain({ auditHead })),
    message('verify.signed', { signed }),
  ].join('\n');
}

/** A name with a line break could tell lines of its own. */
function plain(params: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? oneLine(value) : value]),
  );
}
