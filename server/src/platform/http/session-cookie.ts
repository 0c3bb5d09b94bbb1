import type { FastifyReply } from 'fastify';

/** The browser sends it back by itself and no script can read it. `__Host-` binds it to this host, over TLS only. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-corridor' : 'corridor');

export function setSessionCookie(reply: FastifyReply, isSecure: boolean, value: string, expires: Date): void {
  void reply.setCookie(cookieName(isSecure), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
    expires,
  });
}

export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  void reply.clearCookie(cookieName(isSecure), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
  });
}
