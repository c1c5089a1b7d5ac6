import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonClass } from './button-class';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  variant?: ButtonVariant;
  small?: boolean;
};

/** Markup of our own: the library's button is client code, only to swallow a double press. */
export function Button({ variant, small, type = 'submit', ...rest }: ButtonProps) {
  return <button className={buttonClass(variant, small)} type={type} {...rest} />;
}
