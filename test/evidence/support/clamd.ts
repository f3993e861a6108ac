import { type Server, type Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Speaks enough of clamd's protocol to scan: `zINSTREAM`, chunks with their lengths, a verdict. */
export class Clamd {
  /** The sizes of what was scanned. */
  readonly scanned: number[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** What it finds: a file with this text in it. Silent: it listens and never answers. */
    private mood: { virus: string; answer?: 'verdict' | 'error' | 'hang up' },
  ) {}

  static async open(virus: string): Promise<Clamd> {
    const server = createServer();
    const clamd = new Clamd(server, { virus });
    server.on('connection', (socket) => clamd.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return clamd;
  }

  get address(): { host: string; port: number } {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  /** How it answers from now on. */
  answering(answer: 'verdict' | 'error' | 'hang up'): void {
    this.mood = { ...this.mood, answer };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const content = wholeStream(received);
      if (content) this.answer(socket, content);
    });
  }

  private answer(socket: Socket, content: Buffer): void {
    const { virus, answer = 'verdict' } = this.mood;
    this.scanned.push(content.length);
    if (answer === 'hang up') return void socket.destroy();
    if (answer === 'error') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    socket.end(content.includes(virus) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}

const COMMAND = 'zINSTREAM\0';

/** The bytes of all chunks, once the empty one that ends them is there. */
function wholeStream(received: Buffer): Buffer | undefined {
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
