import { defineMessages } from '#ui/i18n/define-messages.ts';

export const partyMessages = defineMessages('parties', {
  en: {
    title: 'Suppliers and customers',
    text: 'The organisations we trade with.',
    register: 'Register an organisation',
    empty: 'Nobody registered yet',
    role: 'Role',
    supplier: 'Supplier',
    customer: 'Customer',
    company: 'Our company',
  },
  'zh-CN': {
    title: '供应商与客户',
    text: '与我们有业务往来的组织。',
    register: '登记组织',
    empty: '尚未登记组织',
    role: '角色',
    supplier: '供应商',
    customer: '客户',
    company: '本公司',
  },
});
