import { defineMessages } from '../i18n/define-messages.ts';

export const sessionMessages = defineMessages('session', {
  en: {
    signIn: {
      title: 'Sign in',
      email: 'Email',
      password: 'Password',
      submit: 'Sign in',
      busy: 'Signing in…',
      forgotten: 'Password forgotten? Ask an administrator of your organisation for a new invitation.',
    },
    invite: {
      title: 'Join {organisation}',
      loading: 'Looking up your invitation…',
      for: 'You were invited as {email}. The invitation is open until {until}.',
      name: 'Your name',
      password: 'Choose a password',
      passwordHint: 'At least 12 characters.',
      submit: 'Join',
      gone: 'This invitation is not open',
      goneText: 'It may have been used already, or have ended. Ask the person who invited you for a new one.',
      toSignIn: 'Sign in instead',
      otherPortal: 'This invitation belongs to another portal.',
    },
    organisation: {
      title: 'Choose an organisation',
      text: 'You work for several. You can switch later from your account menu.',
      none: 'You have no access here',
      noneText:
        'Your account has no organisation in this portal. Ask whoever invited you, or sign in with another account.',
      otherAccount: 'Sign in with another account',
    },
  },
  'zh-CN': {
    signIn: {
      title: '登录',
      email: '电子邮箱',
      password: '密码',
      submit: '登录',
      busy: '正在登录…',
      forgotten: '忘记密码？请向贵组织的管理员索取新的邀请。',
    },
    invite: {
      title: '加入 {organisation}',
      loading: '正在查询您的邀请…',
      for: '受邀邮箱：{email}。邀请有效期至 {until}。',
      name: '您的姓名',
      password: '设置密码',
      passwordHint: '至少 12 个字符。',
      submit: '加入',
      gone: '此邀请不可用',
      goneText: '邀请可能已被使用或已过期，请向邀请人索取新的邀请。',
      toSignIn: '改为登录',
      otherPortal: '此邀请属于另一个门户。',
    },
    organisation: {
      title: '选择组织',
      text: '您隶属于多个组织，之后可在账户菜单中切换。',
      none: '您没有访问权限',
      noneText: '您的账户在此门户中没有所属组织。请联系邀请人，或使用其他账户登录。',
      otherAccount: '使用其他账户登录',
    },
  },
});
