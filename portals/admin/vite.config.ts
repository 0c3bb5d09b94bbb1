import { portalConfig } from '../ui/vite/portal-config.ts';

export default portalConfig('admin', process.env['PORT']);
