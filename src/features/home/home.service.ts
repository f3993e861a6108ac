import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Group, may } from '../../domain/access';
import { Clock } from '../../platform/clock/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { runningSessions } from '../council/home.queries';
import { councilTasks } from '../council/home.view';
import { administratorTasks } from './tasks/administrator.tasks';
import { officeCounts, unitCounts, unitsWithoutAccount, unusedAccounts } from './tasks/counts.queries';
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
    if (may(actor, 'nomination.submit') && actor.unitId !== null)
      parts.push({ group: 'unit', tasks: await this.ofUnit(actor.unitId, phases) });
    if (may(actor, 'nomination.accept')) parts.push({ group: 'office', tasks: await this.ofOffice(phases) });
    if (may(actor, 'ballot.cast')) parts.push({ group: 'council', tasks: await this.ofCouncil(actor) });
    if (may(actor, 'account.manage'))
      parts.push({ group: 'administrator', tasks: await this.ofAdministrator() });
    return { parts, phases };
  }

  private async ofUnit(unitId: string, { opened }: HomePhases): Promise<Task[]> {
    return unitTasks(unitId, opened, await unitCounts(this.unitOfWork.reader, unitId), this.clock.now());
  }

  private async ofOffice(phases: HomePhases): Promise<Task[]> {
    return officeTasks(phases, await officeCounts(this.unitOfWork.reader), this.clock.now());
  }

  private async ofCouncil(actor: Actor): Promise<Task[]> {
    return councilTasks(await runningSessions(this.unitOfWork.reader, actor)).map(undated);
  }

  private async ofAdministrator(): Promise<Task[]> {
    const { reader } = this.unitOfWork;
    const [unused, lonely] = [await unusedAccounts(reader), await unitsWithoutAccount(reader)];
    return administratorTasks({ unused, lonely });
  }
}
