/**
 * Turns the emitted SDL into what the portals need at compile time and at run time: the types behind `graphql()`,
 * and the names of object types without an id, which the normalised cache must embed in their parent.
 * Usage: node build/schema-types.ts [schema file]
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { buildSchema, introspectionFromSchema, isObjectType } from 'graphql';
import { generatedFolder, schemaFile } from './paths.ts';

export async function writeSchemaTypes(file = schemaFile): Promise<void> {
  const schema = buildSchema(await readFile(file, 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const rootNames = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map(
    (type) => type?.name,
  );
  const keyless = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !rootNames.includes(type.name))
    .filter((type) => isObjectType(type) && !('id' in type.getFields()))
    .map((type) => type.name)
    .sort();
  await mkdir(generatedFolder, { recursive: true });
  await writeFile(
    `${generatedFolder}schema-types.d.ts`,
    outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
  );
  await writeFile(
    `${generatedFolder}keyless-types.ts`,
    `export const keylessTypes: readonly string[] = ${JSON.stringify(keyless)};\n`,
  );
}

if (import.meta.main) await writeSchemaTypes(process.argv[2]);
