import { type CloudEvent, type Drawn, numbered } from '#events/example/cloudEvent.ts';
import { days, londonMs, progress, seasonOf } from '#events/example/days.ts';
import { mulberry32, oneOf, pick, type Random, skewed, weighted, whole } from '#events/example/random.ts';
import { enquiryTypes, services } from '#events/example/services.ts';

const paymentCount = 480;
/** Instalments fall due on the first of the month. */
const payDays = weighted(days, (day) => (Number(day.slice(8)) <= 5 ? seasonOf(day) : 0));

/** Payments and applications, more and more of them online. An application costs nothing. */
export function payments(): CloudEvent<'payments'>[] {
  const random = mulberry32(0x9a7);
  const drawn = Array.from({ length: paymentCount }, () => drawPayment(random));
  return numbered('payments', 'payment', drawn, 'transactionId');
}

function drawPayment(random: Random): Drawn {
  const day = pick(random, payDays);
  const service = oneOf(random, services);
  const channel = oneOf(random, { online: 4 + 5 * progress(day), phone: 3, kiosk: 2, post: 1 });
  const amountPence = 500 + Math.floor(45_000 * skewed(random, 2));
  const about = { channel, service, enquiryType: oneOf(random, enquiryTypes[service]) };
  return {
    type: 'contact.transaction.completed',
    atMs: londonMs(day, whole(random, 0, 24 * 3600 - 1)),
    data: { ...about, ...(random() < 0.8 && { amountPence }) },
  };
}
