/** The head of the chain in fours, so that it can be read aloud and compared. */
export function HistoryCode({ code }: { code: string }) {
  return (
    <code className="app-history-code">
      {(code.match(/.{1,4}/g) ?? [code]).map((part, index) => (
        // The same four may come twice, so that only their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
        <span key={index}>{part} </span>
      ))}
    </code>
  );
}
