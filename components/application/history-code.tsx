import { Fragment } from 'react';

/** The head of the chain in fours, so that it can be read aloud and compared. */
export function HistoryCode({ code }: { code: string }) {
  return (
    <span className="app-history-code">
      {(code.match(/.{1,4}/g) ?? [code]).map((part, index) => (
        // The same four may come twice, so that only their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
        <Fragment key={index}>
          <span>{part}</span>{' '}
        </Fragment>
      ))}
    </span>
  );
}
