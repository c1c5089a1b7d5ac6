import type { FieldProblem } from '@/lib/domain/result';

/** Said in a tab that somebody opened while they were a manager. */
export const NO_LONGER: FieldProblem = {
  field: '',
  message: 'You may not reassign applications any more. Nothing was reassigned.',
};
