import './factor.css';
import { inFours } from '@/lib/domain/second-factor';

/** Recovery codes, to be printed or copied. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <ol className="app-codes">
      {codes.map((code) => (
        <li key={code}>{inFours(code)}</li>
      ))}
    </ol>
  );
}
