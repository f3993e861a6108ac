import { once } from 'node:events';
import { Agent, type Server, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { inTurn } from '../../src/platform/http/turns';

const CONNECTIONS = 40;
const EACH = 10;

describe('requests that come all at once', () => {
  let server: Server;
  let answered = 0;
  const agent = new Agent({ keepAlive: true });
  beforeAll(async () => {
    const app = express();
    app.use(inTurn(), (_request, response) => response.end(String(++answered)));
    server = createServer(app).listen(0);
    await once(server, 'listening');
  });
  afterAll(async () => {
    agent.destroy();
    server.close();
    await once(server, 'close');
  });

  /** How many others were answered between the question and its answer. */
  async function overtaken(): Promise<number> {
    const before = answered;
    const [response] = await once(get({ port: (server.address() as AddressInfo).port, agent }), 'response');
    await once(response.resume(), 'end');
    return answered - before - 1;
  }

  it('are answered in the order in which they came, new connections among those in use', async () => {
    const one = async () => {
      const waits: number[] = [];
      for (let at = 0; at < EACH; at += 1) waits.push(await overtaken());
      return Math.max(...waits);
    };
    const waits = await Promise.all(Array.from({ length: CONNECTIONS }, one));
    expect(answered).toBe(CONNECTIONS * EACH);
    expect(Math.max(...waits)).toBeLessThan(CONNECTIONS * 3);
  });
});
