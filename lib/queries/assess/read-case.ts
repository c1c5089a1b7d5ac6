import { sql } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE } from '@/db/case';
import type { Tx } from '@/db/client';
import type { StoredReview, StoredRound } from '@/db/rounds';
import { listed } from '@/db/schema/queue-order';
import type { CaseFacts, Status } from '@/lib/domain/application';
import type { PlainDate } from '@/lib/domain/dates';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import type { FileToday } from '@/lib/domain/evidence-file';
import { type Guidance, type GuidanceTexts, guidanceOf } from '@/lib/domain/guidance';
import type { QuestionId } from '@/lib/domain/questions/types';
import { WORD_EVENTS, type WordEvent } from '@/lib/domain/thread';
import type { CaseNote, CaseRecommendation, CaseRequest } from './case-parts';

/** A row inside the one answer: instants come as text, since JSON knows no other. */
type InJson<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
type ReviewRow = InJson<StoredReview> & { round: number; questionId: QuestionId };
type RoundRow = {
  round: number;
  frozen: FrozenDeclaration;
  signatoryName: string;
  submittedAt: string;
};

type Row = {
  id: string;
  organisation_id: string;
  product_id: string;
  reference: string;
  supplier: string;
  ods_code: string | null;
  product: string;
  status: Status;
  round: number;
  version: number;
  requests_sent: number;
  requests_most: number;
  guidance: number;
  guidance_texts: GuidanceTexts | null;
  assignee_id: string | null;
  assignee: string | null;
  due_on: PlainDate | null;
  rounds: RoundRow[] | null;
  reviews: ReviewRow[] | null;
  requests: InJson<CaseRequest>[] | null;
  notes: InJson<CaseNote>[] | null;
  recommendations: (InJson<CaseRecommendation> & { byId: string })[] | null;
  conflicted: string[] | null;
  reviewers: string[] | null;
  files: Record<string, FileToday> | null;
  words: { type: WordEvent; at: string }[] | null;
};

export type CaseRead = Pick<
  Row,
  'id' | 'reference' | 'supplier' | 'product' | 'version' | 'assignee'
> & {
  organisationId: string;
  odsCode: string | null;
  productId: string;
  requestsSent: number;
  requestsMost: number;
  dueOn: PlainDate | null;
  /** The version that it was started under. */
  guidance: Guidance;
  facts: CaseFacts;
  rounds: StoredRound[];
  requests: CaseRequest[];
  notes: CaseNote[];
  recommendations: CaseRecommendation[];
  /** What is known today of each file. */
  files: ReadonlyMap<string, FileToday>;
  /** When each side wrote in the thread. */
  words: { type: WordEvent; at: Date }[];
};

const instant = (text: string | null) => (text === null ? null : new Date(text));

function roundsOf(declared: readonly RoundRow[], reviewed: readonly ReviewRow[]): StoredRound[] {
  return declared.map(({ submittedAt, ...declaration }) => {
    const own = reviewed.filter(({ round }) => round === declaration.round);
    const reviews = own.map(({ round: _, questionId, reviewedAt, ...review }) => {
      return [questionId, { ...review, reviewedAt: new Date(reviewedAt) }] as const;
    });
    return {
      ...declaration,
      submittedAt: new Date(submittedAt),
      reviews: new Map(reviews),
      verdicts: Object.fromEntries(own.map((review) => [review.questionId, review.verdict])),
    };
  });
}

