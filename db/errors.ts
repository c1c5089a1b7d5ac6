import { DrizzleQueryError } from 'drizzle-orm';

/** How long connecting is tried again before somebody is told, in milliseconds. */
export const CONNECT_PATIENCE = 15_000;

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);

type Coded = { code?: unknown; constraint_name?: unknown; cause?: unknown; message?: string };

function codeOf(error: unknown): { code: string; constraint: string | null } | null {
  for (let at = error as Coded | undefined; at; at = at.cause as Coded | undefined) {
    if (typeof at.code === 'string' && at.code !== '') {
      const constraint = typeof at.constraint_name === 'string' ? at.constraint_name : null;
      return { code: at.code, constraint };
    }
  }
  return null;
}

/** A failure of the database, with nothing of the statement or its parameters. */
class DatabaseError extends Error {
  override name = 'DatabaseError';
  constructor(
    readonly code: string,
    readonly constraint: string | null,
  ) {
    super(`database error ${code}${constraint ? ` (${constraint})` : ''}`);
  }
}

/** True when the server could not be reached, so that trying again makes sense. */
export const isConnectionTrouble = (error: unknown): boolean =>
  CONNECTION_CODES.has(codeOf(error)?.code ?? '');

/**
 * What may be thrown on: the driver's messages hold statements with people's words in them, and
 * the framework logs what it catches. Anything that is no database failure passes unchanged.
 */
export function withoutParameters(error: unknown): unknown {
  if (error instanceof DatabaseError) return error;
  const kind = (error as { name?: string } | null)?.name ?? '';
  const found = codeOf(error);
  // By class, not by name: drizzle's own error is called plain 'Error'.
  const fromDriver =
    kind === 'PostgresError' ||
    error instanceof DrizzleQueryError ||
    CONNECTION_CODES.has(found?.code ?? '');
  return fromDriver
    ? new DatabaseError(found?.code ?? 'unknown', found?.constraint ?? null)
    : error;
}
