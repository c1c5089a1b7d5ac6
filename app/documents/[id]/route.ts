import { Readable } from 'node:stream';
import type { NextRequest } from 'next/server';
import { disposition, FILE_HEADERS } from '@/app/download-headers';
import { currentSession } from '@/lib/auth/session';
import { openEvidence } from '@/lib/commands/evidence/open-evidence';
import { kindOfMediaType } from '@/lib/domain/evidence';
import { paths } from '@/lib/paths';
import { openFile } from '@/lib/ports/open-file';
import { downloadPolicy, fileStore } from '@/lib/ports/store';
import { getDocumentState } from '@/lib/queries/evidence/get-document-state';

type Context = RouteContext<'/documents/[id]'>;

const leadTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** Sends a file to somebody who may have it; anything else is told by its page. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { id } = await context.params;
  const session = await currentSession();
  // Back to its page: a download leaves whoever just signed in on the page where they signed in.
  if (!session)
    return leadTo(`${paths.signIn}?return=${encodeURIComponent(paths.documentState(id))}`);
  const { searchParams } = request.nextUrl;
  const [policy, warned] = [downloadPolicy(), searchParams.get('warned') === '1'];
  const file = await getDocumentState(session.actor, id, policy);
  if (!file) return leadTo(paths.notFound);
  const { name, size, mediaType, storageKey, download } = file;
  if (!download.may || (download.warn && !warned)) return leadTo(paths.documentState(id));

  // The history says 'opened' of what could be read, and of nothing else.
  const content = await openFile(fileStore(), storageKey);
  if (typeof content === 'string') return leadTo(paths.documentTrouble(id, content));
  const opened = await openEvidence(session.actor, { fileId: id, ...policy, warned }).catch(
    (error: unknown) => {
      content.destroy();
      throw error;
    },
  );
  if (!opened.ok || opened.value.warn) {
    content.destroy();
    return leadTo(paths.documentState(id));
  }
  if (content.errored) return leadTo(paths.documentTrouble(id, 'away'));
  const shown = searchParams.get('preview') === '1' && kindOfMediaType(mediaType)?.isImage;
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': disposition(shown ? 'inline' : 'attachment', name),
      ...FILE_HEADERS,
    },
  });
}
