import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readOpenQuestions } from '@/db/answers';
import { targetOf } from '@/db/case';
import { findEvidence } from '@/db/evidence';
import { evidenceFiles } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { evidenceDatesProblem } from '@/lib/domain/evidence';
import { evidenceDatesShape } from '@/lib/domain/evidence-inputs';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import {
  type Conflict,
  fail,
  invalid,
  notFound,
  ok,
  refused,
  wrongStatus,
} from '@/lib/domain/result';

const inputSchema = z.object({
  reference: z.string(),
  fileId: z.uuid(),
  /** The dates that the form was made from, so that a colleague's are not lost. */
  version: z.number().int().min(1),
  ...evidenceDatesShape,
});

type Dated = { version: number; effectiveFrom: string | null; expiresOn: string | null };

/** What stands, for somebody whose save came second: 'yyyy-mm-dd', '' where no date is given. */
const savedDates = ({ version, effectiveFrom, expiresOn }: Dated): Conflict => ({
  ...{ version, changedBy: null, changedAt: null },
  fields: { effectiveFrom: effectiveFrom ?? '', expiresOn: expiresOn ?? '' },
});

/**
 * Changes from when to when a file counts, until a declaration freezes it. The same dates again
 * change nothing. Problems: `not_found`, `wrong_status`, `invalid` (a date), `refused` 'declared', and
 * `conflict` with the dates that stand where a colleague changed them meanwhile (evidence).
 */
export const changeEvidenceDates = defineCaseCommand<z.infer<typeof inputSchema>, { name: string }>(
  {
    name: 'evidence.change-dates',
    permission: 'answer:edit',
    input: inputSchema,
    run: async ({ tx, application, input, record }) => {
      const { effectiveFrom, expiresOn } = input;
      const wrong = evidenceDatesProblem({ effectiveFrom, expiresOn });
      if (wrong) return invalid(wrong);
      const file = await findEvidence(tx, application.id, input.fileId);
      const question = file && findQuestion(file.subjectId);
      if (!file || !question) return notFound();
      if (file.declared)
        return refused(
          'declared',
          'This file is part of a declaration, so its dates cannot be changed. Replace the file to give others.',
        );
      const { open } = await readOpenQuestions(tx, application);
      if (!open.includes(question.id)) return wrongStatus();
      const { id: fileId, name } = file;
      if (file.effectiveFrom === effectiveFrom && file.expiresOn === expiresOn) return ok({ name });
      const moved = await tx
        .update(evidenceFiles)
        .set({ effectiveFrom, expiresOn, version: sql`${evidenceFiles.version} + 1` })
        .where(
          and(
            eq(evidenceFiles.organisationId, application.organisationId),
            eq(evidenceFiles.id, fileId),
            eq(evidenceFiles.version, input.version),
          ),
        )
        .returning({ id: evidenceFiles.id });
      if (moved.length === 0) return fail({ kind: 'conflict', conflict: savedDates(file) });
      const before = { effectiveFrom: file.effectiveFrom, expiresOn: file.expiresOn };
      const contents = {
        ...{ questionId: question.id, fileId, name, before },
        after: { effectiveFrom, expiresOn },
      };
      await record({ type: 'evidence.dated', contents, draft: true }, targetOf(application));
      return ok({ name });
    },
  },
);
