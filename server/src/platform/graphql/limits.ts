import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { weigh } from './weigh.ts';

/** How much a document may ask for that is not one of our own: generous for a partner's system, too little to hurt. */
export const LIMITS = {
  /** Characters and lexical tokens of the text, before anything is parsed further. */
  characters: 60_000,
  tokens: 3_000,
  /** Fields inside of fields. */
  depth: 12,
  /** The same below `__schema` and `__type`, where types name types. */
  introspectionDepth: 20,
  aliases: 60,
  directives: 40,
  /** Fields of the roots: acts of a mutation run one after the other. */
  roots: 20,
  /** Values an answer may hold at most, a page counted in full. */
  cost: 50_000,
} as const;

const MOST_REMEMBERED = 500;

const TOO_MUCH = 'This document asks for too much at once: ask for less, or in several requests';
const refusal = (): GraphQLError => new GraphQLError(TOO_MUCH, { extensions: { code: 'TOO_MUCH_ASKED' } });

/** How much of the source graphql-js may read, wherever a stranger's text is parsed. */
export const parseLimits = { maxTokens: LIMITS.tokens, maxSourceLength: LIMITS.characters } as const;

const documents = new LRUCache<string, DocumentNode>({ max: MOST_REMEMBERED });

/**
 * Why a document from outside is not even looked at, or null. Which limit it broke and by how much is not told. A text
 * that is no GraphQL at all passes: saying so is left to the parser that answers it.
 */
export function refuseExcess(text: string, variables: Readonly<Record<string, unknown>>): GraphQLError | null {
  if (text.length > LIMITS.characters) return refusal();
  let document = documents.get(text);
  try {
    document ??= parse(text, { ...parseLimits, noLocation: true });
  } catch (error) {
    return /^Syntax Error: Document contains more/.test((error as Error).message) ? refusal() : null;
  }
  documents.set(text, document);
  const weight = weigh(document, variables);
  const names = ['depth', 'introspectionDepth', 'aliases', 'directives', 'roots', 'cost'] as const;
  return names.some((name) => weight[name] > LIMITS[name]) ? refusal() : null;
}
