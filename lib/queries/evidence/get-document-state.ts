import { and, eq, isNull } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { applications, evidenceFiles, onboardings } from '@/db/schema';
import {
  type Download,
  type DownloadPolicy,
  mayDownload,
  type ScanState,
} from '@/lib/domain/evidence-download';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';

export type DocumentState = {
  name: string;
  /** Bytes. */
  size: number;
  scan: ScanState;
  uploadedAt: Date;
  download: Download;
  /** The answer that it belongs to; null for what belongs to none. */
  answer: { reference: string; questionId: string } | null;
  /** The code of the end user organisation that it is evidence of, for its supplier; else null. */
  euo: string | null;
  mediaType: string;
  /** Where the bytes lie, for who sends them; on no page. */
  storageKey: string;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Belonging = { subjectKind: string; questionId: string };

async function codeOf(tx: Tx, actor: PersonActor, { subjectKind, questionId }: Belonging) {
  if (subjectKind !== 'euo' || !isSupplier(actor)) return null;
  const [row] = await tx
    .select({ odsCode: onboardings.odsCode })
    .from(onboardings)
    .where(
      and(eq(onboardings.organisationId, actor.organisationId), eq(onboardings.id, questionId)),
    );
  return row?.odsCode ?? null;
}

/** A file without its content, and whether the reader may have it; null when missing or foreign. */
export async function getDocumentState(
  actor: PersonActor,
  id: string,
  policy: DownloadPolicy,
): Promise<DocumentState | null> {
  if (!can(actor, 'evidence:open') || !ID.test(id)) return null;
  const found = await asActor(actor, async (tx) => {
    const [file] = await tx
      .select({
        name: evidenceFiles.name,
        size: evidenceFiles.size,
        scan: evidenceFiles.scan,
        uploadedAt: evidenceFiles.uploadedAt,
        uploadedBy: evidenceFiles.uploadedBy,
        mediaType: evidenceFiles.mediaType,
        storageKey: evidenceFiles.storageKey,
        subjectKind: evidenceFiles.subjectKind,
        questionId: evidenceFiles.subjectId,
        reference: applications.reference,
      })
      .from(evidenceFiles)
      .leftJoin(
        applications,
        and(
          eq(applications.organisationId, evidenceFiles.organisationId),
          eq(applications.id, evidenceFiles.applicationId),
        ),
      )
      .where(and(eq(evidenceFiles.id, id), isNull(evidenceFiles.removedAt)));
    return file && { file, euo: await codeOf(tx, actor, file) };
  });
  if (!found) return null;
  const { file, euo } = found;
  const { uploadedBy, subjectKind, questionId, reference, ...shown } = file;
  const reader = { personId: actor.personId, seesCase: true };
  return {
    ...shown,
    download: mayDownload(reader, { uploadedBy, scan: file.scan }, policy),
    euo,
    answer: reference !== null && subjectKind === 'question' ? { reference, questionId } : null,
  };
}
