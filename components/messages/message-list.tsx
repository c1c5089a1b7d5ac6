import { Link } from '@/components/ui/link';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { MessageContent } from '@/lib/domain/message-content';
import { formatDate, formatDateTime } from '@/lib/format';

type Message = { id: string; content: MessageContent; at: Date; isNew: boolean };

/** Somebody's messages: what each is about, when it came, and the way to what it is about. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="nhsuk-list">
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ul>
  );
}

function MessageItem({ message: { content, at, isNew } }: { message: Message }) {
  const { heading, paragraphs, list, dueOn, path, linkText } = content;
  return (
    <li className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
        {heading} {isNew ? <Tag colour="blue">New</Tag> : null}
      </h2>
      <p className="nhsuk-body-s nhsuk-u-margin-bottom-2">
        <time dateTime={at.toISOString()}>{formatDateTime(at)}</time>
        {dueOn ? `. Due ${formatDate(dueOn)}` : ''}
      </p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="nhsuk-u-margin-bottom-2">
          {paragraph}
        </p>
      ))}
      {list.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-3">
          {list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <Link href={path}>
          {linkText}
          <VisuallyHidden>: {heading}</VisuallyHidden>
        </Link>
      </p>
    </li>
  );
}
