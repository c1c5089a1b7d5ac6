'use client';

import { type RefObject, useCallback, useRef } from 'react';
import type { ZodType } from 'zod';
import type { InstantChecks } from './instant-checks';

export type SchemaLoader = () => Promise<ZodType>;

/** Loads the checks once, when they are first wanted; where that fails the server still checks. */
export function useInstantChecks(
  form: RefObject<HTMLFormElement | null>,
  loadSchema: SchemaLoader | undefined,
) {
  const loading = useRef<Promise<InstantChecks | null>>(null);
  return useCallback(async (): Promise<InstantChecks | null> => {
    const element = form.current;
    if (loadSchema === undefined || element === null) return null;
    loading.current ??= Promise.all([import('./instant-checks'), loadSchema()])
      .then(([{ createInstantChecks }, schema]) => createInstantChecks(element, schema))
      .catch(() => {
        loading.current = null;
        return null;
      });
    return loading.current;
  }, [form, loadSchema]);
}
