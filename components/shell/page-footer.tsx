import { Link } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { containerClass } from './container';
import type { PageWidth } from './types';

const LINKS = [
  { href: paths.help, label: 'Help' },
  { href: paths.accessibility, label: 'Accessibility statement' },
  { href: paths.cookies, label: 'Cookies' },
  { href: paths.privacy, label: 'Privacy' },
] as const;

export function PageFooter({ width }: { width: PageWidth }) {
  return (
    <footer className="nhsuk-footer">
      <div className={containerClass(width)}>
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {LINKS.map((link) => (
              <li key={link.href} className="nhsuk-footer__list-item">
                <Link className="nhsuk-footer__list-item-link" href={link.href}>
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">© NHS England</p>
        </div>
      </div>
    </footer>
  );
}
