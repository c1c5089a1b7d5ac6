import type { NextRequest } from 'next/server';
import { dateProblems, typedIn } from '@/app/apply/[reference]/[question]/files/refusals';
import {
  refusedFor,
  refusedForDates,
  withFields,
} from '@/app/apply/[reference]/[question]/upload/answer-upload';
import type { EvidenceDates } from '@/lib/domain/evidence';
import { readEvidenceDates } from '@/lib/domain/evidence-dates';
import type { PersonActor } from '@/lib/domain/permissions';
import type { Path } from '@/lib/paths';
import { checkContent } from '@/lib/ports/file-check/check-content';
import { receiveUpload } from '@/lib/ports/receive-upload';
import { fileStore } from '@/lib/ports/store';
import type { ReceivedFile } from '@/lib/ports/upload-arrival';
import { answerUpload, inUploadTurn, type Outcome } from './upload-answer';

/** Files that were received and checked, with what came beside them. */
export type CheckedUpload = {
  files: readonly (ReceivedFile & { mediaType: string })[];
  dates: EvidenceDates;
  fields: Readonly<Record<string, string>>;
};
/** What came of attaching, and the keys of the files that nothing refers to. */
export type Attached = { outcome: Outcome; unused: readonly string[] };
type Attach = (upload: CheckedUpload) => Promise<Attached>;

/** The first file whose content is not what its name says; the others were checked before it. */
async function checkAll(files: readonly ReceivedFile[]) {
  const store = fileStore();
  const checked: (ReceivedFile & { mediaType: string })[] = [];
  for (const file of files) {
    const found = await checkContent(store, file.key, file.name);
    if (!found.ok) return { refusal: refusedFor(found.why, file.name) };
    checked.push({ ...file, mediaType: found.mediaType });
  }
  return { checked };
}

const removeAll = (keys: readonly string[]) =>
  Promise.allSettled(keys.map((key) => fileStore().remove(key)));

type Sent = { files: readonly ReceivedFile[]; fields: Readonly<Record<string, string>> };

const log = (error: unknown) => process.stderr.write(`An upload failed: ${String(error)}\n`);

/** Attaches what was received, or none of it; the bytes of what was not attached go. */
async function attachSent({ files, fields }: Sent, attach: Attach): Promise<Outcome> {
  let unused: readonly string[] = files.map(({ key }) => key);
  try {
    const read = readEvidenceDates(typedIn(fields));
    if (!read.ok) return refusedForDates(read.problems);
    const { checked, refusal } = await checkAll(files);
    if (refusal) return refusal;
    // Should this throw, nobody knows whether they are attached: the sweep takes what is not.
    unused = [];
    const attached = await attach({ files: checked, dates: read.dates, fields });
    unused = attached.unused;
    return attached.outcome;
  } catch (error) {
    log(error);
    return refusedFor('not_stored');
  } finally {
    await removeAll(unused);
  }
}

type Taking = { actor: PersonActor; page: Path; room: number };

/**
 * Takes an upload of evidence: streamed into the store, checked, then attached, or none of it. `room`
 * is how many bytes may still come, `page` where the form stands.
 */
export const takeEvidence = (
  request: NextRequest,
  { actor, page, room }: Taking,
  attach: Attach,
): Promise<Response> =>
  inUploadTurn(request, { actor, page }, refusedFor, async () => {
    const received = await receiveUpload(request, { store: fileStore(), room });
    const { fields } = received;
    if (received.ok) {
      const outcome = await attachSent(received, attach);
      return answerUpload(request, page, withFields(outcome, fields));
    }
    if (received.cause) log(received.cause);
    const refused = refusedFor(received.why, received.name);
    const problems = [...refused.problems, ...dateProblems(typedIn(fields))];
    return answerUpload(request, page, withFields({ ...refused, problems }, fields));
  });
