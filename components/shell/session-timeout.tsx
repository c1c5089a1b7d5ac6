'use client';
export function SessionTimeout(_: {
  expiresAt: string;
  idleSeconds: number;
  signOut?: ((data: FormData) => Promise<void>) | undefined;
}) {
  return null;
}
