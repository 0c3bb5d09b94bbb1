import { join, resolve } from 'node:path';
import { z } from 'zod';
import { keptSecret } from './kept-secret.ts';
import { projectFolder } from './project-folder.ts';

/** Everything an operator can choose, checked and complete. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  /** Address that people and mails use, without a slash at the end. */
  readonly publicUrl: string;
  /** Files that must outlive a restart: the embedded database, uploads, the development secret. */
  readonly dataDir: string;
  /** Owner login; undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Login of the role that requests run as; undefined means derived from the owner's. */
  readonly databaseApiUrl: string | undefined;
  /** The same login through a pooler that lends connections by the transaction; undefined means there is none. */
  readonly databasePoolUrl: string | undefined;
  readonly secret: string;
  /** Whether the demo company is created in an empty database. */
  readonly demo: boolean;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether this process runs background jobs beside the API, not at all, or nothing else. */
  readonly worker: 'inline' | 'off' | 'only';
  /** Where mail goes out; undefined means into files of the data folder, for people to open. */
  readonly smtpUrl: string | undefined;
  /** The mailbox that is read, as `imaps://user:password@host/INBOX`; undefined means none. */
  readonly imapUrl: string | undefined;
  /** Sender of our mails, and where answers to them go. */
  readonly mailFrom: string;
  /** What a mail server shows that posts mails to `/mail/inbound`; undefined means that nobody may. */
  readonly mailWebhookKey: string | undefined;
}

/** Wrong settings: the message has one sentence per variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function oneOf<const T extends readonly [string, ...string[]]>(variable: string, values: T) {
  return z.enum(values, {
    error: `${variable} must be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(values)}.`,
  });
}

function url(variable: string, ...protocols: [string, ...string[]]) {
  const fits = (value: string): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
  return z.string().refine(fits, {
    error: `${variable} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
  });
}

const variables = z.object({
  NODE_ENV: oneOf('NODE_ENV', ['development', 'production', 'test']).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'PORT must be a number from 0 to 65535.' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'PORT must be a number from 0 to 65535.' })
    .default(4000),
  HOST: z.string().optional(),
  PUBLIC_URL: url('PUBLIC_URL', 'http:', 'https:').optional(),
  CORRIDOR_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('DATABASE_URL', 'postgres:', 'postgresql:').optional(),
  DATABASE_API_URL: url('DATABASE_API_URL', 'postgres:', 'postgresql:').optional(),
  DATABASE_POOL_URL: url('DATABASE_POOL_URL', 'postgres:', 'postgresql:').optional(),
  CORRIDOR_SECRET: z
    .string()
    .min(32, { error: 'CORRIDOR_SECRET must have at least 32 characters.' })
    .refine(looksRandom, { error: 'CORRIDOR_SECRET must be random; make one with: openssl rand -base64 48.' })
    .optional(),
  DEMO: oneOf('DEMO', ['auto', 'on', 'off']).default('auto'),
  LOG_LEVEL: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKER: oneOf('WORKER', ['inline', 'off', 'only']).default('inline'),
  SMTP_URL: url('SMTP_URL', 'smtp:', 'smtps:').optional(),
  IMAP_URL: url('IMAP_URL', 'imap:', 'imaps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+$/, { error: 'MAIL_FROM must be an e-mail address.' })
    .default('service@corridor.localhost'),
  MAIL_WEBHOOK_KEY: z.string().min(32, { error: 'MAIL_WEBHOOK_KEY must have at least 32 characters.' }).optional(),
});

type Variables = z.infer<typeof variables>;

/** Repeated letters and placeholder words pass a length check but protect nothing. */
function looksRandom(secret: string): boolean {
  return new Set(secret).size >= 10 && !/change[-_ ]?me|secret|password|example/i.test(secret);
}

function contradictions(given: Variables): string[] {
  const found: string[] = [];
  const isProduction = given.NODE_ENV === 'production';
  if (isProduction && given.CORRIDOR_SECRET === undefined) {
    found.push('CORRIDOR_SECRET must be set in production; make one with: openssl rand -base64 48.');
  }
  if (isProduction && given.DEMO === 'on') found.push('DEMO must not be on in production: its passwords are public.');
  if (given.DATABASE_API_URL !== undefined && given.DATABASE_URL === undefined) {
    found.push('DATABASE_API_URL needs DATABASE_URL: the embedded database makes its own logins.');
  }
  if (given.DATABASE_POOL_URL !== undefined && given.DATABASE_API_URL === undefined) {
    found.push('DATABASE_POOL_URL needs DATABASE_API_URL: the pooler knows that login, and LISTEN goes past it.');
  }
  return found;
}

function firstPerVariable({ issues }: z.ZodError): string[] {
  return [...Map.groupBy(issues, (issue) => issue.path[0]).values()].flatMap(([first]) => first?.message ?? []);
}

function check(env: NodeJS.ProcessEnv): Variables {
  // Compose files pass unset variables as empty strings.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const problems = parsed.success ? contradictions(parsed.data) : firstPerVariable(parsed.error);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  return parsed.data;
}

/**
 * Reads the settings once, at the start; nothing else reads process.env.
 * @throws ConfigError that names every wrong variable.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = check(env);
  const isProduction = given.NODE_ENV === 'production';
  const dataDir = resolve(projectFolder, given.CORRIDOR_DATA_DIR);
  return {
    environment: given.NODE_ENV,
    isProduction,
    port: given.PORT,
    host: given.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: given.DATABASE_URL,
    databaseApiUrl: given.DATABASE_API_URL,
    databasePoolUrl: given.DATABASE_POOL_URL,
    secret: given.CORRIDOR_SECRET ?? keptSecret(join(dataDir, 'secret')),
    demo: given.DEMO === 'on' || (given.DEMO === 'auto' && given.NODE_ENV === 'development'),
    logLevel: given.LOG_LEVEL,
    worker: given.WORKER,
    smtpUrl: given.SMTP_URL,
    imapUrl: given.IMAP_URL,
    mailFrom: given.MAIL_FROM,
    mailWebhookKey: given.MAIL_WEBHOOK_KEY,
  };
}
