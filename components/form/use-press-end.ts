'use client';

import { useCallback, useEffect, useRef } from 'react';

/**
 * Waits for a press under way to end. Leaving a field by pressing something else would otherwise
 * change the page between the press and its end, and what was pressed would have moved away.
 */
export function usePressEnd(): () => Promise<void> {
  const press = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const begin = () => {
      press.current = new Promise((resolve) => {
        const end = () => setTimeout(resolve, 0);
        document.addEventListener('pointerup', end, { once: true, capture: true });
        document.addEventListener('pointercancel', end, { once: true, capture: true });
      });
    };
    document.addEventListener('pointerdown', begin, true);
    return () => document.removeEventListener('pointerdown', begin, true);
  }, []);
  return useCallback(() => press.current, []);
}
