import type { ReactNode } from 'react';

type NotificationBannerProps = {
  /** 'success' is announced at once: something the reader did has worked. */
  kind?: 'important' | 'success';
  heading: ReactNode;
  /** Tells the titles of two banners on one page apart. */
  id?: string;
  children?: ReactNode;
};

/** Markup of our own: the library's banner is client code, only to move the focus. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { kind = 'important', heading, id = 'banner', children } = props;
  const success = kind === 'success';
  const Element = success ? 'div' : 'section';
  return (
    <Element
      className={`nhsuk-notification-banner${success ? ' nhsuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : undefined}
      aria-labelledby={`${id}-title`}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={`${id}-title`}>
          {success ? 'Success' : 'Important'}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </Element>
  );
}
