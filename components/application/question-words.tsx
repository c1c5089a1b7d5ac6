import { Fragment } from 'react';
import { Details } from '@/components/ui/details';
import { Link } from '@/components/ui/link';
import { WarningCallout } from '@/components/ui/warning-callout';
import { SECTION } from '@/lib/domain/questions/catalogue';
import { PROFILES, type Question } from '@/lib/domain/questions/types';
import type { Href } from '@/lib/paths';

type QuestionHintProps = { question: Question; guidanceUrl: string | null };

/** The question's hint; the word 'here' leads to the guidance where an address is configured. */
export function QuestionHint({ question, guidanceUrl }: QuestionHintProps) {
  return question.hint.map((paragraph, index) => (
    <Fragment key={paragraph}>
      {index > 0 ? (
        <>
          <br />
          <br />
        </>
      ) : null}
      <Guided paragraph={paragraph} url={guidanceUrl} />
    </Fragment>
  ));
}

function Guided({ paragraph, url }: { paragraph: string; url: string | null }) {
  const [before, after] = paragraph.split(/ here(?=\.$)/);
  if (url === null || after === undefined) return paragraph;
  return (
    <>
      {before} <Link href={url as Href}>here</Link>
      {after}
    </>
  );
}

/** The wording that the section quotes behind a question. */
export function QuestionSupporting({ question }: { question: Question }) {
  if (question.supporting.length === 0) return null;
  return (
    <Details summary="Supporting information">
      {question.supporting.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Details>
  );
}

/** The section's help, and its warning, both in its own words. */
export function SectionHelp({ warning = true }: { warning?: boolean }) {
  const { help, insufficient } = SECTION;
  return (
    <>
      <Details summary={help.title}>
        <p>{help.profile}</p>
        <ul>
          {Object.values(PROFILES).map(({ label, hint }) => (
            <li key={label}>
              {label} – {hint}
            </li>
          ))}
        </ul>
        <p>{help.scope}</p>
        <ul>
          {help.scopeItems.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Details>
      {warning ? (
        <WarningCallout heading={insufficient.title}>
          <p>{insufficient.text}</p>
        </WarningCallout>
      ) : null}
    </>
  );
}
