import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type Actor, may } from '../../../../domain/access';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { CurrentActor, Requires } from '../../../../platform/http/requires';
import { message } from '../../../../platform/messages/message';
import { sheetAnswer } from '../../../../platform/sheets/list-sheet';
import { WHOLE_LIST, wantsSheet } from '../../../../platform/sheets/whole-list';
import { attempt } from '../../../../platform/views/attempt';
import { type FormBody, formNumber, formText } from '../../../../platform/views/form';
import { pageNumber } from '../../../../platform/views/pager';
import { type Refusal, noRefusal } from '../../../../platform/views/refusal-view';
import { Redirect, view } from '../../../../platform/views/view';
import { type OpenPhase, openPhase } from '../../../campaigns/phase.queries';
import { SessionRow } from '../../../council/session.entity';
import { phaseChoices } from '../../../campaigns/phase.choices';
import { DossierPrinter } from '../../printing/dossier.printer';
import { IssueService, isOutside } from '../issue.service';
import { noticedUnit, noticesOf } from '../noticed-unit';
import { PaperIssueRow } from '../paper-issue.entity';
import { type PaperName, SUBJECT_OF, requirePaper } from '../paper-subject';
import { issuesOf } from '../papers.queries';
import { papersAddress } from './addresses';
import { casePapers } from './case-papers.view';
import { type TypedIssue, issueForm, issueOfForm, storedIssue, typedIssue } from './issue-form.view';
import { noticePages, paperGroups } from './paper-list.view';
import { papersFrame, papersHead } from './papers-frame.view';
import { casePapersSheet, papersSheet } from './papers.sheet';

/** Nominations or notices on a page. */
const SIZE = 25;

/** Where one paper stands in the addresses. */
interface At {
  code: string;
  phase: string;
  kind: string;
  subject: string;
}

/** The papers of a round: what is numbered and signed, and where that is filled in. */
@Controller('van-phong/van-ban')
export class PapersPagesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierPrinter) private readonly printer: DossierPrinter,
    @Inject(IssueService) private readonly issues: IssueService,
  ) {}

  /** The newest phase at work. */
  @Get()
  @Requires('paper.read')
  async newest() {
    const [first] = await phaseChoices(this.unitOfWork.reader);
    return first ? new Redirect(papersAddress(first)) : view('desk/no-phase', 'Văn bản');
  }

  @Get(':code/:phase')
  @Requires('paper.read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query() query: FormBody,
  ) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    const data = await this.printer.dataOf(open);
    const sessions = await reader.find(SessionRow, {
      where: { phaseId: open.phase.id },
      order: { number: 'ASC' },
    });
    const issues = await issuesOf(reader, open.phase.id);
    const notices = await noticesOf(reader, open);
    const known = { open, data, sessions, issues };
    const frame = papersFrame(open, 'round', await phaseChoices(reader));
    if (wantsSheet(query.dang)) {
      const groups = paperGroups({ ...known, notices });
      return sheetAnswer('van-ban-cua-giai-doan', papersSheet(frame.head.lead, groups));
    }
    const page = pageNumber(formText(query, 'trang'));
    const shown = notices.slice((page - 1) * SIZE, page * SIZE);
    return view('papers/list', 'Văn bản', {
      ...frame,
      groups: paperGroups({ ...known, notices: shown }),
      pages: noticePages(frame.head.address, { page, size: SIZE, total: notices.length }),
      canWrite: may(actor, 'paper.write'),
    });
  }

  @Get(':code/:phase/ho-so')
  @Requires('paper.read')
  async cases(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('phase') phase: string,
    @Query() query: FormBody,
  ) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    const frame = papersFrame(open, 'cases', await phaseChoices(reader));
    const q = formText(query, 'q');
    if (wantsSheet(query.dang)) {
      const { cases } = await casePapers(reader, actor, open, { q, ...WHOLE_LIST });
      return sheetAnswer('van-ban-cua-ho-so', casePapersSheet(frame.head.lead, cases));
    }
    const number = pageNumber(formText(query, 'trang'));
    const page = await casePapers(reader, actor, open, { q, skip: (number - 1) * SIZE, take: SIZE });
    return view('papers/cases', 'Văn bản', {
      ...frame,
      ...page,
      canWrite: may(actor, 'paper.write'),
    });
  }

  @Get(':code/:phase/:kind/:subject')
  @Requires('paper.write')
  async form(@CurrentActor() actor: Actor, @Param() at: At) {
    const { open, name } = await this.paperAt(actor, at);
    const row = await this.unitOfWork.reader.findOneBy(PaperIssueRow, { phaseId: open.phase.id, ...name });
    return this.page(actor, at, storedIssue(row), noRefusal);
  }

  @Post(':code/:phase/:kind/:subject')
  @Requires('paper.write')
  record(@CurrentActor() actor: Actor, @Param() at: At, @Body() body: FormBody) {
    const typed = typedIssue(body);
    const { code: campaign, phase, kind, subject } = at;
    const place = { campaign, phase, kind, subject, seen: formNumber(body, 'version') };
    return attempt(() => this.issues.record(actor, place, issueOfForm(typed)), {
      done: () => new Redirect(papersAddress({ campaign, phase }), 'paper-issued'),
      again: (refusal) => this.page(actor, at, typed, refusal),
    });
  }

  private async page(actor: Actor, at: At, typed: TypedIssue, refusal: Refusal) {
    const { open, name } = await this.paperAt(actor, at);
    const outside = isOutside(open.campaign, name);
    const label = message(`paper.kind.${name.kind}`);
    const head = papersHead(open);
    return view('papers/issue', label, {
      head: { ...head, crumbs: [{ href: head.address, label: 'Văn bản' }] },
      label,
      about: await this.about(open, name),
      form: issueForm(typed, refusal, { isOutside: outside }),
      isDecision: name.kind === 'award-decision',
    });
  }

  private async about({ phase, campaign }: OpenPhase, { kind, subject }: PaperName): Promise<string> {
    const { reader } = this.unitOfWork;
    if (kind === 'notice') return (await noticedUnit(reader, phase.id, subject))?.name ?? subject;
    if (SUBJECT_OF[kind] === 'phase') return '';
    if (SUBJECT_OF[kind] === 'session')
      return (
        (await reader.findOneBy(SessionRow, { phaseId: phase.id, number: Number(subject) }))?.title ?? ''
      );
    return campaign.awards.find(({ code }) => code === subject)?.name ?? subject;
  }

  private async paperAt(actor: Actor, { code, phase, kind, subject }: At) {
    const { reader } = this.unitOfWork;
    const open = await openPhase(reader, code, phase);
    return { open, name: await requirePaper(reader, actor, open, { kind, subject }) };
  }
}
