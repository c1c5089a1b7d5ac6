import { type Blocker, questionName } from './completeness';
import { type EvidenceFile, evidenceOf, type PlacedFile } from './evidence-file';
import { applicableQuestions } from './questions/catalogue';
import type { Answers, QuestionId } from './questions/types';

/**
 * The files that keep an application from being submitted, in words, and where each is mended: one
 * that counts now and holds a virus. What a declaration holds is replaced, anything else removed;
 * where its question is closed, that opens again first (evidence). `open` are the open questions.
 */
export const evidenceBlockers = (
  files: readonly (PlacedFile & Pick<EvidenceFile, 'name' | 'scan' | 'declared'>)[],
  answers: Answers,
  open: readonly QuestionId[],
): Blocker[] =>
  applicableQuestions(answers).flatMap((question) =>
    evidenceOf(files, question.id)
      .filter(({ scan }) => scan === 'infected')
      .map(({ name, declared }): Blocker => {
        const [questionId, of] = [question.id, questionName(question)];
        const virus = 'it contains a virus';
        if (!open.includes(questionId))
          return { questionId, message: `Open ${of} again and replace ‘${name}’: ${virus}` };
        const verb = declared ? 'Replace' : 'Remove';
        return { questionId, message: `${verb} ‘${name}’ (${of}): ${virus}`, at: 'files' };
      }),
  );
