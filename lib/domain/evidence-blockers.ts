import { paths } from '@/lib/paths';
import { type Blocker, questionName } from './completeness';
import { type EvidenceFile, evidenceOf, type PlacedFile } from './evidence-file';
import { applicableQuestions } from './questions/catalogue';
import type { Answers, QuestionId } from './questions/types';
import type { FieldProblem } from './result';

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

type SampleFile = Pick<EvidenceFile, 'name' | 'scan' | 'declared'>;

/** The files that show something: one that holds a virus, or is still being checked, shows nothing. */
export const filesThatCount = <F extends Pick<EvidenceFile, 'scan'>>(files: readonly F[]): F[] =>
  files.filter(({ scan }) => scan !== 'infected' && scan !== 'waiting');

const keepsBack = ({ name, scan }: SampleFile, odsCode: string): string | null => {
  if (scan === 'infected') return `Remove ‘${name}’ (${odsCode}): it contains a virus`;
  if (scan !== 'waiting') return null;
  return `‘${name}’ (${odsCode}) is being checked for viruses. Wait a minute and send again, or remove it`;
};

/**
 * The files that keep a sample from being sent, each with the page where it is removed. What was
 * given to the assessor before cannot be removed, and so keeps nothing back (evidence).
 */
export const sampleBlockers = (
  items: readonly { odsCode: string; onboardingId: string; files: readonly SampleFile[] }[],
): FieldProblem[] =>
  items.flatMap(({ odsCode, onboardingId, files }) =>
    files.flatMap((file) => {
      const message = file.declared ? null : keepsBack(file, odsCode);
      const href = paths.euoPart(odsCode, onboardingId, 'files');
      return message === null ? [] : [{ field: '', message, href }];
    }),
  );
