export { area } from '#ui/pages/audit/audit.area.ts';
