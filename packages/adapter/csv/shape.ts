import { monthNamed } from '#adapter/csv/monthNames.ts';
import { looksPersonal } from '#adapter/csv/personal.ts';
import { isPeriodId } from '#calendar/period.ts';

/** `A… (14 characters)`: what whoever has the sheet knows a cell by, and nobody else. */
export const shapeOf = (text: string): string => {
  const characters = [...text];
  const many = characters.length === 1 ? '1 character' : `${characters.length} characters`;
  return `${characters[0]?.toWellFormed() ?? ''}… (${many})`;
};

const number = /^[-+(£]{0,3}\d[\d.,]*(?: \d{3})*[)%-]{0,2}$/;
const clock = /^\d{1,4}(?::\d{1,2}){1,2}(?:[.,]\d{1,9})?$/;
const time = '(?:(?:T|,? +)\\d{1,2}[\\d:.,]*(?: ?[ap]\\.?m\\.?)?(?: ?(?:Z|UTC|GMT|BST|[+-]\\d\\d:?\\d\\d))?)?';
const dayInNumbers = new RegExp(`^(?:\\d{1,4}([-/. ])\\d{1,2}\\1\\d{1,4}|20\\d{6})${time}$`, 'i');
const dayInWords = new RegExp(`^\\d{1,2}(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -]\\d{2,4}${time}$`, 'i');

const mostDigits = 8;
/** Longer ones name somebody: accounts, telephones, patients. */
const isShort = (text: string): boolean => text.replace(/\D/g, '').length <= mostDigits && !/\d{6}/.test(text);

const isDate = (text: string): boolean =>
  dayInNumbers.test(text) || monthNamed(dayInWords.exec(text)?.[1] ?? '') !== undefined;

/** A number, a length of time, a date or a period: what nobody can be known by, and most mistakes are made in. */
export const isFigure = (text: string): boolean =>
  !looksPersonal(text) &&
  (isPeriodId(text) || clock.test(text) || isDate(text) || (number.test(text) && isShort(text)));
