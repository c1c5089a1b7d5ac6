import type { Path } from '@/lib/paths';

/** A step of signing in, with the place to go on to. */
export const withReturn = (path: Path, back: string | null): Path =>
  back ? `${path}?return=${encodeURIComponent(back)}` : path;
