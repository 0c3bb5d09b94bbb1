import { collectAreas } from '#ui/app/areas.ts';

/** Every area of this portal describes itself, its navigation entry and its routes, in `pages/<area>/<area>.area.ts`. */
export const areas = collectAreas(import.meta.glob('./pages/*/*.area.ts', { eager: true, import: 'area' }));
