import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IfMatch } from '../../platform/http/etag';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { AccountBody, AccountQuery, NewAccount } from './account.dto';
import type { PersonRow } from './person.entity';
import { listPersons, personById } from './person.queries';
import { PersonService, type WithPassword } from './person.service';

/** Accounts for the administrator's programs: no password, token or hash is ever read here. */
@ApiTags('accounts')
@Controller('api/v1/accounts')
@Requires('account.manage')
export class AccountApiController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonService) private readonly persons: PersonService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Danh sách tài khoản' })
  async list(@Query() query: AccountQuery) {
    const found = await listPersons(this.unitOfWork.reader, query, Page.range(query));
    return Page.of(found, query).map(accountView);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một tài khoản' })
  async one(@Param('id') id: string) {
    return accountView(await personById(this.unitOfWork.reader, id));
  }

  @Post()
  @ApiOperation({ summary: 'Lập tài khoản; mật khẩu dùng một lần chỉ có trong câu trả lời này' })
  async add(@CurrentActor() actor: Actor, @Body() { unit, ...wanted }: NewAccount) {
    return withPassword(await this.persons.add(actor, { ...wanted, unitId: unit ?? null }));
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Sửa họ tên, nhóm, đơn vị; quyền mới có hiệu lực ở yêu cầu tiếp theo' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() seen: number,
    @Body() { unit, ...wanted }: AccountBody,
  ) {
    return accountView(await this.persons.edit(actor, id, { ...wanted, unitId: unit ?? null, seen }));
  }

  @Post(':id/password-reset')
  @ApiOperation({ summary: 'Cấp lại mật khẩu dùng một lần; mọi phiên đăng nhập kết thúc' })
  async reset(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return withPassword(await this.persons.reset(actor, id));
  }

  @Post(':id/disabling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Khóa tài khoản; mã truy cập của người đó bị thu hồi' })
  async disable(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return accountView(await this.persons.disable(actor, id));
  }

  @Post(':id/enabling')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mở lại tài khoản' })
  async enable(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return accountView(await this.persons.enable(actor, id));
  }
}

function accountView(row: PersonRow) {
  const { id, username, name, email, groups, unitId, disabledAt, createdAt, version } = row;
  const [headsUnit, mustChangePassword] = [Boolean(row.headsUnit), Boolean(row.mustChangePassword)];
  return {
    id,
    username,
    name,
    email,
    groups,
    unit: unitId,
    headsUnit,
    mustChangePassword,
    disabledAt,
    createdAt,
    version,
  };
}

function withPassword({ person, password }: WithPassword) {
  return { ...accountView(person), password };
}
