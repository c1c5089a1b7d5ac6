import { Tag as NhsTag } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow';

/** A status in words; the colour only supports them. */
export function Tag({ colour, children }: { colour?: TagColour | undefined; children: ReactNode }) {
  return colour === undefined ? (
    <NhsTag>{children}</NhsTag>
  ) : (
    <NhsTag modifier={colour}>{children}</NhsTag>
  );
}
