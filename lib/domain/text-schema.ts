import { z } from 'zod';
import { lowerFirst, MAX_DETAILS, MAX_DRAFT, normaliseText, textProblem } from './text';

type Limits = { what: string; max: number };

function textSchema(rule: Parameters<typeof textProblem>[1]) {
  const notText = `Enter ${lowerFirst(rule.what)}`;
  return z
    .string({ error: notText })
    .transform((text) => (rule.oneLine ? normaliseText(text).trim() : normaliseText(text)))
    .superRefine((text, context) => {
      const message = textProblem(text, rule);
      if (message) context.addIssue({ code: 'custom', message });
    });
}

/** One line that must be given (a name, a number): trimmed, at most `max` characters. */
export function requiredLineSchema(limits: Limits) {
  return textSchema({ ...limits, required: true, oneLine: true });
}

/** One line that may be left empty; empty text stays ''. */
export function optionalLineSchema(limits: Limits) {
  return textSchema({ ...limits, required: false, oneLine: true });
}

/** Text of several lines that must be given, at most `max` characters. */
export function requiredTextSchema(limits: Limits) {
  return textSchema({ ...limits, required: true });
}

/** Text of several lines that may be left empty; empty text stays ''. */
export function optionalTextSchema(limits: Limits) {
  return textSchema({ ...limits, required: false });
}

/** 'Details' as submitted: required, at most 2000 characters. */
export const detailsSchema = requiredTextSchema({ what: 'Details', max: MAX_DETAILS });

/** 'Details' as saved in a draft: may be empty and may be longer than can be submitted. */
export const draftDetailsSchema = optionalTextSchema({ what: 'Details', max: MAX_DRAFT });
