import type { Href } from '@/lib/paths';

export type NavigationLink = { href: Href; label: string; current?: boolean };

/** Whoever is signed in, as the header shows them; the session's ends drive the warning. */
export type Account = {
  name: string;
  links: NavigationLink[];
  /** For whom they act, where that is not their own organisation. */
  acting?: { actingFor: string; name: string };
  signOut?: (data: FormData) => Promise<void>;
  session?: { expiresAt: string; idleSeconds: number };
};

export type Crumb = { href: Href; label: string };

/** narrow: 720 pixels of text; normal: the design system's 960; wide: dense screens, 1280. */
export type PageWidth = 'narrow' | 'normal' | 'wide';
