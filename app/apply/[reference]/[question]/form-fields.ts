import type { Question } from '@/lib/domain/questions/types';

/** The names that a form of this question posts. */
export function fieldNames(question: Question | null): { one: string[]; many: string[] } {
  const fields = question?.fields ?? [];
  return {
    one: fields.filter((field) => !field.many).map((field) => field.name),
    many: fields.filter((field) => field.many).map((field) => field.name),
  };
}

/** The version in a form; one that somebody changed was never saved, so it ends in a conflict. */
export const readVersion = (text: string): number =>
  /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
