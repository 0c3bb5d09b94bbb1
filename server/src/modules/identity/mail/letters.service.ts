import type { Locale } from '../../../kernel/locale.ts';

/** A short letter to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Text = (facts: Readonly<Record<'name' | 'link' | 'minutes', string>>) => Omit<Letter, 'to'>;

/** What is written to a person about how he signs in, in both languages. */
export const LETTERS = {
  PASSWORD_RESET: {
    en: ({ name, link, minutes }) => ({
      subject: 'Choose a new password',
      text: `Hello ${name},\n\nsomebody, hopefully you, asked for a new password for Corridor. Choose one here within ${minutes} minutes; the link works once:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    }),
    'zh-CN': ({ name, link, minutes }) => ({
      subject: '设置新密码',
      text: `${name}，您好：\n\n有人（希望是您本人）申请重置您的信廊密码。请在 ${minutes} 分钟内通过以下链接设置新密码，链接仅可使用一次：\n\n${link}\n\n如果不是您本人操作，请忽略此邮件，您的密码不会改变。\n`,
    }),
  },
  PASSWORD_CHANGED: {
    en: ({ name }) => ({
      subject: 'Your password was changed',
      text: `Hello ${name},\n\nyour password for Corridor was changed, and you were signed out everywhere else. If it was not you, ask for a new password at once and tell your administrator.\n`,
    }),
    'zh-CN': ({ name }) => ({
      subject: '您的密码已更改',
      text: `${name}，您好：\n\n您的信廊密码已更改，其他设备上的登录均已退出。如果不是您本人操作，请立即重置密码并告知管理员。\n`,
    }),
  },
  FACTORS_CHANGED: {
    en: ({ name }) => ({
      subject: 'How you sign in was changed',
      text: `Hello ${name},\n\na second factor or a passkey of your Corridor account was added or removed. If it was not you, change your password at once and tell your administrator.\n`,
    }),
    'zh-CN': ({ name }) => ({
      subject: '您的登录方式已更改',
      text: `${name}，您好：\n\n您的信廊账户添加或移除了第二因素或通行密钥。如果不是您本人操作，请立即更改密码并告知管理员。\n`,
    }),
  },
} as const satisfies Record<string, Record<Locale, Text>>;

export type LetterKind = keyof typeof LETTERS;
