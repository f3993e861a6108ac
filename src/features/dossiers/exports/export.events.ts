import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { countBefore, exportById } from './export.queries';
import { progressOf } from './export.view';

const LOOK_MS = 700;
/** Something is said at least so often, so that no proxy on the way thinks the line is dead. */
const SILENT_MS = 15_000;

/** Tells a browser how far an export is, as server-sent events from the table: whichever process works on it. */
@Injectable()
export class ExportEvents implements BeforeApplicationShutdown {
  private readonly closing = new AbortController();

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Until the export ends, the browser leaves, or the service stops. Throws `export-not-found` before anything is sent. */
  async follow(id: string, response: Response): Promise<void> {
    let said = await this.look(id);
    response
      .status(200)
      .set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
    response.flushHeaders();
    const signal = this.endOf(response);
    if (response.req.method === 'HEAD') return void response.end();
    response.write(event(said));
    let at = performance.now();
    while (!said.ended && !signal.aborted) {
      await wait(LOOK_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      const news = await this.look(id);
      if (event(news) === event(said) && performance.now() - at < SILENT_MS) continue;
      response.write(event((said = news)));
      at = performance.now();
    }
    response.end();
  }

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  private endOf(response: Response): AbortSignal {
    const gone = new AbortController();
    void once(response, 'close').then(() => gone.abort());
    return AbortSignal.any([this.closing.signal, gone.signal]);
  }

  private async look(id: string) {
    const { reader } = this.unitOfWork;
    const job = await exportById(reader, id);
    return progressOf(job, job.state === 'waiting' ? await countBefore(reader, job) : 0);
  }
}

function event(progress: object): string {
  return `data: ${JSON.stringify(progress)}\n\n`;
}
