import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** Unknown account, wrong password, no place on that side, deactivated: nobody learns which. */
export class InvalidCredentials extends defineError('INVALID_CREDENTIALS', {
  en: 'E-mail and password do not match an account of this portal',
  zh: '邮箱或密码与此门户的账户不符',
}) {}
export class TooManyAttempts extends defineError('TOO_MANY_ATTEMPTS', {
  en: 'Too many attempts: wait {minutes} minutes and try again',
  zh: '尝试次数过多，请 {minutes} 分钟后再试',
}) {}
/** Unknown, used, revoked or expired: nobody learns which. */
export class InvitationGone extends defineError('INVITATION_GONE', {
  en: 'This invitation is no longer open: ask for a new one',
  zh: '此邀请已失效，请索取新的邀请',
}) {}
export class WeakPassword extends defineError('WEAK_PASSWORD', {
  en: 'A password has from {least} to {most} characters',
  zh: '密码长度须为 {least} 至 {most} 个字符',
}) {}
export class WrongRole extends defineError('WRONG_ROLE', {
  en: 'At least one role is needed, and each must be one of this side',
  zh: '至少需要一个角色，且每个角色都必须属于这一方',
}) {}
export class WrongSide extends defineError('WRONG_SIDE', {
  en: 'This organisation does not stand on that side',
  zh: '此组织不属于这一方',
}) {}
export class LastAdmin extends defineError('LAST_ADMIN', {
  en: 'An organisation keeps at least one administrator',
  zh: '组织必须至少保留一名管理员',
}) {}
export class NumberTaken extends defineError('NUMBER_TAKEN', {
  en: 'Another organisation has this number',
  zh: '已有其他组织使用此编号',
}) {}
export class Invalid extends defineError('INVALID_VALUE', {
  en: 'This value cannot be used',
  zh: '此值无效',
}) {}
/** An account under this e-mail exists, so it is joined with its password and not made anew. */
export class EmailTaken extends defineError('EMAIL_TAKEN', {
  en: 'This e-mail has an account already: use its password',
  zh: '此邮箱已有账户，请使用该账户的密码',
}) {}
export class CompanyExists extends defineError('COMPANY_EXISTS', {
  en: 'The company is entered already',
  zh: '本公司已录入',
}) {}
export class CannotEraseYourself extends defineError('CANNOT_ERASE_YOURSELF', {
  en: 'Somebody else has to erase you: what you did must stay explained',
  zh: '不能删除自己的个人数据，请由其他管理员操作',
}) {}

refuseConstraint('identity_person_email_unique', () => new EmailTaken({}, ['input', 'token']));
refuseConstraint('identity_organisation_number_unique', () => new NumberTaken({}, ['input', 'number']));
refuseConstraint('identity_organisation_one_company', () => new CompanyExists());
refuseConstraint('identity_organisation_has_a_side', () => new WrongSide({}, ['input', 'isSupplier']));
