import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  FileMissing,
  type FileStore,
  keyOfPlace,
  placeOfKey,
  StoreUnavailable,
} from './file-store';

export type S3Settings = {
  bucket: string;
  /** Begins every key, '' for none: 'evidence/'. */
  prefix: string;
  /** Where a service other than Amazon's answers; its buckets are then named in the path. */
  endpoint?: string;
  region: string;
  /** Milliseconds without a byte from the service, before it is given up. */
  patience?: number;
};

/** The smallest part that the protocol allows; one at a time is held in memory. */
const PART = 5 * 1024 * 1024;
const CONNECT_MS = 5_000;
const PATIENCE_MS = 30_000;

// Loaded by the first who needs it: most servers keep files on their disk.
const sdk = async () => ({
  ...(await import('@aws-sdk/client-s3')),
  ...(await import('@aws-sdk/lib-storage')),
});

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

/**
 * Keeps files in a bucket of an S3-compatible service, sent in parts while they arrive. The bucket
 * must be private. Credentials come from where Amazon's tools look: AWS_ACCESS_KEY_ID and so on.
 */
export function s3Store(settings: S3Settings): FileStore {
  const { bucket: Bucket, prefix, endpoint, region, patience = PATIENCE_MS } = settings;
  const keyOf = (key: string) => `${prefix}${placeOfKey(key)}`;
  let made: Promise<S3Client> | null = null;

  function client(): Promise<S3Client> {
    made ??= sdk().then(
      ({ S3Client }) =>
        new S3Client({
          region,
          ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
          // Services other than Amazon's often do not know the newer checksums.
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
          requestHandler: {
            connectionTimeout: Math.min(CONNECT_MS, patience),
            requestTimeout: patience,
            socketTimeout: patience,
            throwOnRequestTimeout: true,
          },
        }),
    );
    return made;
  }

  return {
    async put(key, content) {
      const Key = keyOf(key);
      const { Upload } = await sdk();
      try {
        const params = { Bucket, Key, Body: content, ContentType: 'application/octet-stream' };
        const upload = { client: await client(), params, partSize: PART, queueSize: 1 };
        await new Upload(upload).done();
      } catch (cause) {
        content.destroy();
        throw new StoreUnavailable('the file could not be sent to the bucket', { cause });
      }
    },
    async get(key) {
      const Key = keyOf(key);
      const { GetObjectCommand } = await sdk();
      try {
        const { Body } = await (await client()).send(new GetObjectCommand({ Bucket, Key }));
        if (Body instanceof Readable) return Body;
      } catch (cause) {
        if (isMissing(cause)) throw new FileMissing('there is no such file', { cause });
        throw new StoreUnavailable('the file could not be had from the bucket', { cause });
      }
      throw new StoreUnavailable('the bucket answered without a file');
    },
    async remove(key) {
      const Key = keyOf(key);
      const { DeleteObjectCommand } = await sdk();
      try {
        await (await client()).send(new DeleteObjectCommand({ Bucket, Key }));
      } catch (cause) {
        if (isMissing(cause)) return;
        throw new StoreUnavailable('the file could not be removed from the bucket', { cause });
      }
    },
    async *keptBefore(instant) {
      const { paginateListObjectsV2 } = await sdk();
      try {
        const pages = paginateListObjectsV2({ client: await client() }, { Bucket, Prefix: prefix });
        for await (const { Contents = [] } of pages)
          for (const { Key = '', LastModified } of Contents) {
            const key = keyOfPlace(Key.slice(prefix.length));
            if (key && LastModified && LastModified < instant) yield key;
          }
      } catch (cause) {
        throw new StoreUnavailable('the files in the bucket could not be listed', { cause });
      }
    },
    // A rule of the bucket ends them: see the README.
    dropUnfinished: async () => undefined,
  };
}
