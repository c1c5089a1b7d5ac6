import type { StepTarget } from '@/lib/domain/next-step';
import { paths } from '@/lib/paths';

/** Where the one next action of an application leads. */
export const stepPath = (reference: string, target: StepTarget) => paths[target](reference);
