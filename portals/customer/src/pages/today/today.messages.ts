import { defineMessages } from '#ui/i18n/define-messages.ts';

export const todayMessages = defineMessages('today', {
  en: {
    title: 'Welcome, {name}',
    text: 'You act for {organisation}.',
    figures: 'Your company at a glance',
    people: 'People of your company',
    peopleDetail: 'can sign in',
    invitations: 'Open invitations',
    invitationsDetail: 'not accepted yet',
    sessions: 'Your devices',
    sessionsDetail: 'signed in now',
    here: 'What this portal holds',
    hereText:
      'The data of your company and the people who act for it. Under Company you see both, and sign out devices of your own. Administrators of your company also invite colleagues by link and give them roles there.',
    open: 'Open your company',
    loading: 'Loading',
  },
  'zh-CN': {
    title: '{name}，欢迎您',
    text: '您代表 {organisation}。',
    figures: '贵公司概况',
    people: '贵公司人员',
    peopleDetail: '可以登录',
    invitations: '未接受的邀请',
    invitationsDetail: '尚待接受',
    sessions: '您的设备',
    sessionsDetail: '当前已登录',
    here: '本门户的内容',
    hereText:
      '贵公司的资料以及代表贵公司的人员。在“公司”页面可查看资料和人员，并退出您自己的设备；贵公司的管理员还可在此通过链接邀请同事并分配角色。',
    open: '打开公司页面',
    loading: '加载中',
  },
});
