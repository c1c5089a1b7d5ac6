'use client';

import { useCallback, useEffect, useState } from 'react';
import { secondsUntil } from './time-left';

const WARN_SECONDS = 5 * 60;
/** Tabs of one browser share a session, so one of them extends it for all. */
const CHANNEL = 'session-extended';

type Ends = { expiresAt: string; idleSeconds: number };

const endOf = ({ expiresAt, idleSeconds }: Ends): number =>
  Math.min(Date.parse(expiresAt), Date.now() + idleSeconds * 1000);

/** Seconds left once there are five minutes or fewer, null before; and a way to extend. */
export function useSessionClock(expiresAt: string, idleSeconds: number, extendPath: string) {
  const [extended, setExtended] = useState<Ends | null>(null);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);

  // A page fetched anew counts from its own arrival, whatever was extended before it.
  useEffect(() => {
    const end = endOf(extended ?? { expiresAt, idleSeconds });
    const tick = () => {
      const left = secondsUntil(end, Date.now());
      setSecondsLeft(left <= WARN_SECONDS ? left : null);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, idleSeconds, extended]);

  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = (event: MessageEvent<Ends>) => setExtended(event.data);
    return () => channel.close();
  }, []);

  const extend = useCallback(() => {
    setFailed(false);
    requestExtension(extendPath)
      .then((ends) => {
        if (ends === null)
          return setExtended({ expiresAt: new Date(0).toISOString(), idleSeconds: 0 });
        setExtended(ends);
        const channel = new BroadcastChannel(CHANNEL);
        channel.postMessage(ends);
        channel.close();
      })
      .catch(() => setFailed(true));
  }, [extendPath]);

  return { secondsLeft, failed, extend };
}

/** The session's new ends, or null where it is over already. Throws when nothing answers. */
async function requestExtension(path: string): Promise<Ends | null> {
  const response = await fetch(path, { method: 'POST' });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`Extending the session answered ${response.status}`);
  return (await response.json()) as Ends;
}
