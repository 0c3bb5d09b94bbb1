import { createPortalApp } from '#ui/app/create-portal-app.ts';
import { documentIds } from '#ui/graphql/generated/document-ids.admin.ts';
import { areas } from './router.ts';

createPortalApp({ portal: 'admin', documentIds, areas }).mount('#app');
