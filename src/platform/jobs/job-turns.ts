/**
 * Says whose turn it is: hands the ids of waiting jobs to processes that do jobs, one at a time to each. It may say one
 * twice, and loses what it had said when a process dies: whoever is called asks the table whether the job still waits, and
 * whoever sees a job wait announces it again. The table alone is the truth.
 */
export abstract class JobTurns {
  /** Somebody shall do this job. Harmless when it is said again. */
  abstract announce(id: string): Promise<void>;

  /** From now on this process does jobs too. `perform` deals with its own failures. */
  abstract work(perform: (id: string) => Promise<void>): Promise<void>;

  /** Takes no new turn; settles when the one in hand has ended. */
  abstract stop(): Promise<void>;
}
