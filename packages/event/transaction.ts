import * as z from 'zod';
import { name, wholeNumber } from '#event/field.ts';

const aBillionPoundsInPence = 100_000_000_000;

/** `contact.transaction.completed`: something applied for, booked, reported or paid. */
export const transactionCompleted = z.object({
  transactionId: name,
  /** `online`, `phone`, `kiosk`, `post`, or the council's own word. */
  channel: name,
  service: name,
  enquiryType: name.optional(),
  amountPence: wholeNumber(0, aBillionPoundsInPence).optional(),
});
