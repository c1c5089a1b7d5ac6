import { and, desc, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm';
import { readApprovalsInForce } from '@/db/approvals';
import { readCalendar } from '@/db/calendars';
import { asActor, type Tx } from '@/db/client';
import {
  answers,
  applications,
  declarations,
  evidenceFiles,
  informationRequestItems,
  informationRequests,
  products,
} from '@/db/schema';
import { type OpenSpotCheck, readOpenSpotChecks } from '@/db/spot-checks';
import { sameFields } from '@/lib/domain/answer-fields';
import { OPEN_STATUSES, type Status } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import { completeness } from '@/lib/domain/completeness';
import { evidenceBlockers } from '@/lib/domain/evidence-blockers';
import { hasNewFiles } from '@/lib/domain/evidence-file';
import { type NextStep, nextStep } from '@/lib/domain/next-step';
import { openQuestions } from '@/lib/domain/open-questions';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { clearanceLine } from '@/lib/domain/product-assurance';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { Answers, QuestionId } from '@/lib/domain/questions/types';
import { now } from '@/lib/ports/clock';
import { type Cursor, readCursor, writeCursor } from './cursor';

const PAGE = 25;

export type ApplicationCard = {
  reference: string;
  product: string;
  status: Status;
  step: NextStep;
  clearance: { cleared: boolean; sentence: string };
};
export type ApplicationPage = { cards: ApplicationCard[]; next: string | null };
export type ApplicationList = {
  open: ApplicationPage;
  decided: ApplicationPage;
  /** Whether the reader may start one. */
  mayStart: boolean;
  /** What waits for the supplier besides. */
  spotChecks: OpenSpotCheck[];
};

function readRows(tx: Tx, organisationId: string, open: boolean, after: Cursor | null) {
  const status = open ? inArray : notInArray;
  return tx
    .select({
      id: applications.id,
      reference: applications.reference,
      status: applications.status,
      round: applications.round,
      dueOn: applications.dueOn,
      statusAt: applications.statusAt,
      createdAt: applications.createdAt,
      productId: applications.productId,
      product: products.name,
    })
    .from(applications)
    .innerJoin(products, eq(products.id, applications.productId))
    .where(
      and(
        eq(applications.organisationId, organisationId),
        status(applications.status, OPEN_STATUSES),
        after === null
          ? undefined
          : or(
              lt(applications.createdAt, after.at),
              and(eq(applications.createdAt, after.at), lt(applications.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(applications.createdAt), desc(applications.id))
    .limit(PAGE + 1);
}
type Row = Awaited<ReturnType<typeof readRows>>[number];

const EDITABLE: readonly Status[] = ['draft', 'information_requested'];

async function readDrafts(tx: Tx, organisationId: string, rows: readonly Row[]) {
  const ids = rows.filter((row) => EDITABLE.includes(row.status)).map((row) => row.id);
  const drafts = new Map<string, Answers>(ids.map((id) => [id, {}]));
  if (ids.length === 0) return drafts;
  const found = await tx
    .select({ id: answers.applicationId, questionId: answers.questionId, fields: answers.fields })
    .from(answers)
    .where(and(eq(answers.organisationId, organisationId), inArray(answers.applicationId, ids)));
  for (const { id, questionId, fields } of found) {
    const draft = drafts.get(id);
    if (draft) draft[questionId] = fields;
  }
  return drafts;
}

/** The files of those that are still being answered. */
async function readFiles(tx: Tx, organisationId: string, rows: readonly Row[]) {
  const ids = rows.filter((row) => EDITABLE.includes(row.status)).map((row) => row.id);
  if (ids.length === 0) return [];
  return tx
    .select({
      applicationId: evidenceFiles.applicationId,
      id: evidenceFiles.id,
      subjectKind: evidenceFiles.subjectKind,
      subjectId: evidenceFiles.subjectId,
      supersedesId: evidenceFiles.supersedesId,
      name: evidenceFiles.name,
      scan: evidenceFiles.scan,
      declared: evidenceFiles.declared,
    })
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.organisationId, organisationId),
        inArray(evidenceFiles.applicationId, ids),
        isNull(evidenceFiles.removedAt),
      ),
    );
}

type Asked = { flagged: QuestionId[]; declared: Answers | null };

/** Of each case that was sent back: what the open request flags, and what was declared last. */
async function readAsked(tx: Tx, rows: readonly Row[]): Promise<Map<string, Asked>> {
  const ids = rows.filter((row) => row.status === 'information_requested').map((row) => row.id);
  const asked = new Map<string, Asked>(ids.map((id) => [id, { flagged: [], declared: null }]));
  if (ids.length === 0) return asked;
  const items = await tx
    .select({
      id: informationRequests.applicationId,
      questionId: informationRequestItems.questionId,
    })
    .from(informationRequests)
    .innerJoin(
      informationRequestItems,
      eq(informationRequestItems.requestId, informationRequests.id),
    )
    .where(
      and(inArray(informationRequests.applicationId, ids), eq(informationRequests.status, 'open')),
    );
  for (const { id, questionId } of items) asked.get(id)?.flagged.push(questionId);
  const last = await tx
    .selectDistinctOn([declarations.applicationId], {
      id: declarations.applicationId,
      frozen: declarations.frozen,
    })
    .from(declarations)
    .where(inArray(declarations.applicationId, ids))
    .orderBy(declarations.applicationId, desc(declarations.chainSequence));
  for (const { id, frozen } of last) {
    const of = asked.get(id);
    if (of) of.declared = Object.fromEntries(frozen.answers.map((a) => [a.questionId, a.fields]));
  }
  return asked;
}

/**
 * An organisation's applications for its own people: the open ones, newest first, and those that
 * ended, each 25 to a page by keyset. `after` are cursors out of the address; nonsense means the
 * first page. Null for staff, who have no organisation.
 */
export async function listApplications(
  actor: PersonActor,
  after: { open?: string; decided?: string } = {},
): Promise<ApplicationList | null> {
  if (!isSupplier(actor)) return null;
  const { organisationId } = actor;
  const today = londonDate(now());
  const read = await asActor(actor, async (tx) => {
    const open = await readRows(tx, organisationId, true, readCursor(after.open));
    const decided = await readRows(tx, organisationId, false, readCursor(after.decided));
    return {
      ...{ open, decided, calendar: await readCalendar(tx) },
      drafts: await readDrafts(tx, organisationId, open),
      asked: await readAsked(tx, open),
      files: await readFiles(tx, organisationId, open),
      approvals: await readApprovalsInForce(tx, organisationId),
      spotChecks: await readOpenSpotChecks(tx, organisationId),
    };
  });

  const cardOf = (row: Row): ApplicationCard => {
    const draft = read.drafts.get(row.id) ?? {};
    const { blockers } = completeness(draft, { today });
    const { flagged, declared } = read.asked.get(row.id) ?? { flagged: [], declared: null };
    const files = read.files.filter(({ applicationId }) => applicationId === row.id);
    const isSame = (id: QuestionId, before: Answers) =>
      sameFields(questionOf(id), before[id] ?? {}, draft[id] ?? {}) && !hasNewFiles(files, id);
    const again = flagged.filter((id) => declared && !isSame(id, declared));
    const badFiles = evidenceBlockers(files, draft, openQuestions(row.status, flagged, []));
    const step = nextStep({
      ...{ status: row.status, dueOn: row.dueOn, today, left: blockers.length },
      ...{ since: londonDate(row.statusAt), flagged: flagged.length },
      ...{ answeredAgain: again.length, badFiles: badFiles.length },
      ...{ calendar: read.calendar, maySubmit: can(actor, 'application:declare') },
    });
    const { reference, product, status } = row;
    const clearance = clearanceLine(read.approvals.get(row.productId) ?? null, today);
    return { reference, product, status, step, clearance };
  };
  const pageOf = (rows: readonly Row[]): ApplicationPage => {
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const more = rows.length > PAGE && last !== undefined;
    const next = more ? writeCursor({ at: last.createdAt, id: last.id }) : null;
    return { cards: shown.map(cardOf), next };
  };
  return {
    open: pageOf(read.open),
    decided: pageOf(read.decided),
    mayStart: can(actor, 'application:start'),
    spotChecks: read.spotChecks,
  };
}
