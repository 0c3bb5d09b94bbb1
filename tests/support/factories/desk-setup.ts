import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { Help } from './service.ts';

let serial = 0;

/** The codes and places with which an act of the setup is refused; empty where it is done. */
export async function saveSetup(help: Help, act: string, input: object, who: Actor = help.admin): Promise<string[]> {
  const name = `${act[0]?.toUpperCase() ?? ''}${act.slice(1)}Input`;
  const type = /^service.*OrderInput$/i.test(name) ? 'ServiceOrderInput' : name;
  const { data, errors } = await help.app.run<Record<
    string,
    { userErrors: { code: string; path: string[] }[] }
  > | null>(who, `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code path } } }`, {
    input: { idempotencyKey: `setup-of-the-desk-${++serial}`, ...input },
  });
  const refused = data?.[act]?.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`) ?? [];
  return [...(errors ?? []).map((error) => String(error.extensions['code'])), ...refused];
}
