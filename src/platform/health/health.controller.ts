import { Controller, Get, Inject } from '@nestjs/common';
import { DomainError } from '../../domain/domain-error';
import { Database } from '../database/database';
import { Public } from '../http/requires';

/** For whoever watches over the service. */
@Controller()
@Public()
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The process answers. */
  @Get('health')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers both ways and its tables are up to date; else 503. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.database.check().catch(() => {
      throw new DomainError('not-ready');
    });
    return { status: 'ok' };
  }
}
