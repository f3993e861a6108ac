import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { ATTENDANCES } from '../../domain/council';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { message } from '../../platform/messages/message';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formNumber, formText } from '../../platform/views/form';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, type View, view } from '../../platform/views/view';
import { AttendanceService, type Mark } from './attendance.service';
import { problemsOf } from './problems';
import { type Seated, seatedIn, visibleSession } from './session.queries';

/** The roll call. */
@Controller('hoi-dong/:id/diem-danh')
export class RollPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
  ) {}

  @Get()
  @Requires('council.manage')
  form(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.rollPage(actor, id, null, noRefusal);
  }

  @Post()
  @Requires('council.manage')
  call(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const work = async () => {
      const seats = await this.seats(actor, id);
      return this.attendance.call(actor, id, {
        seen: formNumber(body, 'version'),
        marks: marksIn(body, seats),
      });
    };
    return attempt(work, {
      done: () => new Redirect(`/hoi-dong/${id}`, 'roll-called'),
      again: (refusal) => this.rollPage(actor, id, body, refusal),
    });
  }

  private async seats(actor: Actor, id: string): Promise<Seated[]> {
    const { reader } = this.unitOfWork;
    return seatedIn(reader, (await visibleSession(reader, actor, id)).id);
  }

  private async rollPage(actor: Actor, id: string, body: FormBody | null, refusal: Refusal): Promise<View> {
    const session = await visibleSession(this.unitOfWork.reader, actor, id);
    const seats = await this.seats(actor, id);
    const model = {
      session: session.title,
      back: `/hoi-dong/${id}`,
      version: String(session.version),
      problems: problemsOf(refusal),
      seats: seats.map((seat) => lineOf(seat, body)),
    };
    return view('council/roll', 'Điểm danh', model);
  }
}

/** Whoever is not marked stays as they are. */
function marksIn(body: FormBody, seats: readonly Seated[]): Mark[] {
  return seats.flatMap(({ id }) => {
    const attendance = ATTENDANCES.find((each) => each === formText(body, `co-mat-${id}`));
    return attendance ? [{ seat: id, attendance, reason: formText(body, `ly-do-${id}`) }] : [];
  });
}

/** Most are there: whoever has not been marked yet stands as present until it is saved. */
function lineOf({ id, name, role, attendance, reason }: Seated, body: FormBody | null) {
  const marked = body === null ? (attendance ?? 'present') : formText(body, `co-mat-${id}`);
  const answers = ATTENDANCES.filter((each) => role !== 'secretary' || each !== 'written');
  return {
    name,
    role: message(`council.role.${role}`),
    options: answers.map((value) => ({
      id: `co-mat-${id}-${value}`,
      field: `co-mat-${id}`,
      value,
      label: message(`council.attendance.${value}`),
      checked: value === marked,
    })),
    reason: {
      field: `ly-do-${id}`,
      value: body === null ? (reason ?? '') : formText(body, `ly-do-${id}`),
    },
  };
}
