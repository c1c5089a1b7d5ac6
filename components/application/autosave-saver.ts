/** What the saving line says; `trouble` asks for something of the reader. */
export type SaveReport = { text: string; trouble: boolean };
export type SaverOptions = {
  url: string;
  report: (report: SaveReport) => void;
  /** The version that the next save builds on has changed. */
  moved: (version: number) => void;
  /** True when the form holds words that were posted and refused, so that they are not saved. */
  unsaved: boolean;
};
type Answer = { version?: number; time?: string; message?: string };

const PAUSE = 1500;
const RETRY = 5000;
/** Fields that are the form's, not the answer's. */
const OWN = new Set(['version', 'mode', 'kept']);

/** The newest version of each answer that was saved from this tab. */
const newest = new Map<string, number>();

/** Whether a page is older than what was typed on it: the browser went back to a kept copy. */
export const isOutdated = (url: string, version: number): boolean =>
  version < (newest.get(url) ?? 0);

/** The answer's fields as the server reads them: checkboxes as lists, everything else as text. */
function fieldsOf(form: HTMLFormElement): Record<string, string | string[]> {
  const data = new FormData(form);
  const fields: Record<string, string | string[]> = {};
  for (const element of form.elements) {
    if (!(element instanceof HTMLInputElement) || element.type !== 'checkbox') continue;
    fields[element.name] = data.getAll(element.name).map(String);
  }
  for (const [name, value] of data) {
    const ours = OWN.has(name) || name.startsWith('$') || name in fields;
    if (!ours && typeof value === 'string') fields[name] = value;
  }
  return fields;
}

/**
 * Saves an answer while it is typed: 1.5 seconds after the last key, on leaving a field and on
 * leaving the page. A press of a button waits for the save under way, so that a form never comes
 * into conflict with itself. Nothing typed is ever taken away here.
 */
export function startSaver(form: HTMLFormElement, options: SaverOptions) {
  let latest = JSON.stringify(fieldsOf(form));
  let saved = options.unsaved ? '' : latest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let stopped = false;
  let version = versionOf(form);

  let saidSaved = false;

  const report = (said: { text: string; trouble: boolean }) => {
    saidSaved = !said.trouble && said.text !== '';
    options.report(said);
  };
  const trouble = (text: string) => report({ text, trouble: true });
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };

  async function send(words: string, keepalive: boolean) {
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ fields: JSON.parse(words), version }),
        keepalive,
      });
      const answer = (await response.json().catch(() => ({}))) as Answer;
      if (response.ok && answer.version !== undefined) {
        saved = words;
        version = answer.version;
        setVersion(form, version);
        newest.set(options.url, version);
        options.moved(version);
        if (latest === saved) report({ text: `Saved at ${answer.time}`, trouble: false });
        else later(PAUSE);
      } else if (answer.message !== undefined) {
        // Only the reader can go on from here; the words stay in the form.
        stopped = response.status !== 413 && response.status !== 422;
        trouble(answer.message);
      } else retry('Not saved yet. We will keep trying.');
    } catch {
      retry('You are offline, so this is not saved yet. We will keep trying.');
    }
  }
  function retry(text: string) {
    trouble(text);
    later(RETRY);
  }

  async function save(keepalive = false) {
    clearTimeout(timer);
    if (stopped || underWay || latest === saved) return;
    underWay = send(latest, keepalive);
    await underWay;
    underWay = null;
  }

  const typed = () => {
    latest = JSON.stringify(fieldsOf(form));
    if (stopped) return;
    // 'Saved' stands only while all that is typed is saved.
    if (latest !== saved && saidSaved) report({ text: '', trouble: false });
    later(PAUSE);
  };
  const leave = () => void save(true);
  const hidden = () => document.visibilityState === 'hidden' && leave();
  const online = () => void save();

  /** Before React hears of the press, so that the version it posts is the one just saved. */
  function press(event: SubmitEvent) {
    clearTimeout(timer);
    if (!underWay) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    void underWay.then(() => setTimeout(() => form.requestSubmit(submitter)));
  }

  const events = new AbortController();
  const { signal } = events;
  form.addEventListener('input', typed, { signal });
  form.addEventListener('focusout', online, { signal });
  form.addEventListener('submit', press, { signal, capture: true });
  document.addEventListener('visibilitychange', hidden, { signal });
  window.addEventListener('pagehide', leave, { signal });
  window.addEventListener('online', online, { signal });

  return () => {
    events.abort();
    clearTimeout(timer);
  };
}

const versionField = (form: HTMLFormElement) =>
  form.elements.namedItem('version') as HTMLInputElement | null;

const versionOf = (form: HTMLFormElement) => Number(versionField(form)?.value ?? 0);

/** At once, since a press of a button may be waiting; React sets the same value when it comes to it. */
function setVersion(form: HTMLFormElement, version: number) {
  const field = versionField(form);
  if (field) field.value = String(version);
}
