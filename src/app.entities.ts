import { AccessToken } from './features/accounts/access-token.entity';
import { InstallationRow } from './features/accounts/installation.entity';
import { LoginSession } from './features/accounts/login-session.entity';
import { PersonRow } from './features/accounts/person.entity';
import { ConfirmationRow } from './features/appraisal/confirmation.entity';
import { OfficeNoteRow } from './features/appraisal/office-note.entity';
import { AuditEventEntity } from './features/audit/audit-event.entity';
import { AuditHead } from './features/audit/audit-head.entity';
import { SignedPaperRow } from './features/dossiers/signing/signed-paper.entity';
import { DecisionRow } from './features/awards/decision.entity';
import { ProposalRow } from './features/awards/proposal.entity';
import { AmendmentRow } from './features/campaigns/amendment.entity';
import { CampaignVersionRow } from './features/campaigns/campaign-version.entity';
import { CampaignRow } from './features/campaigns/campaign.entity';
import { PhaseRow } from './features/campaigns/phase.entity';
import { PlaceRow } from './features/campaigns/place.entity';
import { QuotaLineRow } from './features/campaigns/quota-line.entity';
import { ExportJobRow } from './features/dossiers/exports/export-job.entity';
import { DeadlineOverrideRow } from './features/deadlines/deadline-override.entity';
import { PhaseDeadlineRow } from './features/deadlines/phase-deadline.entity';
import { AppraisalReasonRow } from './features/nominations/appraisal-reason.entity';
import { BoxRow } from './features/council/box.entity';
import { ItemRow } from './features/council/item.entity';
import { OpinionRow } from './features/council/opinion.entity';
import { RollRow } from './features/council/roll.entity';
import { SeatRow } from './features/council/seat.entity';
import { SessionRow } from './features/council/session.entity';
import { PaperIssueRow } from './features/dossiers/papers/paper-issue.entity';
import { PaperWordingRow } from './features/dossiers/papers/paper-wording.entity';
import { BallotRow } from './features/nominations/ballot.entity';
import { EarlierAwardRow } from './features/nominations/earlier-award.entity';
import { EvidenceFileRow } from './features/nominations/evidence-file.entity';
import { EvidenceRow } from './features/nominations/evidence.entity';
import { MatterRow } from './features/nominations/matter.entity';
import { NominationStepRow } from './features/nominations/nomination-step.entity';
import { NominationTextRow } from './features/nominations/nomination-text.entity';
import { NominationRow } from './features/nominations/nomination.entity';
import { ScoreSheetRow } from './features/nominations/score-sheet.entity';
import { TieResolutionRow } from './features/nominations/tie-resolution.entity';
import { MailRow } from './features/notices/mail.entity';
import { NoticeRow } from './features/notices/notice.entity';
import { FormerUnitRow } from './features/units/former-unit.entity';
import { UnitRow } from './features/units/unit.entity';
import type { Entity } from './platform/database/database';

/** Every table of the program; a feature adds its own here and its migration in `platform/database/migrations.ts`. */
export const entities: Entity[] = [
  AccessToken,
  PersonRow,
  LoginSession,
  InstallationRow,
  AuditEventEntity,
  AuditHead,
  CampaignRow,
  CampaignVersionRow,
  PhaseRow,
  QuotaLineRow,
  AmendmentRow,
  PhaseDeadlineRow,
  UnitRow,
  FormerUnitRow,
  NominationRow,
  NominationStepRow,
  NominationTextRow,
  DeadlineOverrideRow,
  ScoreSheetRow,
  EvidenceRow,
  EvidenceFileRow,
  NoticeRow,
  MailRow,
  MatterRow,
  EarlierAwardRow,
  BallotRow,
  TieResolutionRow,
  AppraisalReasonRow,
  OfficeNoteRow,
  ConfirmationRow,
  PlaceRow,
  ProposalRow,
  DecisionRow,
  ExportJobRow,
  SessionRow,
  SeatRow,
  ItemRow,
  RollRow,
  BoxRow,
  OpinionRow,
  PaperIssueRow,
  PaperWordingRow,
  SignedPaperRow,
];
