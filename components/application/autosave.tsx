'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext } from '@/components/form/form-context';
import { textValue } from '@/lib/domain/form-state';
import { isOutdated, type SaveReport, startSaver } from './autosave-saver';

type AutosaveProps = {
  url: string;
  /** The version that the page was made from. */
  version: number;
  /** Who saved it last and when; null before the first save. */
  saved: string | null;
};

/** The version that travels in the form, and the line that says what is saved. */
export function Autosave({ url, version, saved }: AutosaveProps) {
  const { attempt, values, pending, conflict } = useFormContext();
  const [moved, setMoved] = useState<{ attempt: number; version: number } | null>(null);
  const [told, setTold] = useState<{ attempt: number; report: SaveReport } | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const posted = attempt > 0 ? Number(textValue(values, 'version')) : version;
  // After a conflict both versions have been seen, so the next press may replace the other one.
  const base = conflict ? conflict.version : posted;
  const now = moved?.attempt === attempt ? moved.version : base;
  const report = told?.attempt === attempt ? told.report : null;
  const quiet = pending || conflict !== undefined;

  useEffect(() => {
    const form = field.current?.form;
    if (!form || quiet) return;
    if (attempt === 0 && isOutdated(url, version)) return window.location.reload();
    return startSaver(form, {
      url,
      unsaved: attempt > 0,
      report: (report) => setTold({ attempt, report }),
      moved: (version) => setMoved({ attempt, version }),
    });
  }, [url, version, attempt, quiet]);

  return (
    <>
      <input ref={field} type="hidden" name="version" value={now} readOnly />
      <p
        className={`app-autosave${report?.trouble ? ' app-autosave--trouble' : ''}`}
        role="status"
        aria-live="polite"
      >
        {report?.text ?? saved}
      </p>
    </>
  );
}
