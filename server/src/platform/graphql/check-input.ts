import { getMetadataStorage, validateOrReject } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

const OPTIONS = { skipMissingProperties: true, forbidUnknownValues: false };
const known = new WeakMap<object, boolean>();

/** Whether the class of an input has rules of its own; most are held by their GraphQL types alone. */
function hasRules(input: object): boolean {
  const { constructor } = input;
  let answer = known.get(constructor);
  if (answer === undefined) {
    answer = getMetadataStorage().getTargetValidationMetadatas(constructor, '', true, false).length > 0;
    known.set(constructor, answer);
  }
  return answer;
}

/** Holds an input to the rules of its class. @throws ArgumentValidationError */
export async function checkInput(input: unknown): Promise<void> {
  const all: readonly unknown[] = Array.isArray(input) ? input : [input];
  const inputs = all.filter((one): one is object => one !== null && typeof one === 'object' && hasRules(one));
  if (inputs.length === 0) return;
  try {
    await Promise.all(inputs.map((one) => validateOrReject(one, OPTIONS)));
  } catch (error) {
    throw new ArgumentValidationError(error as ConstructorParameters<typeof ArgumentValidationError>[0]);
  }
}
