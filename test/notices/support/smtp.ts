import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';

/** How the server behaves: takes mail, refuses it for now or for good, or hangs up once it has read a letter. */
export type Mood = 'takes' | 'busy' | 'refuses' | 'hangs up';

export interface Letter {
  to: string;
  /** Header and text as they came. */
  raw: string;
}

/** A real mail server of one file (RFC 5321), as far as a sender needs one. */
export class Smtp {
  readonly letters: Letter[] = [];
  mood: Mood = 'takes';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** On a port of its own, or on one that it had before. */
  static async open(port = 0): Promise<Smtp> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const smtp = new Smtp(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket) => smtp.serve(socket));
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    let [unread, to, inData] = ['', '', false];
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.write('220 thu.so.example ESMTP\r\n');
    socket.on('data', (chunk) => {
      unread += chunk.toString('utf8');
      for (let end = endOf(unread, inData); end >= 0; end = endOf(unread, inData)) {
        const piece = unread.slice(0, end);
        unread = unread.slice(end + (inData ? 5 : 2));
        if (inData) this.take(socket, { to, raw: piece });
        else socket.write(this.answer(piece));
        if (/^RCPT/i.test(piece)) to = /<([^>]*)>/.exec(piece)?.[1] ?? '';
        inData = !inData && /^DATA/i.test(piece);
      }
    });
  }

  private answer(line: string): string {
    if (/^EHLO/i.test(line)) return '250-thu.so.example\r\n250 8BITMIME\r\n';
    if (/^RCPT/i.test(line) && this.mood === 'busy') return '450 4.2.0 try again later\r\n';
    if (/^RCPT/i.test(line) && this.mood === 'refuses') return '550 5.1.1 no such user\r\n';
    if (/^DATA/i.test(line)) return '354 go on\r\n';
    return /^QUIT/i.test(line) ? '221 bye\r\n' : '250 OK\r\n';
  }

  private take(socket: Socket, letter: Letter): void {
    this.letters.push(letter);
    if (this.mood === 'hangs up') socket.destroy();
    else socket.write('250 2.0.0 taken\r\n');
  }
}

function endOf(unread: string, inData: boolean): number {
  return unread.indexOf(inData ? '\r\n.\r\n' : '\r\n');
}

/** The text of a letter, whichever way it was coded. */
export function textOf({ raw }: Letter): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
