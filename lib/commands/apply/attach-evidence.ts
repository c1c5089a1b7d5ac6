import { z } from 'zod';
import { readOpenQuestions } from '@/db/answers';
import { targetOf } from '@/db/case';
import { readEvidence } from '@/db/evidence';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { keepFiles, tooMuchProblem } from '@/lib/commands/evidence/keep-files';
import { evidenceDatesProblem, evidenceProblem } from '@/lib/domain/evidence';
import { evidenceOf } from '@/lib/domain/evidence-file';
import {
  type AttachedEvidence,
  evidenceDatesShape,
  freshFiles,
  storedFilesSchema,
} from '@/lib/domain/evidence-inputs';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import { forbidden, invalid, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';

const inputSchema = z.object({
  reference: z.string(),
  questionId: z.string(),
  files: storedFilesSchema,
  ...evidenceDatesShape,
  /** The declared file that this one stands in for. */
  supersedes: z.uuid().nullable().prefault(null),
});

/**
 * Attaches files that were stored and checked to a question that is open, and has them scanned. A
 * file that is attached there already, by its hash, is left as it is; none such can stand in for
 * another. Problems: `not_found`, also of a file to stand in for; `wrong_status`; `invalid` (a date);
 * `refused` 'known', or 'too_much' past 200 MB of one application (evidence).
 */
export const attachEvidence = defineCaseCommand<z.infer<typeof inputSchema>, AttachedEvidence>({
  name: 'evidence.attach',
  permission: 'answer:edit',
  input: inputSchema,
  run: async ({ tx, actor, application, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const question = findQuestion(input.questionId);
    if (!question) return notFound();
    const { open } = await readOpenQuestions(tx, application);
    if (!open.includes(question.id)) return wrongStatus();
    const { effectiveFrom, expiresOn, supersedes } = input;
    const dates = evidenceDatesProblem({ effectiveFrom, expiresOn });
    if (dates) return invalid(dates);

    const kept = await readEvidence(tx, application.id);
    const own = evidenceOf(kept, question.id);
    if (supersedes && !own.some((file) => file.id === supersedes && file.declared))
      return notFound();
    // The same bytes may take their own place, with other dates.
    const old = own.find((file) => file.id === supersedes);
    const redated =
      old && (old.effectiveFrom !== effectiveFrom || old.expiresOn !== expiresOn) ? old.id : null;
    const fresh = freshFiles(
      input.files,
      own.filter(({ id }) => id !== redated),
    );
    const again = input.files.find((file) => !fresh.includes(file));
    if (supersedes && again) return refused('known', evidenceProblem('known', again.name));
    const tooMuch = tooMuchProblem(kept, fresh);
    if (tooMuch) return tooMuch;
    const as = {
      ...{ organisationId: application.organisationId, applicationId: application.id },
      ...({ subjectKind: 'question', subjectId: question.id } as const),
      ...{ effectiveFrom, expiresOn, supersedesId: supersedes, uploadedBy: actor.personId },
    };
    const contents = { questionId: question.id, ...(supersedes && { supersedes }) };
    const target = targetOf(application);
    return ok(
      await keepFiles({ tx, now, record }, { given: input.files, fresh, as, contents, target }),
    );
  },
});
