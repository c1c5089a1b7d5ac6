'use client';

import { useFormContext } from './form-context';

/** After a failed post it keeps what was posted: a stale version must not turn fresh by itself. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { attempt, values } = useFormContext();
  const posted = values[name];
  const kept = attempt > 0 && typeof posted === 'string' ? posted : value;
  return <input type="hidden" name={name} value={kept} readOnly />;
}
