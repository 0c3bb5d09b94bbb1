import { fileURLToPath } from 'node:url';

export const portalsFolder = fileURLToPath(new URL('..', import.meta.url));
export const generatedFolder = fileURLToPath(new URL('../ui/graphql/generated/', import.meta.url));
export const schemaFile = fileURLToPath(new URL('../../schema/schema.graphql', import.meta.url));
export const trustedDocumentsFile = fileURLToPath(new URL('../../schema/trusted-documents.json', import.meta.url));
