import './factor.css';
import { TextField } from '@/components/form/text-field';
import { inFours } from '@/lib/domain/second-factor';

type SetUpStepsProps = { secret: string; picture: { size: number; path: string } };

/** What to do with an authenticator app, by picture or by hand, down to its first code. */
export function SetUpSteps({ secret, picture: { size, path } }: SetUpStepsProps) {
  return (
    <>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>Install an authenticator app on your phone or computer, if you have none.</li>
        <li>Scan this picture with it, or type the key into it.</li>
        <li>Enter the code that it shows.</li>
      </ol>
      <svg
        className="app-qr"
        viewBox={`0 0 ${size} ${size}`}
        width="220"
        height="220"
        shapeRendering="crispEdges"
        role="img"
        aria-label="QR code with the key below"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <p>
        Key: <code className="app-key">{inFours(secret)}</code>
        <br />
        Where the app asks: time-based, 6 digits, every 30 seconds.
      </p>
      <TextField
        name="code"
        label="6-digit code from the app"
        width={10}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
      />
    </>
  );
}
