import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../domain/access';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Page } from '../../platform/http/page';
import { CurrentActor, Requires } from '../../platform/http/requires';
import { sheetAnswer } from '../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../platform/sheets/whole-list';
import { attempt } from '../../platform/views/attempt';
import { type FormBody, formFlag, formText } from '../../platform/views/form';
import { pageQuery } from '../../platform/views/pager';
import { type Refusal, noRefusal } from '../../platform/views/refusal-view';
import { Redirect, view } from '../../platform/views/view';
import { allUnits, findUnits, unitById } from '../units/unit.queries';
import { mergeWarnings } from './merge-warnings';
import { UnitChangeService } from './unit-change.service';
import { type TypedUnit, UNITS, unitListView, unitView, unitsSheet } from './unit-changes.view';

/** The field in which each refusal is mended. */
const FIELD_OF_NAME = { 'unit-name-missing': 'name', 'unit-name-long': 'name' };
const FIELD_OF_MERGE = { 'unit-merge-target-missing': 'into', 'unit-merge-same': 'into' };

/** The units, where the administrator renames them and makes one of two. */
@Controller('quan-tri/don-vi')
@Requires('account.manage')
export class UnitChangesPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(UnitChangeService) private readonly changes: UnitChangeService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  async list(@Query() query: FormBody) {
    const { reader } = this.unitOfWork;
    const q = formText(query, 'q').slice(0, 200);
    if (wantsSheet(query.dang))
      return sheetAnswer('don-vi', unitsSheet((await findUnits(reader, { q, ...WHOLE_LIST }))[0]));
    const range = pageQuery(formText(query, 'trang'));
    const found = Page.of(await findUnits(reader, { q, ...Page.range(range) }), range);
    return view('units/list', 'Đơn vị', unitListView(found, q));
  }

  @Get(':id')
  async unit(@Param('id') id: string) {
    const { name } = await unitById(this.unitOfWork.reader, id);
    return this.page(id, { name, into: '', reason: '' }, noRefusal);
  }

  @Post(':id/doi-ten')
  rename(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const typed = { name: formText(body, 'name'), into: '', reason: '' };
    return attempt(() => this.changes.rename(actor, id, typed.name), {
      done: () => new Redirect(UNITS, 'unit-renamed'),
      again: (refusal) => this.page(id, typed, refusal),
      typed: FIELD_OF_NAME,
    });
  }

  @Post(':id/gop')
  async merge(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: FormBody) {
    const { reader } = this.unitOfWork;
    const { name } = await unitById(reader, id);
    const typed = { name, into: formText(body, 'into'), reason: formText(body, 'reason') };
    const isSure = formFlag(body, 'xac-nhan');
    const work = () =>
      isSure
        ? this.changes.merge(actor, id, typed)
        : this.changes.mergeTarget({ manager: reader }, id, typed);
    return attempt(work, {
      done: () => (isSure ? new Redirect(UNITS, 'units-merged') : this.page(id, typed, noRefusal, true)),
      again: (refusal) => this.page(id, typed, refusal),
      typed: FIELD_OF_MERGE,
    });
  }

  private async page(id: string, typed: TypedUnit, refusal: Refusal, review = false) {
    const { reader } = this.unitOfWork;
    const unit = await unitById(reader, id);
    const warnings = review
      ? await mergeWarnings(reader, { from: id, into: typed.into }, this.config.maxUnitMb)
      : [];
    const model = unitView(unit, await allUnits(reader), { typed, refusal, review, warnings });
    return view('units/unit', unit.name, model);
  }
}
