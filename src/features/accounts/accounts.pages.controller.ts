import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type Actor, GROUPS } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formText } from '../../platform/views/form';
import { pageQuery } from '../../platform/views/pager';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { allUnits } from '../units/unit.queries';
import {
  type AccountInput,
  NOTHING_TYPED,
  accountFields,
  accountInput,
  storedInput,
  wantedAccount,
} from './account.form';
import { ACCOUNTS, accountFacts, accountListView, tokensView } from './account.view';
import { accountsSheet } from './accounts.sheet';
import type { PersonRow } from './person.entity';
import {
  ACCOUNT_STATES,
  type PersonFilter,
  listPersons,
  personById,
  tokenCounts,
  unitNames,
} from './person.queries';
import { PersonService } from './person.service';
import { Tokens } from './tokens.service';

/** Who has an account, and with which rights: the administrator's pages. */
@Controller('quan-tri/tai-khoan')
@Requires('account.manage')
export class AccountsPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonService) private readonly persons: PersonService,
    @Inject(Tokens) private readonly tokens: Tokens,
  ) {}

  @Get()
  async list(@Query() query: FormBody) {
    const { reader } = this.unitOfWork;
    const [filter, range] = [filterOf(query), pageQuery(formText(query, 'trang'))];
    if (wantsSheet(query.dang)) {
      const [rows] = await listPersons(reader, filter, WHOLE_LIST);
      return sheetAnswer('tai-khoan', accountsSheet(rows, await this.around(rows)));
    }
    const page = Page.of(await listPersons(reader, filter, Page.range(range)), range);
    const around = await this.around(page.items);
    return view('accounts/list', 'Tài khoản', accountListView(page, { ...around, filter }));
  }

  @Get('moi')
  form() {
    return this.newForm(NOTHING_TYPED, noRefusal);
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Body() body: FormBody) {
    const input = accountInput(body);
    return attempt(() => this.persons.add(actor, wantedAccount(input)), {
      done: ({ person, password }) =>
        view('accounts/password-shown', 'Mật khẩu dùng một lần', {
          person: named(person),
          password,
          added: true,
        }),
      again: (refusal) => this.newForm(input, refusal),
    });
  }

  @Get(':id')
  async account(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const row = await personById(this.unitOfWork.reader, id);
    return this.editForm(actor, id, storedInput(row), noRefusal);
  }

  @Post(':id')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const input = accountInput(body);
    const edit = { ...wantedAccount(input), seen: input.version };
    return attempt(() => this.persons.edit(actor, id, edit), {
      done: () => new Redirect(ACCOUNTS, 'account-saved'),
      again: (refusal) => this.editForm(actor, id, input, refusal),
    });
  }

  private async around(rows: readonly PersonRow[]) {
    const { reader } = this.unitOfWork;
    return { units: await unitNames(reader, rows), tokens: await tokenCounts(reader, rows) };
  }

  private async newForm(input: AccountInput, refusal: Refusal) {
    const units = await allUnits(this.unitOfWork.reader);
    return view('accounts/new', 'Lập tài khoản', accountFields(input, units, refusal));
  }

  private async editForm(actor: Actor, id: string, input: AccountInput, refusal: Refusal) {
    const { reader } = this.unitOfWork;
    const row = await personById(reader, id);
    const unit = (await unitNames(reader, [row])).get(row.unitId ?? '');
    return view('accounts/account', row.name, {
      ...accountFields(input, await allUnits(reader), refusal),
      at: `${ACCOUNTS}/${id}`,
      person: named(row),
      about: accountFacts(row, unit),
      isOwn: id === actor.id,
      open: row.disabledAt === null,
      tokens: tokensView(await this.tokens.list(id), `${ACCOUNTS}/${id}/ma-truy-cap`),
    });
  }
}

function named({ name, username }: { name: string; username: string }) {
  return { name, username };
}

function filterOf(query: FormBody): PersonFilter {
  return {
    q: formText(query, 'q').slice(0, 200),
    group: GROUPS.find((group) => group === formText(query, 'nhom')),
    state: ACCOUNT_STATES.find((state) => state === formText(query, 'tinh-trang')),
  };
}
