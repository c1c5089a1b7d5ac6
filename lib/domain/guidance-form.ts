import { CERTIFICATE_POINT } from './certificate';
import { type FormValues, listValue, textValue } from './form-state';
import { type Guidance, OTHER_REASON, questionUnder, reasonsUnder } from './guidance';
import type { GuidanceEdit } from './guidance-edit';
import type { QuestionId, ReasonId } from './questions/types';
import type { FieldProblem } from './result';
import { normaliseText, textProblem } from './text';

const MAX_TEXT = 200;
const MAX_REASON = 500;
/** The new points that one form takes, and what a question may hold at most. */
export const NEW_POINTS = [1, 2, 3] as const;
const MOST_POINTS = 15;

/** Only questions with details have coverage points (domain, the questions). */
const takesPoints = (id: QuestionId, guidance: Guidance): boolean =>
  questionUnder(guidance, id).kind === 'yes-no-details';

/** The points that have a field in the form; the last are new. */
export const pointFields = (guidance: Guidance, id: QuestionId): string[] =>
  takesPoints(id, guidance)
    ? [
        ...questionUnder(guidance, id).coveragePoints.map((point) => point.id),
        ...NEW_POINTS.map((n) => `new${n}`),
      ]
    : [];

/** The reasons of a question that have words to edit. */
export const offeredTo = (guidance: Guidance, id: QuestionId) =>
  reasonsUnder(guidance, id).filter((reason) => reason.id !== OTHER_REASON);

/** The reasons that a question does not offer. */
export const notOfferedTo = (guidance: Guidance, id: QuestionId) =>
  guidance.reasons.filter((reason) => !questionUnder(guidance, id).reasons.includes(reason.id));

/** What the form holds where nothing was typed yet. */
export function guidanceValues(guidance: Guidance, id: QuestionId): FormValues {
  const { coveragePoints } = questionUnder(guidance, id);
  return {
    ...Object.fromEntries(
      coveragePoints.flatMap(({ id: point, text }, index) => [
        [`point-${point}`, text],
        [`place-${point}`, `${index + 1}`],
      ]),
    ),
    ...Object.fromEntries(offeredTo(guidance, id).map((each) => [`reason-${each.id}`, each.text])),
    number: `${guidance.number}`,
  };
}

/**
 * What was typed over a version that somebody replaced since, over the newest: what its writer did
 * not touch is as it is now, what they did stays as typed.
 */
export function rebased(values: FormValues, seen: Guidance, now: Guidance, id: QuestionId) {
  const [was, is] = [guidanceValues(seen, id), guidanceValues(now, id)];
  const touched = Object.entries(values).filter(([name, value]) => value !== (was[name] ?? ''));
  return { ...is, ...Object.fromEntries(touched), number: `${now.number}` };
}

const line = (values: FormValues, name: string) =>
  normaliseText(textValue(values, name))
    .replace(/[ \n]+/g, ' ')
    .trim();

function doubled(texts: readonly { field: string; text: string }[], message: string) {
  const seen = new Set<string>();
  return texts.flatMap(({ field, text }) => {
    const folded = text.toLowerCase();
    if (folded !== '' && seen.has(folded)) return [{ field, message }];
    seen.add(folded);
    return [];
  });
}

type Placed = { id: string | null; text: string; place: number };

/** Where each point goes: what was moved stands on the side of its new neighbour that it came over to. */
function readPoints(values: FormValues, guidance: Guidance, id: QuestionId) {
  const problems: FieldProblem[] = [];
  const shown = pointFields(guidance, id);
  const placed = shown.flatMap((point, index): Placed[] => {
    const field = `point-${point}`;
    const text = line(values, field);
    const isNew = NEW_POINTS.some((n) => point === `new${n}`);
    if (text === '') {
      if (point === CERTIFICATE_POINT)
        problems.push({
          field,
          message: 'Enter words for this point. It says whether a verdict relies on a certificate',
        });
      return [];
    }
    const wrong = textProblem(text, { what: 'Point', max: MAX_TEXT, required: true });
    if (wrong) problems.push({ field, message: wrong });
    const typed = textValue(values, `place-${point}`).trim();
    if (isNew && typed === '') return [{ id: null, text, place: Number.MAX_SAFE_INTEGER }];
    const place = /^[0-9]{1,2}$/.test(typed) ? Number(typed) : 0;
    if (place < 1)
      problems.push({ field: `place-${point}`, message: 'Place must be a whole number from 1' });
    const from = index + 1;
    const side = isNew || place < from ? -0.5 : place > from ? 0.5 : 0;
    return [{ id: isNew ? null : point, text, place: place + side }];
  });
  const texts = shown.map((point) => ({
    field: `point-${point}`,
    text: line(values, `point-${point}`),
  }));
  problems.push(...doubled(texts, 'Each point must say something else'));
  const first = shown[0];
  if (first && placed.length === 0)
    problems.push({ field: `point-${first}`, message: 'Keep at least one point' });
  if (first && placed.length > MOST_POINTS)
    problems.push({ field: `point-${first}`, message: `Keep ${MOST_POINTS} points or fewer` });
  const points = placed.sort((a, b) => a.place - b.place).map(({ place: _, ...point }) => point);
  return { points, problems };
}

function readReasons(values: FormValues, guidance: Guidance, id: QuestionId) {
  const kept = offeredTo(guidance, id).map((reason) => ({
    ...reason,
    field: `reason-${reason.id}`,
    text: line(values, `reason-${reason.id}`),
  }));
  const added = { id: null, field: 'reason-new', text: line(values, 'reason-new') };
  const all = [...kept, added].filter(({ text }) => text !== '');
  const problems = all.flatMap(({ field, text }) => {
    const message = textProblem(text, { what: 'Reason', max: MAX_TEXT, required: true });
    return message ? [{ field, message }] : [];
  });
  const offers = listValue(values, 'offer');
  const others = notOfferedTo(guidance, id);
  const texts = [
    ...others.map(({ text }) => ({ field: '', text })),
    ...guidance.reasons
      .filter((each) => each.id === OTHER_REASON)
      .map(({ text }) => ({ field: '', text })),
    ...all,
  ];
  const twice = doubled(texts, 'Each reason must say something else. Tick one that exists already');
  problems.push(...twice.filter(({ field }) => field !== ''));
  const again = others.filter((reason) => offers.includes(reason.id));
  const reasons: { id: ReasonId | null; text: string }[] = [
    ...kept.filter(({ text }) => text !== ''),
    ...again,
    ...(added.text === '' ? [] : [added]),
  ].map(({ id: reason, text }) => ({ id: reason, text }));
  return { reasons, problems };
}

/**
 * Reads what a manager typed over a version for one question: an emptied point or reason is
 * withdrawn from it, a text is one line of 200 characters at most, and no two say the same. Problems
 * by field; `why` is the reason of the change, 1 to 500 characters.
 */
export function readGuidanceForm(
  guidance: Guidance,
  questionId: QuestionId,
  values: FormValues,
): { ok: true; edit: GuidanceEdit; why: string } | { ok: false; problems: FieldProblem[] } {
  const read = readPoints(values, guidance, questionId);
  const { reasons, problems: wrongReasons } = readReasons(values, guidance, questionId);
  const why = normaliseText(textValue(values, 'why')).trim();
  const wrong = textProblem(why, { what: 'Why you change it', max: MAX_REASON, required: true });
  const problems = [...read.problems, ...wrongReasons];
  if (wrong)
    problems.push({
      field: 'why',
      message: why === '' ? 'Enter why you change the guidance' : wrong,
    });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, edit: { questionId, points: read.points, reasons }, why };
}
