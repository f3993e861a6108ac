import { Clock } from '../../src/platform/clock/clock';

/** Stands still until it is told otherwise. */
export class FrozenClock extends Clock {
  constructor(private instant = '2026-03-02T01:30:00.000Z') {
    super();
  }

  override now(): string {
    return this.instant;
  }

  /** An ISO instant in UTC with milliseconds. */
  set(instant: string): void {
    this.instant = instant;
  }
}
