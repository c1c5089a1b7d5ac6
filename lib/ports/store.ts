import { resolve } from 'node:path';
import type { DownloadPolicy } from '@/lib/domain/evidence-download';
import { env } from '@/lib/env';
import { diskStore } from './disk-store';
import type { FileStore } from './file-store';
import { s3Store } from './s3-store';

let made: { of: string; store: FileStore } | null = null;

/** The store of the configuration: a bucket where one is named, a folder of the disk otherwise. */
export function fileStore(): FileStore {
  const {
    EVIDENCE_FOLDER: folder,
    EVIDENCE_BUCKET: bucket,
    EVIDENCE_S3_ENDPOINT: endpoint,
    EVIDENCE_S3_REGION: region,
    EVIDENCE_S3_PREFIX: prefix,
  } = env();
  const of = JSON.stringify([folder, bucket, endpoint, region, prefix]);
  if (made?.of !== of) {
    const store = bucket
      ? s3Store({ bucket, prefix, region, ...(endpoint ? { endpoint } : {}) })
      : diskStore(resolve(folder));
    made = { of, store };
  }
  return made.store;
}

/** Who else than its uploader may have a file that nobody scanned, by the configuration. */
export const downloadPolicy = (): DownloadPolicy => ({
  shareUnscanned: env().EVIDENCE_SHARE_UNSCANNED ?? env().DEMO,
});