function caseOf(row: Row): CaseRead {
  const { rounds, reviews, requests, notes, recommendations, words, ...head } = row;
  return {
    ...head,
    ...{ dueOn: row.due_on, organisationId: row.organisation_id, productId: row.product_id },
    odsCode: row.ods_code,
    guidance: guidanceOf(row.guidance, row.guidance_texts),
    requestsSent: row.requests_sent,
    requestsMost: row.requests_most,
    facts: {
      ...{ status: row.status, round: row.round, assigneeId: row.assignee_id },
      requestsSent: row.requests_sent,
      requestsMost: row.requests_most,
      requestOpen: row.status === 'information_requested',
      reviewStarted: reviews?.some(({ round }) => round === row.round) ?? false,
      recommendedBy: recommendations?.at(-1)?.byId ?? null,
      reviewers: row.reviewers ?? [],
      conflicted: row.conflicted ?? [],
    },
    files: new Map(Object.entries(row.files ?? {})),
    words: (words ?? []).map(({ type, at }) => ({ type, at: new Date(at) })),
    rounds: roundsOf(rounds ?? [], reviews ?? []),
    requests: (requests ?? []).map((request) => ({
      ...request,
      sentAt: new Date(request.sentAt),
      endedAt: instant(request.endedAt),
      extensionAskedAt: instant(request.extensionAskedAt),
    })),
    notes: (notes ?? []).map((note) => ({ ...note, at: new Date(note.at) })),
    recommendations: (recommendations ?? []).map(({ byId: _, ...each }) => ({
      ...each,
      at: new Date(each.at),
    })),
  };
}

const rounds = sql`select json_agg(d order by d.round) from (
  select distinct on (round) round, frozen, signatory_name as "signatoryName",
    submitted_at as "submittedAt"
  from declarations where application_id = a.id order by round, chain_sequence desc) d`;
const reviews = sql`select json_agg(r) from (
  select v.round, v.question_id as "questionId", v.verdict, v.points, v.reasons, v.version,
    v.note_to_supplier as "noteToSupplier", v.reviewed_by as "reviewedBy",
    p.name as "reviewerName", v.reviewed_at as "reviewedAt"
  from question_reviews v join people p on p.id = v.reviewed_by where v.application_id = a.id) r`;
const requests = sql`select json_agg(r order by r."sentAt") from (
  select i.round, i.status, i.due_on as "dueOn", i.message, i.sent_at as "sentAt",
    i.ended_at as "endedAt", i.extension_asked_at as "extensionAskedAt",
    i.extension_reason as "extensionReason",
    array(select question_id from information_request_items where request_id = i.id) as "questionIds"
  from information_requests i where i.application_id = a.id) r`;
const notes = sql`select json_agg(n order by n.at, n.id) from (
  select s.id, s.question_id as "questionId", s.round, s.body, p.name as by, s.written_at as at
  from staff_notes s join people p on p.id = s.written_by where s.application_id = a.id) n`;
const recommended = sql`select json_agg(r order by r.at, r.id) from (
  select m.id, m.outcome, m.reasons, m.conditions, m.status, m.recommended_by as "byId",
    p.name as by, m.recommended_at as at, m.settled_note as note
  from recommendations m join people p on p.id = m.recommended_by where m.application_id = a.id) r`;

const words = sql`select json_agg(json_build_object('type', e.type, 'at', e.at) order by e.sequence)
  from events e where e.subject_id = a.id and e.type in (${listed(WORD_EVENTS)})`;

/**
 * A case and everything that its screen shows, in one statement: each costs the page two turns to
 * the database. Null when the reference is unknown. For staff.
 */
export async function readCase(tx: Tx, reference: string): Promise<CaseRead | null> {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const [row] = await tx.execute<Row>(sql`
    select a.id, a.organisation_id, a.product_id, a.reference, a.status, a.round, a.version,
      a.requests_sent, a.requests_most, a.guidance,
      (select texts from guidance_versions where number = a.guidance) as guidance_texts, a.assignee_id, a.due_on::text, o.name as supplier, o.ods_code, p.name as product, w.name as assignee,
      (${rounds}) as rounds, (${reviews}) as reviews, (${requests}) as requests,
      (${notes}) as notes, (${recommended}) as recommendations, (${words}) as words,
      array(select person_id from conflicts_of_interest where application_id = a.id) as conflicted,
      case when a.status in ('recommended', 'rejected') then array(select distinct actor_id
        from events where subject_id = a.id and actor_id is not null
        and type in ('question.reviewed', 'decision.recommended')) end as reviewers,
      (select json_object_agg(id, json_build_object('scan', scan, 'supersedesId', supersedes_id))
        from evidence_files where application_id = a.id) as files
    from applications a
    join organisations o on o.id = a.organisation_id
    join products p on p.id = a.product_id
    left join people w on w.id = a.assignee_id
    where a.reference = ${reference}`);
  return row ? caseOf(row) : null;
}
