import { createHash, randomUUID } from 'node:crypto';

/** A file as an upload hands it over: stored, checked, and described. */
export function uploaded(name: string, changes: { size?: number; content?: string } = {}) {
  const content = changes.content ?? randomUUID();
  return {
    key: createHash('sha256').update(randomUUID()).digest('hex'),
    name,
    mediaType: 'application/pdf',
    size: changes.size ?? content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}
