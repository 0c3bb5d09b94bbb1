import './shared/supplier.css';
import { createPortalApp } from '#ui/app/create-portal-app.ts';
import { documentIds } from '#ui/graphql/generated/document-ids.supplier.ts';
import { areas } from './router.ts';

createPortalApp({ portal: 'supplier', documentIds, areas }).mount('#app');
