import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type Transporter, createTransport } from 'nodemailer';
import { In } from 'typeorm';
import { SYSTEM } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Log } from '../../platform/logging/log';
import { letterOf } from './letter';
import type { MailRow } from './mail.entity';
import { anythingToDo, claimMail, noteFailed, noteSent } from './mail.store';
import { NoticeRow } from './notice.entity';

const POLL_MS = 30_000;
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * Sends the e-mails that the database holds, where a mail server is set up; in as many processes as there are. A letter is
 * taken in hand before it is sent, and never sent again when its fate is unknown: it goes out at most once. What certainly
 * did not go out is tried again. The notice in the application is there in any case.
 */
@Injectable()
export class MailWorker implements BeforeApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private current: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Config) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** From now on, until the service stops. */
  start(): void {
    if (!this.config.smtpUrl) return;
    const next = (): void => {
      this.current = this.round()
        .catch((error: unknown) => this.log.error({ err: error }, 'e-mails wait'))
        .finally(() => {
          if (!this.stopped) this.timer = setTimeout(next, POLL_MS).unref();
        });
    };
    next();
  }

  /** What is in hand is sent before the service ends. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.current;
  }

  /** Sends all that is due, until there is no more or the server does not take it; gives how many e-mails went out. */
  async round(): Promise<number> {
    const { smtpUrl } = this.config;
    if (!smtpUrl) return 0;
    const server = createTransport({ url: smtpUrl, ...PATIENCE }, { from: this.config.mailFrom });
    let sent = 0;
    while (!this.stopped && (await anythingToDo(this.unitOfWork.reader, this.clock.now()))) {
      const rows = await this.unitOfWork.run(SYSTEM, (tx) => claimMail(tx, this.clock.now()));
      const failure = rows.length === 0 ? undefined : await this.deliver(server, rows);
      if (failure?.unreachable) break;
      if (rows.length > 0 && !failure) sent += 1;
    }
    return sent;
  }

  /** Gives why it did not go out; undefined when it did. */
  private async deliver(server: Transporter, rows: MailRow[]): Promise<Failure | undefined> {
    const failure = await this.failureOf(server, rows);
    await this.unitOfWork.run(SYSTEM, (tx) => {
      const now = this.clock.now();
      return failure ? noteFailed(tx, rows, { ...failure, now }) : noteSent(tx, rows, now);
    });
    if (failure) this.log.warn({ error: failure.error, again: failure.again }, 'an e-mail did not go out');
    return failure;
  }

  /** The server is greeted first: where that fails, nothing has gone out for certain. */
  private async failureOf(server: Transporter, rows: MailRow[]): Promise<Failure | undefined> {
    try {
      await server.verify();
    } catch (error) {
      return { error: codeOf(error), again: true, unreachable: true };
    }
    try {
      await server.sendMail({ to: { name: '', address: rows[0]?.to ?? '' }, ...(await this.letter(rows)) });
      return undefined;
    } catch (error) {
      return { error: codeOf(error), again: isPassing(error), unreachable: false };
    }
  }

  private async letter(rows: readonly MailRow[]) {
    const ids = rows.map(({ noticeId }) => noticeId);
    const notices = await this.unitOfWork.reader.findBy(NoticeRow, { id: In(ids) });
    const hrefs = new Map(notices.map(({ id, href }) => [id, href]));
    const told = rows.map(({ subject, text, noticeId }) => ({
      subject,
      text,
      href: hrefs.get(noticeId) ?? '/',
    }));
    return letterOf(told, this.config.publicUrl);
  }
}

interface Failure {
  error: string;
  again: boolean;
  /** Then nobody else's e-mail goes out either. */
  unreachable: boolean;
}

/** The server itself said “not now” (RFC 5321, 4xx): then the letter has not gone out. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : Number.NaN;
  return code >= 400 && code < 500;
}

/** Codes alone: messages of mail servers quote addresses. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const parts = [code, responseCode].filter((part) => part !== undefined);
  return parts.join(' ').slice(0, 200) || error.name;
}
