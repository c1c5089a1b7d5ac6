import { Fragment } from 'react';
import type { DiffPiece } from '@/lib/domain/word-diff';

type WordDiffProps = { pieces: readonly DiffPiece[]; before?: string; after?: string };

/** Two versions of a text side by side, with the changed words marked in either. */
export function WordDiff({ pieces, before = 'Before', after = 'Now' }: WordDiffProps) {
  return (
    <div className="app-diff">
      <Side label={before} pieces={pieces} mark="removed" />
      <Side label={after} pieces={pieces} mark="added" />
    </div>
  );
}

type SideProps = { label: string; pieces: readonly DiffPiece[]; mark: 'removed' | 'added' };

function Side({ label, pieces, mark }: SideProps) {
  const shown = withKeys(pieces).filter(({ kind }) => kind === 'same' || kind === mark);
  return (
    <div className="app-diff__side">
      <p className="app-diff__label">{label}</p>
      <p className="app-diff__text">
        {shown.map(({ key, kind, text }) => (
          <Fragment key={key}>
            {kind === 'same' ? text : <Marked kind={kind} text={text} />}
          </Fragment>
        ))}
        {shown.length === 0 ? <em>Nothing</em> : null}
      </p>
    </div>
  );
}

function Marked({ kind, text }: { kind: 'removed' | 'added'; text: string }) {
  const Element = kind === 'removed' ? 'del' : 'ins';
  return (
    <Element className={`app-diff__${kind}`}>
      <span className="nhsuk-u-visually-hidden"> {kind}: </span>
      {text}
      <span className="nhsuk-u-visually-hidden"> end of {kind} text </span>
    </Element>
  );
}

/** A piece's place in the text is its identity. */
function withKeys(pieces: readonly DiffPiece[]): (DiffPiece & { key: number })[] {
  let key = 0;
  return pieces.map((piece) => {
    const keyed = { ...piece, key };
    key += piece.text.length + 1;
    return keyed;
  });
}
