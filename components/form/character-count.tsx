'use client';

import { type RefObject, useEffect, useState } from 'react';
import { countCharacters } from '@/lib/domain/text';
import { remainingMessage } from './remaining-message';

type CharacterCountProps = {
  id: string;
  textarea: RefObject<HTMLTextAreaElement | null>;
  max: number;
};

/** How many characters are left: seen at once, spoken when typing pauses for a second. */
export function CharacterCount({ id, textarea, max }: CharacterCountProps) {
  const [count, setCount] = useState<number | null>(null);
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    const element = textarea.current;
    if (element === null) return;
    let pause: ReturnType<typeof setTimeout>;
    const read = () => setCount(countCharacters(element.value));
    const typed = () => {
      read();
      clearTimeout(pause);
      const speak = () => setSpoken(remainingMessage(max, countCharacters(element.value)));
      pause = setTimeout(speak, 1000);
    };
    read();
    element.addEventListener('input', typed);
    return () => {
      clearTimeout(pause);
      element.removeEventListener('input', typed);
    };
  }, [textarea, max]);

  const over = count !== null && count > max;
  const look = over ? 'nhsuk-error-message' : 'nhsuk-hint';
  return (
    <>
      <div id={id} className={count === null ? 'nhsuk-hint' : 'nhsuk-u-visually-hidden'}>
        You can enter up to {max} characters
      </div>
      {count === null ? null : (
        <div className={`${look} nhsuk-character-count__message`} aria-hidden="true">
          {remainingMessage(max, count)}
        </div>
      )}
      <div className="nhsuk-u-visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}
