-- Days on which a stream should bring something, and did: calls on weekdays, visits on working days, the website always.
create table expected as
select d.day::date as day, stream
from generate_series(date '2020-04-01', (select day from as_of), interval 1 day) as d (day),
  (values ('call'), ('visit'), ('web')) as s (stream)
where stream = 'web' or (stream = 'call' and isodow(d.day) < 6)
  or (stream = 'visit' and d.day::date in (select day from working_days));
create table received as
select distinct day, 'call' as stream from calls
union select distinct day, 'visit' from visits
union select distinct day, 'web' from web;

create table watched as
select unnest([
  'service-level', 'abandonment-rate', 'average-speed-of-answer', 'median-wait', 'longest-waits',
  'first-contact-resolution', 'calls-offered', 'talk-a-call', 'asked-by-phone', 'contacts-per-thousand',
  'calls-by-the-year-end', 'calls-by-december', 'calls-a-week', 'calls-a-month', 'incoming-calls', 'calls-given-up',
  'talking', 'settled-in-steps', 'calls-of-the-year', 'answered-in-time', 'mean-wait', 'given-up-on-the-year',
  'given-up-by-month', 'calls-and-callbacks', 'answered-with-overflow', 'answered-in-80-seconds', 'settled-at-once',
  'given-up', 'calls', 'most-asked', 'revenues-calls', 'housing-calls', 'streets-calls', 'online-contacts'
]) as measure, 'call' as stream
union all
select unnest([
  'visits', 'visits-in-the-month', 'longest-waits-in-person', 'visitors-served', 'kiosk-payments-a-visit',
  'wait-in-person', 'served-in-ten-minutes', 'visit-in-half-an-hour', 'visits-in-twelve-months', 'visits-a-month',
  'visits-a-week', 'online-share', 'served-as-before', 'served-better', 'visits-shared-out',
  'visits-in-the-calendar-year', 'visits-in-the-april-year', 'visits-in-spring-and-autumn',
  'visits-in-summer-and-winter', 'visits-once-counted', 'visitors', 'wait', 'online-contacts'
]), 'visit'
union all
select unnest([
  'form-completions', 'daily-visitors', 'pages', 'searched-for', 'forms-sent', 'online-share', 'forms-this-year',
  'pages-seen', 'top-pages', 'top-searches', 'top-forms', 'online-contacts'
]), 'web';

create view monthly_measures as
select measure from monthly
union select measure from monthly_lists
union select unnest(['visits-in-the-month', 'given-up-by-month']);

create table day_by_day as
select w.measure, p.id as period, e.day, bool_and(r.day is not null) as came
from watched w
left join monthly_measures m using (measure)
join periods p on p.frequency = case
  when m.measure is not null then 'month'
  when w.measure = 'visits-in-the-calendar-year' then 'calendar-year'
  when w.measure = 'visits-in-the-april-year' then 'year'
  else 'quarter' end
join expected e on e.stream = w.stream and e.day between p.first and p.last
left join received r on r.stream = e.stream and r.day = e.day
group by w.measure, p.id, e.day;

create view scorecard_of as
select distinct measure, scorecard from (
  select measure, scorecard from cells
  union all select unnest(['visits-in-the-calendar-year']), 'every-rule'
);
insert into cells
select scorecard, measure, period, 'days expected', count(*) from day_by_day join scorecard_of using (measure)
group by all
union all
select scorecard, measure, period, 'days with data', count(*) filter (came)
from day_by_day join scorecard_of using (measure) group by all;

-- Milestones: how often the deadline was moved, and by how many whole weeks in the end.
insert into cells
with first_deadlines as (
  select * from (values
    ('contact-centre', 'callback', date '2024-12-20'), ('contact-centre', 'annual-billing-plan', date '2025-02-28'),
    ('contact-centre', 'one-inbox', date '2024-09-30'), ('contact-centre', 'weekend-cover', date '2025-03-31'),
    ('contact-centre', 'track-my-report', date '2025-05-30'), ('contact-centre', 'accessible-forms', date '2025-09-30'),
    ('every-rule', 'new-telephones', date '2025-03-31'), ('every-rule', 'one-reception', date '2025-06-30'),
    ('every-rule', 'autumn-campaign', date '2025-11-30'), ('every-rule', 'one-survey', date '2025-09-30'),
    ('every-rule', 'all-forms-online', date '2026-03-31'), ('every-rule', 'reception-kiosks', null)
  ) as t (scorecard, milestone, deadline)
),
told as (
  select scorecard, milestone, deadline as original, deadline, timestamptz '1970-01-01' as time from first_deadlines
  union all
  select f.scorecard, f.milestone, f.deadline, (data ->> 'currentDeadline')::date, time
  from facts join first_deadlines f on f.scorecard = (data ->> 'scorecard') and f.milestone = (data ->> 'milestone')
  where type = 'milestone.updated'
),
moved as (
  select *, deadline <> lag(deadline, 1, deadline) over (partition by scorecard, milestone order by time) as is_moved
  from told
),
known as (
  select scorecard, milestone, count(*) filter (is_moved) as times, arg_max(deadline, time) - any_value(original) as days
  from moved group by scorecard, milestone
)
select scorecard, milestone, q.id, part, number from known, quarters q, lateral (
  select 'times moved' as part, times as number
  union all select 'weeks of delay', days // 7 where days >= 7
);
