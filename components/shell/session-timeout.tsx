'use client';

import { useEffect, useRef } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { paths } from '@/lib/paths';
import { timeLeft } from './time-left';
import { useSessionClock } from './use-session-clock';

type SessionTimeoutProps = {
  /** The end that nothing extends, as an ISO instant. */
  expiresAt: string;
  /** Seconds without a request after which the session ends, counted from this page. */
  idleSeconds: number;
  signOut?: ((data: FormData) => Promise<void>) | undefined;
  /** Takes a POST and answers with both of the above as they stand then. */
  extendPath?: string;
};

/** Warns five minutes before the session ends. Without JavaScript there is nothing to warn with. */
export function SessionTimeout(props: SessionTimeoutProps) {
  const { signOut, extendPath = paths.extendSession } = props;
  const clock = useSessionClock(props.expiresAt, props.idleSeconds, extendPath);
  const dialog = useRef<HTMLDialogElement>(null);
  const open = clock.secondsLeft !== null;

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  const ended = clock.secondsLeft === 0;
  return (
    <dialog
      ref={dialog}
      className="app-dialog"
      aria-labelledby="session-title"
      aria-describedby="session-text"
      onCancel={(event) => {
        event.preventDefault();
        if (!ended) clock.extend();
      }}
    >
      <h2 className="nhsuk-heading-m" id="session-title">
        {ended ? 'You have been signed out' : 'You are about to be signed out'}
      </h2>
      <p id="session-text" aria-live="polite">
        {ended
          ? 'We did this because you had not used the service for a while. What you had saved is safe.'
          : `For your security, we will sign you out in ${timeLeft(clock.secondsLeft ?? 0)}.`}
      </p>
      {clock.failed ? (
        <p className="nhsuk-error-message" role="alert">
          We could not reach the service. Check your connection and try again.
        </p>
      ) : null}
      <div className="nhsuk-button-group">
        {ended ? (
          <a className={buttonClass()} href={paths.signIn}>
            Sign in again
          </a>
        ) : (
          <button className={buttonClass()} type="button" onClick={clock.extend}>
            Stay signed in
          </button>
        )}
        {signOut && !ended ? (
          <form className="contents" action={signOut}>
            <button className={buttonClass('secondary')} type="submit">
              Sign out
            </button>
          </form>
        ) : null}
      </div>
    </dialog>
  );
}
