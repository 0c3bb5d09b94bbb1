import type { FastifyReply } from 'fastify';
import { isPortal } from './portals.ts';

/**
 * The browser sends it back by itself and no script can read it. `__Host-` binds it to this host, over TLS only.
 * Each portal has its own, so that somebody can be signed in to two of them side by side.
 */
export function cookieName(isSecure: boolean, portal: string | null): string {
  const name = isSecure ? '__Host-corridor' : 'corridor';
  return isPortal(portal) ? `${name}-${portal}` : name;
}

export function setSessionCookie(
  reply: FastifyReply,
  name: string,
  isSecure: boolean,
  value: string,
  expires: Date,
): void {
  void reply.setCookie(name, value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
    expires,
  });
}

export function clearSessionCookie(reply: FastifyReply, name: string, isSecure: boolean): void {
  void reply.clearCookie(name, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
  });
}
