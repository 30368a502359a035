const email = /[^\s@]@[^\s@]+\.[^\s@]/;
const telephone = /(?:^|[^\d.])(?:\+?44|0044|0)[\s-]?\(?0?\)?[1-9](?:[\s-]?\d){8,9}(?![\d.])/;

/** An e-mail address or a telephone number, where neither has any business. */
export const looksPersonal = (text: string): boolean => email.test(text) || telephone.test(text);
export const looksLikeEmail = (text: string): boolean => email.test(text);
