import * as z from 'zod';
import { name, pence } from '#event/field.ts';

/** `contact.transaction.completed`: something applied for, booked, reported or paid. */
export const transactionCompleted = z.object({
  transactionId: name,
  /** `online`, `phone`, `kiosk`, `post`, or the council's own word. */
  channel: name,
  service: name,
  enquiryType: name.optional(),
  amountPence: pence.optional(),
});
