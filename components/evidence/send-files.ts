export type SentFiles = { added: number } | { message: string };

const UNREACHABLE = 'The files did not arrive. Check your connection and try again.';
const SIGNED_OUT = 'You have been signed out. Sign in again, then upload the files.';

function read(request: XMLHttpRequest): SentFiles {
  if (request.status === 401) return { message: SIGNED_OUT };
  try {
    const answer = JSON.parse(request.responseText) as { added?: unknown; message?: unknown };
    if (typeof answer.added === 'number') return { added: answer.added };
    if (typeof answer.message === 'string') return { message: answer.message };
  } catch {
    // Not an answer of ours.
  }
  return { message: UNREACHABLE };
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
    request.onerror = () => resolve({ message: UNREACHABLE });
    request.ontimeout = () => resolve({ message: UNREACHABLE });
    request.send(data);
  });
}
