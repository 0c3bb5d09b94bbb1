import { portalConfig } from '../ui/vite/portal-config.ts';

export default portalConfig('customer', process.env['PORT']);
