import { type Server, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Counts every connection to a port of this machine, whatever is then spoken: HTTP, WebSocket, or nothing. */
export class ListeningServer {
  readonly connections: string[] = [];
  private constructor(private readonly server: Server) {}

  static async open(): Promise<ListeningServer> {
    const server = createServer();
    const listening = new ListeningServer(server);
    server.on('connection', (socket) => {
      const at = listening.connections.push('') - 1;
      socket.on('data', (data) => {
        listening.connections[at] += data.toString('latin1').split('\r\n')[0] ?? '';
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\nREMOTE');
      });
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return listening;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
