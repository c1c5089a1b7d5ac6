import { noteWithMissing } from '@/lib/domain/review';

/** Does in the browser what the same button does on the server without JavaScript. */
export function putMissingPoints(
  event: React.MouseEvent<HTMLButtonElement>,
  points: readonly { id: string; text: string }[],
): void {
  const form = event.currentTarget.form;
  const note = form?.elements.namedItem('noteToSupplier');
  if (!form || !(note instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const data = new FormData(form);
  const missing = points.filter(({ id }) => data.get(`point-${id}`) === 'not_covered');
  note.value = noteWithMissing(
    note.value,
    missing.map(({ text }) => text),
  );
  note.dispatchEvent(new Event('input', { bubbles: true }));
  note.focus();
}
