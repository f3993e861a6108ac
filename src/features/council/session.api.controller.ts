import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { Page, PageQuery } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AttendanceService } from './attendance.service';
import { sessionDetail } from './session.detail';
import { NewSession, RollCall, SessionEdit } from './session.dto';
import { listSessions } from './session.queries';
import { SessionService } from './session.service';
import { sessionLineView, sessionView } from './session.view';

@ApiTags('council')
@Controller('api/v1/sessions')
export class SessionApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
  ) {}

  @Get()
  @Requires('session.read')
  @ApiOperation({ summary: 'Các phiên họp Hội đồng; thành viên chỉ thấy phiên mình dự' })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const found = await listSessions(this.unitOfWork.reader, actor, Page.range(query));
    return Page.of(found, query).map(sessionLineView);
  }

  @Get(':id')
  @Requires('session.read')
  @ApiOperation({ summary: 'Một phiên họp, với một trang chương trình' })
  async one(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: PageQuery) {
    return sessionView(await sessionDetail(this.unitOfWork.reader, actor, id, Page.range(query)));
  }

  @Post()
  @Requires('council.manage')
  @ApiOperation({ summary: 'Lập phiên họp' })
  async plan(@CurrentActor() actor: Actor, @Body() { campaign, phase, ...plan }: NewSession) {
    const { id, number, version } = await this.sessions.plan(actor, campaign, phase, plan);
    return { id, number, version };
  }

  @Put(':id')
  @Requires('council.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Sửa phiên họp chưa khai mạc' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() seen: number,
    @Body() plan: SessionEdit,
  ) {
    const { version } = await this.sessions.edit(actor, id, { seen, ...plan });
    return { id, version };
  }

  @Put(':id/attendance')
  @Requires('council.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Điểm danh' })
  async call(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() seen: number,
    @Body() { marks }: RollCall,
  ) {
    const { version } = await this.attendance.call(actor, id, { seen, marks });
    return { id, version };
  }

  @Post(':id/opening')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Khai mạc phiên họp' })
  async open(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { state, version } = await this.sessions.open(actor, id);
    return { id, state, version };
  }

  @Post(':id/closing')
  @Requires('council.manage')
  @ApiOperation({ summary: 'Bế mạc phiên họp' })
  async close(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const { state, version } = await this.sessions.close(actor, id);
    return { id, state, version };
  }
}
