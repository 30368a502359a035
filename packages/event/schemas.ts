import type * as z from 'zod';
import { callCompleted } from '#event/call.ts';
import { caseStep } from '#event/case.ts';
import { commentaryRecorded } from '#event/commentary.ts';
import { gaugeRead } from '#event/gauge.ts';
import { measureRecorded } from '#event/measureRecord.ts';
import { message } from '#event/message.ts';
import { milestoneUpdated } from '#event/milestone.ts';
import { editionReleased } from '#event/release.ts';
import { surveyResponded } from '#event/survey.ts';
import { transactionCompleted } from '#event/transaction.ts';
import type { EventType } from '#event/types.ts';
import { visitCompleted } from '#event/visit.ts';
import { webInteraction } from '#event/web.ts';

/** What `data` must be, by type. Fields that a schema does not name are dropped. */
export const dataSchemas: Readonly<Record<EventType, z.ZodObject>> = {
  'contact.call.completed': callCompleted,
  'contact.message.received': message,
  'contact.message.replied': message,
  'contact.visit.completed': visitCompleted,
  'contact.transaction.completed': transactionCompleted,
  'web.interaction': webInteraction,
  'case.opened': caseStep,
  'case.acknowledged': caseStep,
  'case.escalated': caseStep,
  'case.extended': caseStep,
  'case.responded': caseStep,
  'case.closed': caseStep,
  'survey.responded': surveyResponded,
  'gauge.read': gaugeRead,
  'measure.recorded': measureRecorded,
  'commentary.recorded': commentaryRecorded,
  'milestone.updated': milestoneUpdated,
  'edition.released': editionReleased,
};
