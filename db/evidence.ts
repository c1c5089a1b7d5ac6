import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { FrozenDeclaration } from '@/lib/domain/declaration';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { type EventTarget, targetOf } from './case';
import type { Tx } from './client';
import { chainOfOnboarding } from './onboardings';
import { evidenceFiles, people } from './schema';

const shown = {
  id: evidenceFiles.id,
  subjectKind: evidenceFiles.subjectKind,
  subjectId: evidenceFiles.subjectId,
  name: evidenceFiles.name,
  mediaType: evidenceFiles.mediaType,
  size: evidenceFiles.size,
  sha256: evidenceFiles.sha256,
  scan: evidenceFiles.scan,
  uploadedBy: evidenceFiles.uploadedBy,
  uploaderName: people.name,
  uploadedAt: evidenceFiles.uploadedAt,
  effectiveFrom: evidenceFiles.effectiveFrom,
  expiresOn: evidenceFiles.expiresOn,
  supersedesId: evidenceFiles.supersedesId,
  declared: evidenceFiles.declared,
  version: evidenceFiles.version,
};

/** The files of one application that were not removed, as far as the reader may see, oldest first. */
export const readEvidence = (tx: Tx, applicationId: string): Promise<EvidenceFile[]> =>
  tx
    .select(shown)
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(and(eq(evidenceFiles.applicationId, applicationId), isNull(evidenceFiles.removedAt)))
    .orderBy(asc(evidenceFiles.uploadedAt), asc(evidenceFiles.id));

type Onboarding = { id: string; organisationId: string };
const ofOnboarding = ({ id, organisationId }: Onboarding) =>
  and(
    eq(evidenceFiles.organisationId, organisationId),
    isNull(evidenceFiles.applicationId),
    eq(evidenceFiles.subjectKind, 'euo'),
    eq(evidenceFiles.subjectId, id),
    isNull(evidenceFiles.removedAt),
  );

/** The same of an onboarding, which belong to no application. */
export const readOnboardingEvidence = (tx: Tx, onboarding: Onboarding): Promise<EvidenceFile[]> =>
  tx
    .select(shown)
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(ofOnboarding(onboarding))
    .orderBy(asc(evidenceFiles.uploadedAt), asc(evidenceFiles.id));

/** The same of several, by their ids, as far as the reader may see. */
export async function readEuoEvidence(
  tx: Tx,
  onboardingIds: readonly string[],
): Promise<Map<string, EvidenceFile[]>> {
  if (onboardingIds.length === 0) return new Map();
  const files: EvidenceFile[] = await tx
    .select(shown)
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(
      and(
        eq(evidenceFiles.subjectKind, 'euo'),
        inArray(evidenceFiles.subjectId, [...onboardingIds]),
        isNull(evidenceFiles.removedAt),
      ),
    )
    .orderBy(asc(evidenceFiles.uploadedAt), asc(evidenceFiles.id));
  const found = new Map<string, EvidenceFile[]>();
  for (const file of files) found.set(file.subjectId, [...(found.get(file.subjectId) ?? []), file]);
  return found;
}

/** Marks what a declaration froze: from now on staff see it, and nobody removes it. */
export async function declareEvidence(
  tx: Tx,
  application: { id: string; organisationId: string },
  frozen: FrozenDeclaration,
): Promise<void> {
  const ids = frozen.answers.flatMap(({ evidence = [] }) => evidence.map(({ fileId }) => fileId));
  if (ids.length === 0) return;
  await tx
    .update(evidenceFiles)
    .set({ declared: true })
    .where(
      and(
        eq(evidenceFiles.organisationId, application.organisationId),
        eq(evidenceFiles.applicationId, application.id),
        inArray(evidenceFiles.id, ids),
      ),
    );
}

type NewEvidence = Omit<
  typeof evidenceFiles.$inferInsert,
  'id' | 'scan' | 'scannedAt' | 'declared' | 'removedAt' | 'version'
>;

/** Keeps a file that was stored and checked; it waits for the scanner. Answers its id. */
export async function addEvidence(tx: Tx, file: NewEvidence): Promise<string> {
  const [made] = await tx
    .insert(evidenceFiles)
    .values({ ...file, scan: 'waiting' })
    .returning({ id: evidenceFiles.id });
  if (!made) throw new Error('the file was not kept');
  return made.id;
}

/** One file of an onboarding that was not removed, or null. */
export async function findOnboardingEvidence(tx: Tx, onboarding: Onboarding, fileId: string) {
  const [row] = await tx
    .select({ ...shown, storageKey: evidenceFiles.storageKey })
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(and(ofOnboarding(onboarding), eq(evidenceFiles.id, fileId)));
  return row ?? null;
}

/** Whose chain tells what happens to a file, and what the event says that it belongs to. */
export function chainOfFile(
  file: Pick<
    typeof evidenceFiles.$inferSelect,
    'applicationId' | 'organisationId' | 'subjectKind' | 'subjectId'
  >,
): { target: EventTarget; about: Record<string, string> } | null {
  const { applicationId, organisationId, subjectKind, subjectId } = file;
  if (applicationId !== null)
    return {
      target: targetOf({ id: applicationId, organisationId }),
      about: { questionId: subjectId },
    };
  if (subjectKind !== 'euo') return null;
  return {
    target: chainOfOnboarding({ id: subjectId, organisationId }),
    about: { onboardingId: subjectId },
  };
}

/** One file of an application that was not removed, or null. */
export async function findEvidence(tx: Tx, applicationId: string, fileId: string) {
  const [row] = await tx
    .select({ ...shown, storageKey: evidenceFiles.storageKey })
    .from(evidenceFiles)
    .innerJoin(people, eq(people.id, evidenceFiles.uploadedBy))
    .where(
      and(
        eq(evidenceFiles.applicationId, applicationId),
        eq(evidenceFiles.id, fileId),
        isNull(evidenceFiles.removedAt),
      ),
    );
  return row ?? null;
}
