export type ButtonVariant = 'primary' | 'secondary' | 'reverse' | 'warning' | 'link';

/** The classes of a button; 'link' looks like a link and acts like a button. */
export function buttonClass(variant: ButtonVariant = 'primary', small = false): string {
  if (variant === 'link') return 'app-button-link';
  const kind = variant === 'primary' ? '' : ` nhsuk-button--${variant}`;
  return `nhsuk-button${kind}${small ? ' nhsuk-button--small' : ''}`;
}
