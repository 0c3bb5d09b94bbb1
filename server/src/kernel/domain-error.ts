import type { Locale } from './locale.ts';

/** One sentence in each language; `{name}` stands for a parameter. */
export interface ErrorText {
  readonly en: string;
  readonly zh: string;
}

type ParamNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

type ParamsOf<Text extends ErrorText> = Readonly<
  Record<ParamNames<Text['en']> | ParamNames<Text['zh']>, string | number>
>;

type ErrorData = Readonly<Record<string, unknown>>;

type ErrorArguments<Text extends ErrorText> = keyof ParamsOf<Text> extends never
  ? [params?: Readonly<Record<never, never>>, path?: readonly string[], data?: ErrorData]
  : [params: ParamsOf<Text>, path?: readonly string[], data?: ErrorData];

/**
 * An expected refusal, in the words of the trade: the caller can read it, translate it and act on its stable code.
 * Anything else that is thrown is a defect and stays hidden from clients.
 */
export abstract class DomainError extends Error {
  /** UPPER_SNAKE, part of the public contract: it never changes once released. */
  readonly code: string;
  readonly text: ErrorText;
  /** The input field the refusal is about, outermost first; empty when it is about the whole command. */
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  /** Facts for the client beyond the sentence, such as the version that is current. */
  readonly data: ErrorData | undefined;

  protected constructor(
    definition: { readonly code: string; readonly text: ErrorText },
    params: Readonly<Record<string, string | number>>,
    path: readonly string[] = [],
    data?: ErrorData,
  ) {
    const printed = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    super(fill(definition.text.en, printed));
    this.name = new.target.name;
    this.code = definition.code;
    this.text = definition.text;
    this.path = path;
    this.params = printed;
    this.data = data;
  }

  /** The sentence for a reader of that language. */
  messageIn(locale: Locale): string {
    return fill(locale === 'zh-CN' ? this.text.zh : this.text.en, this.params);
  }
}

/**
 * The base of one refusal; its constructor demands exactly the parameters its sentences name.
 *
 *     export class InsufficientStock extends defineError('INSUFFICIENT_STOCK', {
 *       en: 'Only {available} {unit} available',
 *       zh: '仅有 {available} {unit} 可用',
 *     }) {}
 */
export function defineError<const Code extends string, const Text extends ErrorText>(code: Code, text: Text) {
  return class extends DomainError {
    static readonly code: Code = code;
    declare readonly code: Code;

    constructor(...[params, path, data]: ErrorArguments<Text>) {
      super({ code, text }, params ?? {}, path, data);
    }
  };
}

function fill(template: string, params: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => params[name] ?? placeholder);
}
