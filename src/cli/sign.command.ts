import { open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Clock } from '../platform/clock/clock';
import { message } from '../platform/messages/message';
import { openKeyFile } from '../platform/signing/key-file';
import { signPdf } from '../platform/signing/pdf-signer';
import { refuse } from './failure';
import { askSecret } from './secret';
import { print } from './terminal';

/** What `sign` is given beside the file. */
export interface SignOptions {
  p12: string;
  out: string;
  field?: string;
  image?: string;
  passwordFile?: string;
}

const PASSWORD = 'THIDUA_P12_PASSWORD';

/**
 * `thidua sign FILE.pdf`: adds one digital signature and writes the signed file beside the other. The key stays on this
 * machine; a file that is there is not written over.
 */
export async function sign(file: string, options: SignOptions): Promise<void> {
  const { p12, out, field, image } = options;
  await requirePlace(out);
  const [pdf, keyFile] = [await readFile(file), await readFile(p12)];
  const key = await openKeyFile(keyFile, await passwordFor(options));
  const signed = await signPdf(pdf, key, {
    at: new Clock().now(),
    ...(field !== undefined && { field }),
    ...(image !== undefined && { image: await readFile(image) }),
  });
  await writeNew(out, signed.bytes);
  print(message('cli.sign.done', { name: signed.holder.name, field: signed.field, file: out }));
}

/** A place for the file, before a password is asked for it. */
async function requirePlace(out: string): Promise<void> {
  if (await stat(out).catch(() => undefined)) refuse('cli.sign.exists', { out });
  const folder = await stat(dirname(out)).catch(() => undefined);
  if (!folder?.isDirectory()) refuse('cli.sign.no-folder', { folder: dirname(out) });
}

/** The whole file or none: half of it would look like a signed paper. */
async function writeNew(out: string, bytes: Uint8Array): Promise<void> {
  const file = await open(out, 'wx');
  try {
    await file.writeFile(bytes);
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** From a file, from the environment, or from the keyboard; never from the command line, which others can see. */
async function passwordFor({ passwordFile, p12 }: SignOptions): Promise<string> {
  if (passwordFile !== undefined) return (await readFile(passwordFile, 'utf8')).replace(/\r?\n$/, '');
  const given = process.env[PASSWORD];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) refuse('cli.sign.no-password', { variable: PASSWORD });
  return askSecret(message('cli.sign.password', { file: p12 }));
}
