import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Group, may } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { phasesInHand } from '../awards/leader.queries';
import { leaderTasks } from '../awards/pages/leader-tasks';
import { runningSessions } from '../council/home.queries';
import { councilTasks } from '../council/home.view';
import { administratorTasks } from './tasks/administrator.tasks';
import {
  officeCounts,
  returnedCases,
  unitCounts,
  unitsWithoutAccount,
  unusedAccounts,
} from './tasks/counts.queries';
import { officeTasks } from './tasks/office.tasks';
import { type HomePhases, homePhases } from './tasks/phases.queries';
import { type Task, undated } from './tasks/task';
import { unitTasks } from './tasks/unit.tasks';

/** What one group of a person has to do. */
export interface TaskPart {
  group: Group;
  tasks: Task[];
}

/** Asks every feature what it waits for: a part for each group of the person, by a number of queries that never grows. */
@Injectable()
export class HomeService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async now(actor: Actor): Promise<{ parts: TaskPart[]; phases: HomePhases }> {
    const phases = await homePhases(this.unitOfWork.reader, actor.unitId);
    const parts: TaskPart[] = [];
    const add = (group: Group, tasks: Task[]) => parts.push({ group, tasks });
    if (may(actor, 'nomination.submit') && actor.unitId !== null)
      add('unit', await this.ofUnit(actor.unitId, phases));
    if (may(actor, 'ballot.cast') || may(actor, 'council.manage'))
      add('council', await this.ofCouncil(actor));
    if (may(actor, 'nomination.accept')) add('office', await this.ofOffice(actor, phases));
    if (may(actor, 'allocation.decide')) add('leadership', await this.ofLeadership(actor));
    if (may(actor, 'account.manage')) add('administrator', await this.ofAdministrator());
    return { parts, phases };
  }

  private async ofUnit(unitId: string, { opened }: HomePhases): Promise<Task[]> {
    const { reader } = this.unitOfWork;
    const work = { counts: await unitCounts(reader, unitId), returned: await returnedCases(reader, unitId) };
    return unitTasks(unitId, opened, work, this.clock.now());
  }

  /** Also the office proposes, and publishes what leadership has concluded: told once to whoever is in both. */
  private async ofOffice(actor: Actor, phases: HomePhases): Promise<Task[]> {
    const counts = await officeCounts(
      this.unitOfWork.reader,
      phases.opened.map(({ row }) => row),
    );
    const own = officeTasks(phases, counts, this.clock.now());
    return may(actor, 'allocation.decide') ? own : [...own, ...(await this.ofLeadership(actor))];
  }

  private async ofCouncil(actor: Actor): Promise<Task[]> {
    return councilTasks(actor, await runningSessions(this.unitOfWork.reader, actor)).map(undated);
  }

  private async ofLeadership(actor: Actor): Promise<Task[]> {
    return leaderTasks(actor, await phasesInHand(this.unitOfWork.reader, actor.id)).map(undated);
  }

  private async ofAdministrator(): Promise<Task[]> {
    const { reader } = this.unitOfWork;
    const [unused, lonely] = [await unusedAccounts(reader), await unitsWithoutAccount(reader)];
    return administratorTasks({ unused, lonely });
  }
}
