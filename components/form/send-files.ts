import type { FieldProblem } from '@/lib/domain/result';

/** Where to go on, or what is wrong with the form. */
export type SentFiles = { next: string } | { problems: FieldProblem[] };

const UNREACHABLE = 'The files did not arrive. Check your connection and try again.';
const SIGNED_OUT = 'You have been signed out. Sign in again, then upload the files.';

const atFile = (message: string): SentFiles => ({ problems: [{ field: 'file', message }] });

function read(request: XMLHttpRequest): SentFiles {
  if (request.status === 401) return atFile(SIGNED_OUT);
  try {
    const answer = JSON.parse(request.responseText) as Partial<{
      next: string;
      problems: FieldProblem[];
    }>;
    // Only a page of this portal: an answer leads nowhere else.
    if (answer.next && /^\/(apply|manage)\//.test(answer.next)) return { next: answer.next };
    if (answer.problems) return { problems: answer.problems };
  } catch {
    // Not an answer of ours.
  }
  return atFile(UNREACHABLE);
}

/** Sends a form with files and tells how much of it went, 0 to 100: fetch() could not say that. */
export function sendFiles(
  url: string,
  data: FormData,
  tell: (percent: number) => void,
): Promise<SentFiles> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => tell(Math.round((loaded / total) * 100));
    request.onload = () => resolve(read(request));
    request.onerror = () => resolve(atFile(UNREACHABLE));
    request.ontimeout = () => resolve(atFile(UNREACHABLE));
    request.send(data);
  });
}
