import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { MessageContent } from '@/lib/domain/message-content';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import './messages.css';

type Message = { id: string; content: MessageContent; at: Date; isNew: boolean };

/** Somebody's messages: what each is about, when it came, and the way to what it is about. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="app-messages">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ul>
  );
}

function MessageItem({ message: { id, content, at, isNew } }: { message: Message }) {
  const { heading, paragraphs, list, dueOn, linkText, links = [] } = content;
  return (
    <li className="app-messages__message">
      <h2 className="nhsuk-heading-s">
        {heading} {isNew ? <Tag colour="blue">New</Tag> : null}
      </h2>
      <p className="app-messages__when">
        <time dateTime={at.toISOString()}>{formatDateTime(at)}</time>
        {dueOn ? `. Due ${formatDate(dueOn)}` : ''}
      </p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {list.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
      {links.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {links.map(({ text, path }) => (
            <li key={path}>
              <Link href={path}>{text}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {/* A load of the page, so that the menu counts anew: the address marks it as read. */}
        <a href={paths.message(id)}>
          {linkText}
          <VisuallyHidden>: {heading}</VisuallyHidden>
        </a>
      </p>
    </li>
  );
}
