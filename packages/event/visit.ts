import * as z from 'zod';
import { instant, name } from '#event/field.ts';
import { inOrder } from '#event/order.ts';

/** `contact.visit.completed`: one visit to a building, when it is over. */
export const visitCompleted = z
  .object({
    visitId: name,
    site: name,
    reception: name.optional(),
    service: name.optional(),
    enquiryType: name.optional(),
    arrivedAt: instant,
    servedAt: instant.optional(),
    endedAt: instant.optional(),
  })
  .check(inOrder('arrivedAt', 'servedAt', 'endedAt'));
