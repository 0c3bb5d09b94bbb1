import { portalConfig } from '../ui/vite/portal-config.ts';

export default portalConfig('supplier', process.env['PORT']);
