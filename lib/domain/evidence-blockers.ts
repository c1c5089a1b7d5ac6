import type { Blocker } from './completeness';
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
  applicableQuestions(answers).flatMap(({ id: questionId }) =>
    evidenceOf(files, questionId)
      .filter(({ scan }) => scan === 'infected')
      .map(({ name, declared }): Blocker => {
        const virus = `‘${name}’: it contains a virus`;
        if (!open.includes(questionId))
          return { questionId, message: `Open the question again and replace ${virus}` };
        return { questionId, message: `${declared ? 'Replace' : 'Remove'} ${virus}`, at: 'files' };
      }),
  );
