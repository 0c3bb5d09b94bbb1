import { createPortalApp } from '#ui/app/create-portal-app.ts';
import { documentIds } from '#ui/graphql/generated/document-ids.customer.ts';
import { areas } from './router.ts';

createPortalApp({ portal: 'customer', documentIds, areas }).mount('#app');
