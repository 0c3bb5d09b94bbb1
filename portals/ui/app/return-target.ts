import type { Router } from 'vue-router';

/** The page to go on to after signing in: only ever one of this portal's own. */
export function returnTarget(router: Router, returnTo: unknown): string {
  const path = typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
  return router.resolve(path).href;
}
